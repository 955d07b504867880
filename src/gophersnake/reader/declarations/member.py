"""One member of a class, whatever the class and the member are."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import griffe

from gophersnake.model import Function, Skipped
from gophersnake.reader.declarations import special
from gophersnake.reader.declarations.attributes import read_attribute
from gophersnake.reader.declarations.family import Reading
from gophersnake.reader.declarations.methods import Owner, read_method
from gophersnake.reader.declarations.renamed import behind


def read_member(
    member: griffe.Object | griffe.Alias,
    owner: Owner,
    reading: Reading,
    known: Collection[str] = special.NAMES,
) -> Iterator[Function | Skipped]:
    """Yield what a public member is in the model, or one with a `known` special name; a class
    is declared."""
    is_special = member.name in known
    if member.name.startswith("_") and not is_special:
        return
    found = behind(member, reading.converter)
    if isinstance(found, griffe.Function):
        read_function = special.read_special if is_special else read_method
        read = read_function(found, owner, reading.functions, owner.bindings(found), member)
        yield from [read] if isinstance(read, Skipped) else read
    elif is_special:
        return
    elif isinstance(found, griffe.Attribute):
        yield from read_attribute(found, owner, reading)
    elif isinstance(member, griffe.Class):
        reading.converter.declarations.declare(member)
