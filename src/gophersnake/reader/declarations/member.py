"""One member of a class, whatever the class and the member are."""

from __future__ import annotations

from collections.abc import Iterator

import griffe

from gophersnake.model import Function, Skipped
from gophersnake.reader.declarations.attributes import read_attribute
from gophersnake.reader.declarations.family import Reading
from gophersnake.reader.declarations.methods import Owner, read_method


def read_member(
    member: griffe.Object | griffe.Alias, owner: Owner, reading: Reading
) -> Iterator[Function | Skipped]:
    """Yield what a public member is in the model; a class is declared."""
    if member.name.startswith("_"):
        return
    if isinstance(member, griffe.Function):
        read = read_method(member, owner, reading.functions, owner.bindings(member))
        yield from [read] if isinstance(read, Skipped) else read
    elif isinstance(member, griffe.Attribute):
        yield from read_attribute(member, owner, reading)
    elif isinstance(member, griffe.Class):
        reading.converter.declarations.declare(member)
