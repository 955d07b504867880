"""What a class adds to those it inherits from."""

from __future__ import annotations

import griffe

from gophersnake.model import Function, Skipped
from gophersnake.reader.declarations.classes.bases import (
    hidden_bases,
    inherited_again,
    is_embedded,
)
from gophersnake.reader.declarations.family import Reading
from gophersnake.reader.declarations.member import read_member
from gophersnake.reader.declarations.methods import Owner


def read_members(
    cls: griffe.Class, owner: Owner, reading: Reading
) -> tuple[list[Function], list[Skipped]]:
    """Return a class's public methods and attributes, and what cannot be one.

    Those of private classes that it inherits from are its own, and so are those of others that
    are something else in it; public classes in it are declared.
    """
    functions: list[Function] = []
    skipped: list[Skipped] = []
    seen: set[str] = set()
    own = [member for each in [cls, *hidden_bases(cls, reading)] for member in _listed(each)]
    for member in [*own, *inherited_again(cls, reading)]:
        if member.name in seen or is_embedded(member, cls, reading):
            continue
        seen.add(member.name)
        for found in read_member(member, owner, reading):
            if isinstance(found, Skipped):
                skipped.append(found)
            else:
                functions.append(found)
    return functions, skipped


def _listed(cls: griffe.Class) -> list[griffe.Object | griffe.Alias]:
    return list(cls.members.values())
