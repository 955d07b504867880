"""Values that stand for something left out: `MISSING = sentinel("MISSING")` (PEP 661)."""

from __future__ import annotations

import griffe

from gophersnake.reader.annotations.spelling import canonical
from gophersnake.reader.annotations.use import Converts, Expression, Scope

_MAKERS = frozenset({"builtins.sentinel", "typing.sentinel", "typing.Sentinel"})


def is_sentinel(obj: griffe.Object | None, converter: Converts) -> bool:
    """Whether a variable holds a sentinel."""
    if not isinstance(obj, griffe.Attribute) or not isinstance(obj.value, griffe.ExprCall):
        return False
    return canonical(converter.resolve(obj.value.function, Scope(obj.module)).path) in _MAKERS


def without(sides: list[Expression], scope: Scope, converter: Converts) -> list[Expression]:
    """Return the types of a union that may be passed: Go leaves out what Python has a sentinel
    for."""
    if not converter.passing:
        return sides
    kept = [
        each for each in sides if not is_sentinel(converter.resolve(each, scope).object, converter)
    ]
    return kept or sides
