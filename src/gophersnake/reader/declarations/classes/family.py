"""The family of classes whose instances stay in Python."""

from __future__ import annotations

import inspect

import griffe

from gophersnake.model import Class, Named
from gophersnake.reader.classes import Classes
from gophersnake.reader.declarations.classes.bases import declared_bases, is_protocol
from gophersnake.reader.declarations.classes.constructor import constructors
from gophersnake.reader.declarations.classes.members import read_members
from gophersnake.reader.declarations.family import Family, Made, Reading
from gophersnake.reader.declarations.generics import lineage
from gophersnake.reader.declarations.methods import Owner
from gophersnake.reader.declarations.records.kinds import kind_of
from gophersnake.reader.deprecation import deprecation

_NEVER = frozenset({"typing.TypedDict", "typing_extensions.TypedDict"})
"""Classes that no object is an instance of."""

_OTHERS = frozenset(
    f"enum.{name}" for name in ["Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum"]
) | {"typing.NamedTuple", "builtins.type"}
"""Classes that are of another kind, or will be."""


_UNHASHABLE = frozenset(
    (
        *("builtins.list", "builtins.dict", "builtins.set", "builtins.bytearray"),
        *(f"collections.abc.{each}" for each in ("Set", "MutableSet", "Mapping", "MutableMapping")),
        *(f"collections.{each}" for each in ("deque", "defaultdict", "OrderedDict", "Counter")),
        "collections.ChainMap",
    )
)
"""Classes whose text is not read, and whose instances Python does not hash."""


def _accepts(made: Made, classes: Classes) -> bool:
    if not isinstance(made, griffe.Class):
        return False
    if is_protocol(made, classes) and "__call__" in made.members:  # a function
        return False
    return not classes.descends(made, _NEVER | _OTHERS)


def _read(made: Made, reading: Reading) -> Class:
    assert isinstance(made, griffe.Class)
    name = made.path.removeprefix(f"{made.module.path}.")
    line = lineage(made, reading.classes, reading.converter, _refused(made, reading))
    owner = Owner(name, Named(made.path, line.variables), made.path, line)
    bases = declared_bases(made, reading, line)
    members, skipped = read_members(made, owner, reading)
    docstring = made.docstring
    return Class(
        path=made.path,
        module=made.module.path,
        name=name,
        location=reading.functions.types.location(made),
        doc=inspect.cleandoc(docstring.value) if docstring else "",
        deprecated=deprecation(made, reading.converter),
        variables=line.variables,
        bases=bases,
        constructors=tuple(constructors(made, owner, reading)),
        members=tuple(members),
        skipped=tuple(skipped),
        is_protocol=is_protocol(made, reading.classes),
        is_exception=reading.classes.is_exception(made),
    )


def _refused(made: griffe.Class, reading: Reading) -> str:
    return "" if is_generic(made, reading.classes) else "an exception is of one type in Go"


def is_generic(made: griffe.Class, classes: Classes) -> bool:
    """Whether the class is generic in Go if it is so in Python. An exception is found by its
    type (errors.As), which nobody could name the type arguments of."""
    return not classes.is_exception(made)


def _hashable(made: Made, classes: Classes) -> bool:
    """Whether Python can hash instances: not where a class says how they are equal and not how
    they are hashed."""
    kind = kind_of(made, classes)  # of a record that is asked to be a handle
    if kind is not None:
        return kind.hashable(made, classes)
    line = classes.mro(made) if isinstance(made, griffe.Class) else []
    telling = next((each for each in line if {"__hash__", "__eq__"} & each.members.keys()), None)
    if telling is not None:
        return _hashes(telling.members.get("__hash__"))
    return not any(base.path in _UNHASHABLE for each in line for base in classes.bases(each))


def _hashes(member: griffe.Object | griffe.Alias | None) -> bool:
    value = member.value if isinstance(member, griffe.Attribute) else None
    return isinstance(member, griffe.Function) or value not in (None, "None")


FAMILY = Family(_accepts, _read, _hashable)
