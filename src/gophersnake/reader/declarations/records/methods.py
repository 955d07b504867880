"""The methods and properties of records, which take a record by value."""

from __future__ import annotations

import griffe

from gophersnake.model import Function, Skipped
from gophersnake.reader.declarations import valued
from gophersnake.reader.declarations.family import Made, Reading
from gophersnake.reader.declarations.methods import Owner
from gophersnake.reader.declarations.records.layout import Kind, Slot

_MACHINERY = frozenset(
    [
        *("default", "validator"),  # of attrs
        *("field_validator", "model_validator", "field_serializer", "model_serializer"),
    ]
)
_CONFIGURATION = frozenset({"model_config"})  # of pydantic
_COPY = (
    "it changes the object, and Go has a copy: with `# gophersnake: handle` above the class it "
    "stays in Python"
)
_CHANGING = {"__setitem__": _COPY, "__delitem__": _COPY}


def read_methods(
    kind: Kind, made: Made, owner: Owner, slots: list[Slot], reading: Reading
) -> tuple[list[Function], list[Skipped]]:
    """Return what a record has besides its fields, its own and what it inherits, and what has
    no form in Go."""
    classes = _own(kind, made, reading)
    members = (each for cls in classes for each in cls.members.values())
    machinery = {each.name for each in members if _is_machinery(each)}
    known = {slot.field.name for slot in slots} | machinery
    return valued.read_methods(classes, owner, known, reading, _CHANGING)


def _own(kind: Kind, made: Made, reading: Reading) -> list[griffe.Class]:
    """Return the class and its bases, without those that only make it a record."""
    if not isinstance(made, griffe.Class):
        return []
    classes = reading.classes.mro(made)
    return [each for each in classes if each.path not in kind.bases]


def _is_machinery(member: griffe.Object | griffe.Alias) -> bool:
    """Whether something is there for the record's own making: a validator, say."""
    if not isinstance(member, griffe.Function):
        return member.name in _CONFIGURATION
    words = [str(each.value).partition("(")[0] for each in member.decorators]
    return any(word.rpartition(".")[2] in _MACHINERY for word in words)
