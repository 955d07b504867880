"""The methods and properties of what Go has by value: of records, and of enums."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import griffe

from gophersnake.model import Access, Function, Skipped
from gophersnake.reader.declarations import special
from gophersnake.reader.declarations.family import Reading
from gophersnake.reader.declarations.member import read_member
from gophersnake.reader.declarations.methods import Owner

_CHANGE = frozenset({Access.SET, Access.DELETE})
"""What would change the copy of a record that nobody sees, or a member of an enum, which is a
constant."""
_NONE: Mapping[str, str] = {}


def read_methods(
    classes: Iterable[griffe.Class],
    owner: Owner,
    values: Collection[str],
    reading: Reading,
    refused: Mapping[str, str] = _NONE,
) -> tuple[list[Function], list[Skipped]]:
    """Return what these classes, the first of them before the others, have besides `values`,
    and what has no form in Go: among that, with their reasons, the members of `refused`."""
    functions: list[Function] = []
    skipped: list[Skipped] = []
    seen = set(values)
    for cls in classes:
        for member in cls.members.values():
            if member.name in seen:
                continue
            seen.add(member.name)
            for found in _read(member, owner, reading, refused):
                if isinstance(found, Skipped):
                    skipped.append(found)
                elif found.access not in _CHANGE:
                    functions.append(found)
    return functions, skipped


def _read(
    member: griffe.Object | griffe.Alias,
    owner: Owner,
    reading: Reading,
    refused: Mapping[str, str],
) -> Iterator[Function | Skipped]:
    if member.name in refused:
        location = reading.functions.types.location(member)
        yield Skipped(f"{owner.name}.{member.name}", location, refused[member.name])
    else:
        yield from read_member(member, owner, reading, special.OF_VALUES)
