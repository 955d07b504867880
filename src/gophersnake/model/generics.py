"""The type variables in types."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from gophersnake.model.parts import parts
from gophersnake.model.types import MappingOf, Named, SetOf, Variable

T = TypeVar("T")


def variables_in(part: object) -> tuple[Variable, ...]:
    """Return the type variables in a part of a model, each once, in the order of the text."""
    return tuple({each.path: each for each in parts(part) if isinstance(each, Variable)}.values())


@dataclass(frozen=True, slots=True)
class Keying:
    """A type variable in the key of a dict, or in a set; or in what a generic class is given for
    a type variable of its own, which may be a key in there."""

    variable: str
    path: str = ""
    """The generic class; empty where the variable is in a key right here."""
    place: int = 0


def keyings_in(part: object) -> Iterator[Keying]:
    """Yield what may make type variables keys in a part of a model."""
    for each in parts(part):
        if isinstance(each, MappingOf):
            yield from (Keying(variable.path) for variable in variables_in(each.key))
        elif isinstance(each, SetOf):
            yield from (Keying(variable.path) for variable in variables_in(each.item))
        elif isinstance(each, Named):
            for place, item in enumerate(each.arguments):
                for variable in variables_in(item):
                    yield Keying(variable.path, each.path, place)


def keys_in(keyings: Iterable[Keying], classes: Callable[[str], Collection[int]]) -> set[str]:
    """Return the paths of the type variables that are keys. `classes` tells, by a generic class's
    path, which of its type variables are."""
    return {each.variable for each in keyings if not each.path or each.place in classes(each.path)}


def uses_in(part: object) -> Iterator[Named]:
    """Yield the uses of generic classes in a part of a model."""
    return (each for each in parts(part) if isinstance(each, Named) and each.arguments)


def substituted(part: T, chosen: Callable[[Any], object], of: type = Variable) -> T:
    """Return a part of a model with what is `chosen` in place of each type variable, or of each
    type of another class."""
    if isinstance(part, of):
        return chosen(part)  # type: ignore[return-value]
    if isinstance(part, tuple):
        return tuple(substituted(each, chosen, of) for each in part)  # type: ignore[return-value]
    if not is_dataclass(part) or isinstance(part, (type, Enum)):
        return part
    changes: dict[str, Any] = {}
    for field in fields(part):
        old = getattr(part, field.name)
        new = substituted(old, chosen, of)
        if new != old:
            changes[field.name] = new
    return replace(part, **changes) if changes else part
