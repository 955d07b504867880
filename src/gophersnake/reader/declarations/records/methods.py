"""The methods and properties of records, which take a record by value."""

from __future__ import annotations

from collections.abc import Iterator

import griffe

from gophersnake.model import Access, Function, Skipped
from gophersnake.reader.declarations import special
from gophersnake.reader.declarations.family import Made, Reading
from gophersnake.reader.declarations.member import read_member
from gophersnake.reader.declarations.methods import Owner
from gophersnake.reader.declarations.records.layout import Kind, Slot

_MACHINERY = frozenset(
    [
        *("default", "validator"),  # of attrs
        *("field_validator", "model_validator", "field_serializer", "model_serializer"),
    ]
)
_CHANGE = frozenset({Access.SET, Access.DELETE})
"""What would change a copy that nobody sees."""
_CHANGING = frozenset({"__setitem__", "__delitem__"})
"""Likewise, of the special methods."""
_COPY = (
    "it changes the object, and Go has a copy: with `# gophersnake: handle` above the class it "
    "stays in Python"
)


def read_methods(
    kind: Kind, made: Made, owner: Owner, slots: list[Slot], reading: Reading
) -> tuple[list[Function], list[Skipped]]:
    """Return what a record has besides its fields, its own and what it inherits, and what has
    no form in Go."""
    functions: list[Function] = []
    skipped: list[Skipped] = []
    seen = {slot.field.name for slot in slots}
    for cls in _own(kind, made, reading):
        for member in cls.members.values():
            if member.name in seen or _is_machinery(member):
                continue
            seen.add(member.name)
            for found in _member(member, owner, reading):
                if isinstance(found, Skipped):
                    skipped.append(found)
                elif found.access not in _CHANGE:
                    functions.append(found)
    return functions, skipped


def _member(
    member: griffe.Object | griffe.Alias, owner: Owner, reading: Reading
) -> Iterator[Function | Skipped]:
    if not isinstance(member, griffe.Function) or member.name not in special.OF_RECORDS:
        yield from read_member(member, owner, reading)
        return
    if member.name in _CHANGING:
        yield Skipped(
            f"{owner.name}.{member.name}", reading.functions.types.location(member), _COPY
        )
        return
    taken = member.parent.members if member.parent else ()
    scope = owner.bindings(member)
    read = special.read_special(member, owner, reading.functions, scope, taken)
    yield from [read] if isinstance(read, Skipped) else read


def _own(kind: Kind, made: Made, reading: Reading) -> list[griffe.Class]:
    """Return the class and its bases, without those that only make it a record."""
    if not isinstance(made, griffe.Class):
        return []
    classes = reading.classes.mro(made)
    return [each for each in classes if each.path not in kind.bases]


def _is_machinery(member: griffe.Object | griffe.Alias) -> bool:
    """Whether a function is there for the record's own making: a validator, say."""
    if not isinstance(member, griffe.Function):
        return False
    words = [str(each.value).partition("(")[0] for each in member.decorators]
    return any(word.rpartition(".")[2] in _MACHINERY for word in words)
