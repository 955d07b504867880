"""`Optional`, `Union` and `|`."""

from __future__ import annotations

import ast

from gophersnake.model import (
    LiteralOf,
    Named,
    ObjectOf,
    OptionalOf,
    Scalar,
    Type,
    UnionOf,
    variables_in,
)
from gophersnake.reader.annotations.sentinels import without
from gophersnake.reader.annotations.specificity import specific_first
from gophersnake.reader.annotations.standard import merged
from gophersnake.reader.annotations.use import Converts, Rule, Use

_TOWER = (Scalar.INT, Scalar.FLOAT, Scalar.COMPLEX)
_COVERED = {Scalar.STR: str, Scalar.BYTES: bytes, Scalar.INT: int}


def optional(item: Type) -> Type:
    """Return `item | None` in the one form the model knows."""
    if isinstance(item, OptionalOf) or item in (Scalar.NONE, Scalar.ANY):
        return item
    return OptionalOf(item)


def union(members: list[tuple[str, Type]], converter: Converts) -> Type:
    """Return the type of a union of `members`, each with its text.

    `int | float` alone is `float` in either order: `float` means `float | int` to type checkers
    (https://typing.python.org/en/latest/spec/special-types.html, "Special cases for float
    and complex"), so the author of the longer spelling has said the same. Beside another type
    the author tells cases apart, so both are kept. One of objects alone is an object.
    """
    items = {m.item if isinstance(m, OptionalOf) else m for _, m in members} - {Scalar.NONE}
    kept: dict[Type, str] = {}
    has_none = False
    for text, member in members:
        item = member.item if isinstance(member, OptionalOf) else member
        has_none |= item is not member or item is Scalar.NONE
        if item is Scalar.ANY:
            return Scalar.ANY
        if item is not Scalar.NONE:
            for part in _flat(item, converter) if len(items) > 1 else (item,):
                kept.setdefault(part, text)
    types = _uncovered(merged(list(kept)), converter)
    numbers = _without_tower(types)
    found = numbers[0] if len(numbers) == 1 else _several(types, list(kept.values()), converter)
    if not types:
        return Scalar.NONE
    return optional(found) if has_none else found


def _several(types: list[Type], texts: list[str], converter: Converts) -> Type:
    refused = [each for each in types if isinstance(each, ObjectOf)]
    if variables_in(tuple(types)):
        shown = " | ".join(dict.fromkeys(texts))
        return ObjectOf(shown, "a union with a type variable in it, which Go would not tell apart")
    if len(refused) == len(types) and refused:
        shown = " | ".join(dict.fromkeys(texts))
        return ObjectOf(shown, f"a union with {refused[0].annotation} in it: {refused[0].reason}")
    return UnionOf(specific_first(types, converter.declarations))


def _flat(item: Type, converter: Converts) -> tuple[Type, ...]:
    """Return the types of a union in a union. A NewType counts as what it is of: when Python
    runs, nothing tells the two apart."""
    if isinstance(item, UnionOf):
        return item.items
    if isinstance(item, Named):
        declarations = converter.declarations
        return declarations.cases(item.path) or (declarations.scalar(item.path) or item,)
    return (item,)


def _uncovered(types: list[Type], converter: Converts) -> list[Type]:
    """Put the values of all literals together, and drop those of a type that is there too."""
    covering = tuple(each for scalar, each in _COVERED.items() if scalar in types)
    values: list[str] = []
    rest: list[Type] = []
    for each in types:
        inner = converter.declarations.literal(each.path) if isinstance(each, Named) else None
        written = each.values if isinstance(each, LiteralOf) else inner
        if written is None:
            rest.append(each)
        elif any(isinstance(ast.literal_eval(value), covering) for value in written):
            values += [v for v in written if not isinstance(ast.literal_eval(v), covering)]
        elif isinstance(each, LiteralOf):
            values += written
        else:
            rest.append(each)
    return [LiteralOf(tuple(dict.fromkeys(values))), *rest] if values else rest


def _without_tower(types: list[Type]) -> list[Type]:
    """Drop the numbers that a wider one of the same union accepts (PEP 484)."""
    widest = max((_TOWER.index(each) for each in types if each in _TOWER), default=0)
    return [each for each in types if each not in _TOWER[:widest]]


def _union(use: Use, converter: Converts) -> Type:
    if use.arguments is None:
        return use.refused("a union names its types: Union[A, B]")
    sides = without(list(use.arguments), use.scope, converter)
    members = [(str(each), converter.convert(each, use.scope)) for each in sides]
    return union(members, converter)


def _optional(use: Use, converter: Converts) -> Type:
    if use.arguments is None or len(use.arguments) != 1:
        return use.refused("one type expected: Optional[T]")
    return optional(converter.convert(use.arguments[0], use.scope))


RULES: dict[str, Rule] = {"typing.Union": _union, "typing.Optional": _optional}
