"""`Literal[…]`: values as types (PEP 586)."""

from __future__ import annotations

import ast

import griffe

from gophersnake.model import LiteralOf, Named, OptionalOf, Scalar, Type
from gophersnake.reader.annotations.aliases import named
from gophersnake.reader.annotations.unions import union
from gophersnake.reader.annotations.use import Converts, Expression, Rule, Use

_BOOLS = {"True", "False"}


def _literal(use: Use, converter: Converts) -> Type:
    if not use.arguments:
        return use.refused("a literal names its values: Literal['a', 'b']")
    members: list[tuple[str, Type]] = []
    for each in use.arguments:
        found = _value(each, use, converter)
        if found is None:
            return use.refused(f"{each} is no value of a literal that can be read")
        members.append((str(each), found))
    return union(members, converter)


def _value(expression: Expression, use: Use, converter: Converts) -> Type | None:
    text = str(expression)
    if isinstance(expression, griffe.ExprAttribute):
        return _member(expression, use, converter)
    if isinstance(expression, (griffe.ExprName, griffe.ExprSubscript)):
        inner = named(expression, use.scope, converter)
        return _literal(inner, converter) if inner.path == "typing.Literal" else None
    try:
        value = ast.literal_eval(text)
    except (SyntaxError, ValueError):
        return None
    if value is None:
        return Scalar.NONE
    if isinstance(value, bool):
        return Scalar.BOOL
    return LiteralOf((repr(value),)) if isinstance(value, (str, int, bytes)) else None


def _member(expression: griffe.ExprAttribute, use: Use, converter: Converts) -> Type | None:
    """Return the enum of `Literal[Color.RED]`: which of its members is not looked at."""
    *before, _ = expression.values
    owner = before[0] if len(before) == 1 else griffe.ExprAttribute(before)
    found = converter.convert(owner, use.scope)
    if isinstance(found, OptionalOf):
        found = found.item
    return found if isinstance(found, Named) else None


RULES: dict[str, Rule] = {"typing.Literal": _literal}
