"""`Optional`, `Union` and `|`."""

from __future__ import annotations

from gophersnake.model import ObjectOf, OptionalOf, Scalar, Type
from gophersnake.reader.annotations.standard import merged
from gophersnake.reader.annotations.use import Converts, Rule, Use

_TOWER = (Scalar.INT, Scalar.FLOAT, Scalar.COMPLEX)


def optional(item: Type) -> Type:
    """Return `item | None` in the one form the model knows."""
    if isinstance(item, OptionalOf) or item in (Scalar.NONE, Scalar.ANY):
        return item
    return OptionalOf(item)


def union(members: list[tuple[str, Type]]) -> Type:
    """Return the type of a union of `members`, each with its text.

    `int | float` is `float` in either order: `float` means `float | int` to type checkers
    (https://typing.python.org/en/latest/spec/special-types.html, "Special cases for float
    and complex"), so the author of the longer spelling has said the same. Any other union of
    several types is an object.
    """
    kept: dict[Type, str] = {}
    has_none = False
    for text, member in members:
        item = member.item if isinstance(member, OptionalOf) else member
        has_none |= item is not member or item is Scalar.NONE
        if item is Scalar.ANY:
            return Scalar.ANY
        if item is not Scalar.NONE:
            kept.setdefault(item, text)
    types = merged(_without_tower(list(kept)))
    if not types:
        return Scalar.NONE
    if len(types) == 1:
        return optional(types[0]) if has_none else types[0]
    shown = " | ".join(kept.values())
    either = ObjectOf(shown, "a union of several types is not mapped to Go yet")
    return optional(either) if has_none else either


def _without_tower(types: list[Type]) -> list[Type]:
    """Drop the numbers that a wider one of the same union accepts (PEP 484)."""
    widest = max((_TOWER.index(each) for each in types if each in _TOWER), default=0)
    return [each for each in types if each not in _TOWER[:widest]]


def _union(use: Use, converter: Converts) -> Type:
    if use.arguments is None:
        return use.refused("a union names its types: Union[A, B]")
    return union([(str(each), converter.convert(each, use.scope)) for each in use.arguments])


def _optional(use: Use, converter: Converts) -> Type:
    if use.arguments is None or len(use.arguments) != 1:
        return use.refused("one type expected: Optional[T]")
    return optional(converter.convert(use.arguments[0], use.scope))


RULES: dict[str, Rule] = {"typing.Union": _union, "typing.Optional": _optional}
