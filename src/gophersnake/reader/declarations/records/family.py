"""The family of records, of whatever kind."""

from __future__ import annotations

import inspect

import griffe

from gophersnake.model import Function, Record, RecordKind
from gophersnake.reader.classes import Classes
from gophersnake.reader.declarations.family import Family, Made, Reading
from gophersnake.reader.declarations.records import (
    attrs,
    dataclasses,
    namedtuples,
    pydantic,
    typeddicts,
)
from gophersnake.reader.declarations.records.constructor import constructor, own_constructor
from gophersnake.reader.declarations.records.layout import Kind, Slot

KINDS: tuple[Kind, ...] = (
    dataclasses.KIND,
    attrs.KIND,
    pydantic.KIND,
    typeddicts.KIND,
    namedtuples.KIND,
)


def _kind(made: Made, classes: Classes) -> Kind | None:
    """Return what kind of record a class is. One that is raised, or that only its subclasses
    can be made of, is more than its fields: it is none."""
    kind = next((each for each in KINDS if each.accepts(made, classes)), None)
    if kind is None or not isinstance(made, griffe.Class):
        return kind
    return None if classes.is_exception(made) or classes.is_abstract(made) else kind


def _accepts(made: Made, classes: Classes) -> bool:
    return _kind(made, classes) is not None


def _hashable(made: Made, classes: Classes) -> bool:
    kind = _kind(made, classes)
    return kind is not None and kind.hashable(made, classes)


def _read(made: Made, reading: Reading) -> Record:
    kind = _kind(made, reading.classes)
    assert kind is not None
    slots = kind.slots(made, reading)
    docstring = made.docstring
    return Record(
        path=made.path,
        module=made.module.path,
        name=_name(made),
        kind=kind.kind,
        fields=tuple(slot.field for slot in slots if slot.stored),
        location=reading.functions.types.location(made),
        doc=inspect.cleandoc(docstring.value) if docstring else "",
        hashable=kind.hashable(made, reading.classes),
        constructor=_constructor(kind, made, slots, reading),
    )


def _constructor(kind: Kind, made: Made, slots: list[Slot], reading: Reading) -> Function | None:
    """Return what the class takes when it is called: by its own `__init__`, or by that which
    its kind of record makes of its fields."""
    for cls in reading.classes.mro(made) if isinstance(made, griffe.Class) else ():
        if cls.path in kind.bases:
            break
        method = cls.members.get("__init__")
        if isinstance(method, griffe.Function):
            return own_constructor(_name(made), made.path, method, reading.functions)
        makes = kind.makes_constructor(cls, reading.classes)
        if makes is not None:
            if not makes:
                return None
            break
    if kind.kind is RecordKind.TYPED_DICT:
        return None
    location = reading.functions.types.location(made)
    signature = reading.functions.fingerprints.of_record(made.path)
    return constructor(_name(made), made.path, slots, signature, location)


def _name(made: griffe.Object) -> str:
    return made.path.removeprefix(f"{made.module.path}.")


FAMILY = Family(_accepts, _read, _hashable)
