"""The type variables in types."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from gophersnake.model.types import MappingOf, Named, SetOf, Variable

T = TypeVar("T")


def variables_in(part: object) -> tuple[Variable, ...]:
    """Return the type variables in a part of a model, each once, in the order of the text."""
    return tuple({each.path: each for each in _walk(part) if isinstance(each, Variable)}.values())


def keys_in(part: object, classes: Mapping[str, Collection[int]]) -> set[str]:
    """Return the paths of the type variables whose values are keys of dicts or in sets, in a
    part of a model. `classes` has which of their type variables generic classes use so, by
    path."""
    found: set[str] = set()
    for each in _walk(part):
        keys: list[object] = []
        if isinstance(each, MappingOf):
            keys = [each.key]
        elif isinstance(each, SetOf):
            keys = [each.item]
        elif isinstance(each, Named):
            places = classes.get(each.path, ())
            keys = [item for place, item in enumerate(each.arguments) if place in places]
        found |= {variable.path for key in keys for variable in variables_in(key)}
    return found


def uses_in(part: object) -> Iterator[Named]:
    """Yield the uses of generic classes in a part of a model."""
    return (each for each in _walk(part) if isinstance(each, Named) and each.arguments)


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


def _walk(part: object) -> Iterator[object]:
    yield part
    if isinstance(part, tuple):
        for each in part:
            yield from _walk(each)
    elif is_dataclass(part) and not isinstance(part, (type, Enum)):
        for field in fields(part):
            yield from _walk(getattr(part, field.name))
