"""The kinds of records."""

from __future__ import annotations

from gophersnake.reader.classes import Classes
from gophersnake.reader.declarations.family import Made
from gophersnake.reader.declarations.records import (
    attrs,
    dataclasses,
    namedtuples,
    pydantic,
    typeddicts,
)
from gophersnake.reader.declarations.records.layout import Kind

KINDS: tuple[Kind, ...] = (
    dataclasses.KIND,
    attrs.KIND,
    pydantic.KIND,
    typeddicts.KIND,
    namedtuples.KIND,
)


def kind_of(made: Made, classes: Classes) -> Kind | None:
    """Return what kind of record a class is laid out as; None for another."""
    return next((each for each in KINDS if each.accepts(made, classes)), None)
