"""Python types to Go types: one file a family, listed here."""

from __future__ import annotations

from gophersnake.writer.types import arrays, containers, objects, optionals, scalars, tuples
from gophersnake.writer.types.mapped import Carried, Codec, Mapped, Place, UnmappableError
from gophersnake.writer.types.rules import Mapper

__all__ = ["MAPPER", "Carried", "Codec", "Mapped", "Mapper", "Place", "UnmappableError"]

MAPPER = Mapper(
    values=(
        *scalars.VALUES,
        *containers.VALUES,
        *tuples.VALUES,
        *optionals.VALUES,
        *arrays.VALUES,
        *objects.VALUES,
    ),
    keys=(*scalars.KEYS, *tuples.KEYS, *optionals.KEYS),
)
