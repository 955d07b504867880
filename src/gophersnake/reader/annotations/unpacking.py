"""Types that stand for several: `*tuple[int, str]`, `Unpack[tuple[int, str]]`, `*Ts` (PEP 646)."""

from __future__ import annotations

from collections.abc import Iterable

import griffe

from gophersnake.reader.annotations.use import Bound, Converts, Expression, Scope, Use


def single(
    arguments: Iterable[Expression], scope: Scope, converter: Converts
) -> list[Bound] | None:
    """Return each type by itself, what is unpacked in its place; None where that is any number
    of them."""
    found: list[Bound] = []
    for argument in arguments:
        inner = unpacked(argument, scope, converter)
        more = [Bound(argument, scope)] if inner is None else _within(inner, scope, converter)
        if more is None:
            return None
        found += more
    return found


def unpacked(argument: Expression, scope: Scope, converter: Converts) -> Expression | None:
    """Return what a star, or `Unpack`, stands before; None where there is neither."""
    if isinstance(argument, griffe.ExprVarPositional):
        return argument.value
    if isinstance(argument, str) and not argument.startswith(("'", '"')):
        return None
    use = converter.resolve(argument, scope)
    return use.arguments[0] if use.path == "typing.Unpack" and use.arguments else None


def _within(inner: Expression, scope: Scope, converter: Converts) -> list[Bound] | None:
    use = converter.resolve(inner, scope)
    known = scope.bindings.get(use.path)
    if isinstance(known, Bound) and isinstance(known.expression, griffe.ExprTuple):
        return single(known.expression.elements, known.scope, converter)
    if use.path != "builtins.tuple" or is_open(use):
        return None
    return single(use.arguments or (), use.scope, converter)


def is_open(use: Use) -> bool:
    """Whether a tuple has any number of items."""
    return use.arguments is None or use.arguments[1:] == ("...",)
