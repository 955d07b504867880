"""Types that stand for several: `*tuple[int, str]`, `Unpack[tuple[int, str]]`, `*Ts` (PEP 646)."""

from __future__ import annotations

from collections.abc import Iterable

import griffe

from gophersnake.reader.annotations.use import Bound, Converts, Expression, Scope

Places = list[tuple[Bound | None, bool]]
"""A type for each place, None for any, and whether it is that of any number of them."""


def single(
    arguments: Iterable[Expression], scope: Scope, converter: Converts
) -> list[Bound] | None:
    """Return each type by itself, what is unpacked in its place; None where that is any number
    of them."""
    found = places(arguments, scope, converter)
    items = [each for each, is_open in found if each is not None and not is_open]
    return items if len(items) == len(found) else None


def places(arguments: Iterable[Expression], scope: Scope, converter: Converts) -> Places:
    """Return the types that stand for the arguments, what is unpacked in its place."""
    found: Places = []
    for argument in arguments:
        inner = unpacked(argument, scope, converter)
        found += (
            [(Bound(argument, scope), False)] if inner is None else within(inner, scope, converter)
        )
    return found


def unpacked(argument: Expression, scope: Scope, converter: Converts) -> Expression | None:
    """Return what a star, or `Unpack`, stands before; None where there is neither."""
    if isinstance(argument, griffe.ExprVarPositional):
        return argument.value
    if isinstance(argument, str) and not argument.startswith(("'", '"')):
        return None
    use = converter.resolve(argument, scope)
    return use.arguments[0] if use.path == "typing.Unpack" and use.arguments else None


def within(inner: Expression, scope: Scope, converter: Converts) -> Places:
    """Return the types that what is unpacked stands for."""
    use = converter.resolve(inner, scope)
    known = scope.bindings.get(use.path)
    if isinstance(known, Bound) and isinstance(known.expression, griffe.ExprTuple):
        return places(known.expression.elements, known.scope, converter)
    if use.path != "builtins.tuple" or use.arguments is None:
        return [(None, True)]
    if use.arguments[1:] == ("...",):
        return [(Bound(use.arguments[0], use.scope), True)]
    return places(use.arguments, use.scope, converter)
