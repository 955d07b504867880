"""Structured dtypes: `Point = np.dtype([("x", np.float64), ("id", np.int32)])`."""

from __future__ import annotations

import inspect

import griffe

from gophersnake.model import Layout
from gophersnake.reader.annotations.elements import NoElementError, is_struct
from gophersnake.reader.annotations.layouts import layout_of
from gophersnake.reader.classes import Classes
from gophersnake.reader.declarations.family import Family, Made, Reading


def _accepts(made: Made, classes: Classes) -> bool:
    if not isinstance(made, griffe.Attribute) or not is_struct(made):
        return False
    try:
        layout_of(made, classes.converter)
    except NoElementError:
        return False
    return True


def _hashable(_made: Made, _classes: Classes) -> bool:
    return False


def _read(made: Made, reading: Reading) -> Layout:
    assert isinstance(made, griffe.Attribute)
    fields = layout_of(made, reading.converter)
    return Layout(
        path=made.path,
        module=made.module.path,
        name=made.path.removeprefix(f"{made.module.path}."),
        slots=fields.slots,
        size=fields.size,
        location=reading.functions.types.location(made),
        doc=inspect.cleandoc(made.docstring.value) if made.docstring else "",
    )


FAMILY = Family(_accepts, _read, _hashable)
