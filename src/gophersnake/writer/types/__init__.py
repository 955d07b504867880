"""Python types to Go types: one file a family, listed here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gophersnake.writer.types import (
    arrays,
    callables,
    containers,
    exceptions,
    iteration,
    named,
    objects,
    optionals,
    roots,
    scalars,
    slices,
    standard,
    tuples,
    variables,
)
from gophersnake.writer.types.arrays import item_of
from gophersnake.writer.types.mapped import (
    Carried,
    Codec,
    Mapped,
    Nil,
    Place,
    UnmappableError,
    an_object,
)
from gophersnake.writer.types.rules import Form, Mapper
from gophersnake.writer.types.spelling import spelled

__all__ = [
    "PLAIN",
    "Carried",
    "Codec",
    "Form",
    "Mapped",
    "Mapper",
    "Mappers",
    "Nil",
    "UnmappableError",
    "an_object",
    "item_of",
    "mappers",
    "spelled",
]

_VALUES = (
    *scalars.VALUES,
    *standard.VALUES,
    *exceptions.VALUES,
    *containers.VALUES,
    *tuples.VALUES,
    *optionals.VALUES,
    *slices.VALUES,
    *arrays.VALUES,
    *named.VALUES,
    *roots.VALUES,
    *callables.VALUES,
    *iteration.VALUES,
    *variables.VALUES,
    *objects.VALUES,
)
_KEYS = (
    *scalars.KEYS,
    *standard.KEYS,
    *tuples.KEYS,
    *optionals.KEYS,
    *named.KEYS,
    *roots.KEYS,
    *variables.KEYS,
)


@dataclass(frozen=True)
class Mappers:
    """The mappers of one package, for each place a type can stand at."""

    parameters: Mapper
    results: Mapper
    fields: Mapper
    cases: Mapper


def mappers(forms: Mapping[str, Form]) -> Mappers:
    """The mappers of a package that declares these classes, by path."""
    return Mappers(*(Mapper(each, values=_VALUES, keys=_KEYS, forms=forms) for each in Place))


PLAIN = mappers({})
"""The mappers of a package that declares no class."""
