"""Python types to Go types: one file a family, listed here."""

from __future__ import annotations

from gophersnake.writer.types import arrays, containers, objects, optionals, scalars, tuples
from gophersnake.writer.types.mapped import Carried, Codec, Mapped, Place, UnmappableError
from gophersnake.writer.types.rules import Mapper

__all__ = ["PARAMETERS", "RESULTS", "Carried", "Codec", "Mapped", "UnmappableError"]

_VALUES = (
    *scalars.VALUES,
    *containers.VALUES,
    *tuples.VALUES,
    *optionals.VALUES,
    *arrays.VALUES,
    *objects.VALUES,
)
_KEYS = (*scalars.KEYS, *tuples.KEYS, *optionals.KEYS)

PARAMETERS = Mapper(Place.PARAMETER, values=_VALUES, keys=_KEYS)
RESULTS = Mapper(Place.RESULT, values=_VALUES, keys=_KEYS)
