"""What a class inherits from, of which Go knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

import griffe

from gophersnake.model import Named
from gophersnake.reader.classes import Classes
from gophersnake.reader.declarations.attributes import told
from gophersnake.reader.declarations.family import Reading
from gophersnake.reader.declarations.generics import Lineage
from gophersnake.reader.declarations.renamed import behind

_SELF = re.compile(r"\bSelf\b")


def declared_bases(
    cls: griffe.Class, reading: Reading, line: Lineage | None = None
) -> tuple[Named, ...]:
    """Return the nearest classes above that have a form in Go and are public, in order."""
    found: dict[str, Named] = {}
    for base in _bases(cls, reading, line):
        found.setdefault(base.path, base)
    return tuple(found.values())


def hidden_bases(cls: griffe.Class, reading: Reading) -> list[griffe.Class]:
    """Return the classes above, in the order of attribute lookup, whose members are the class's
    own to who looks from outside: those that have no form of their own."""
    known = {each.path for base in declared_bases(cls, reading) for each in _above(base, reading)}
    return [
        each for each in reading.classes.mro(cls)[1:] if is_hidden(each) and each.path not in known
    ]


def inherited_again(cls: griffe.Class, reading: Reading) -> Iterator[griffe.Object | griffe.Alias]:
    """Yield the inherited members that a class needs again for itself, the nearest first: what
    more than one of its bases has, what speaks of `Self`, and what the settings want otherwise."""
    lines = [_above(base, reading) for base in declared_bases(cls, reading)]
    names = [{name for each in line for name in each.members} for line in lines]
    inherited = {each.path for line in lines for each in line}
    for each in reading.classes.mro(cls)[1:]:
        for name, member in each.members.items() if each.path in inherited else ():
            several = sum(name in line for line in names) > 1
            wished = reading.functions.settings.mention(f"{cls.path}.{name}")
            if several or wished or _speaks_of_self(behind(member, reading.converter)):
                yield member


def is_embedded(member: griffe.Object | griffe.Alias, cls: griffe.Class, reading: Reading) -> bool:
    """Whether a member is an attribute that the class only gives a value, and that instances
    have by a class which Go embeds."""
    if not isinstance(member, griffe.Attribute):
        return False
    declared = told(member, reading.classes)
    of_instance = not declared.labels.isdisjoint({"instance-attribute", "property"})
    if declared is member or declared.parent is None or not of_instance:
        return False
    lines = (_above(base, reading) for base in declared_bases(cls, reading))
    return any(each.path == declared.parent.path for line in lines for each in line)


def _speaks_of_self(member: griffe.Object | griffe.Alias) -> bool:
    if isinstance(member, griffe.Function):
        written = [member.returns, *(each.annotation for each in member.parameters)]
    elif isinstance(member, griffe.Attribute):
        written = [member.annotation]
    else:
        return False
    return any(_SELF.search(str(each)) for each in written)


def _bases(cls: griffe.Class, reading: Reading, line: Lineage | None) -> Iterator[Named]:
    for use in reading.classes.bases(cls):
        base = use.object
        if not isinstance(base, griffe.Class) or _is_circle(cls, base, reading):
            continue
        if is_hidden(base):
            yield from _bases(base, reading, line)
            continue
        path = reading.converter.declarations.declare(base)
        if path is not None:
            variables = reading.converter.declarations.variables(base)
            yield Named(path, line.arguments(base, variables) if line else ())


def is_hidden(cls: griffe.Class) -> bool:
    return cls.name.startswith("_")


def _above(base: Named, reading: Reading) -> list[griffe.Class]:
    cls = reading.functions.types.follow(base.path).object
    return reading.classes.mro(cls) if isinstance(cls, griffe.Class) else []


def _is_circle(cls: griffe.Class, base: griffe.Class, reading: Reading) -> bool:
    return any(each.path == cls.path for each in reading.classes.mro(base))


def is_protocol(cls: griffe.Class, classes: Classes) -> bool:
    """Whether a class names Protocol among its own bases, as every protocol has to."""
    return any(base.path == "typing.Protocol" for base in classes.bases(cls))
