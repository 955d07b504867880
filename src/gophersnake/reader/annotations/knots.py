"""Where a type ends that has aliases in it which stand in their own definitions: at one that has
a name in Go.

A union has one. Where there is none on the way round, all collections on it get names: which
of them a module uses first does not matter then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum

import griffe

from gophersnake.reader.annotations.use import Converts, Expression, Scope


class Knot(IntEnum):
    """What an alias is good for."""

    NONE = 0
    COLLECTION = 1
    UNION = 2


def knot(value: Expression | None, module: griffe.Module, converter: Converts) -> Knot:
    """Return what an alias of this value is good for."""
    if isinstance(value, griffe.ExprBinOp):
        return Knot.UNION if value.operator == "|" else Knot.NONE
    if not isinstance(value, (griffe.ExprSubscript, str)):
        return Knot.NONE
    use = converter.resolve(value, Scope(module))  # a string is what it says
    if use.path in ("typing.Union", "typing.Optional"):
        return Knot.UNION
    fixed = use.path == "builtins.tuple" and (use.arguments or ())[1:] != ("...",)
    return Knot.COLLECTION if converter.collects(use.path) and not fixed else Knot.NONE


def tied(
    path: str, expanding: Iterable[str], knot_of: Callable[[str], Knot]
) -> tuple[str, ...] | None:
    """Return the aliases that get names where the one with this path is met again: none where the
    way round has a better one, which is still to come; None where there is none at all."""
    way = list(expanding)
    way = way[way.index(path) :]
    best = max(map(knot_of, way))
    if best is Knot.NONE:
        return None
    return tuple(each for each in way if knot_of(each) is best) if knot_of(path) is best else ()
