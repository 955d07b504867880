"""What type a value is of that is written out: `3`, `-1.5`, `f"{x}"`, `["a", "b"]`, `{"a": 1}`.

Standard library only: it also runs in the interpreter that a Go program starts.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable

_NUMBERS = {"int", "float"}


def type_of(value: ast.expr | None) -> ast.expr | None:
    """Return the type of a value; None where it is not written out, or its items are of several
    types. A tuple whose items are all of one is as long as it happens to be; an int among floats
    is one of them, as it is for type checkers (PEP 484)."""
    if isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.USub):
        value = value.operand
        return type_of(value) if isinstance(value, ast.Constant) else None
    if isinstance(value, ast.Constant):
        known = value.value is not None and value.value is not ...
        return _name(type(value.value).__name__) if known else None
    if isinstance(value, ast.JoinedStr):
        return _name("str")
    if isinstance(value, (ast.List, ast.Set)):
        item = common(map(type_of, value.elts))
        return _of("list" if isinstance(value, ast.List) else "set", item)
    if isinstance(value, ast.Dict):
        return _of("dict", common(map(type_of, value.keys)), common(map(type_of, value.values)))
    if isinstance(value, ast.Tuple):
        items = [*map(type_of, value.elts)]
        item = common(items)
        return _of("tuple", *(items if item is None else (item, ast.Constant(...))))
    return None


def common(types: Iterable[ast.expr | None]) -> ast.expr | None:
    """Return the type that values of all these types are of; None where there is none, or one of
    them is not known."""
    found: dict[str, ast.expr] = {}
    for each in types:
        if each is None:
            return None
        found.setdefault(ast.unparse(each), each)
    if set(found) == _NUMBERS:
        return found["float"]
    return next(iter(found.values())) if len(found) == 1 else None


def _of(container: str, *parts: ast.expr | None) -> ast.expr | None:
    known = [each for each in parts if each is not None]
    if not known or len(known) < len(parts):
        return None
    inside = known[0] if len(known) == 1 else ast.Tuple(known, ast.Load())
    return ast.Subscript(_name(container), inside, ast.Load())


def _name(name: str) -> ast.Name:
    return ast.Name(name, ast.Load())
