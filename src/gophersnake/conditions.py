"""Which branch of an `if` runs, decided without running it.

As type checkers do (https://typing.python.org/en/latest/spec/directives.html, "Version and
platform checking"), but for the interpreter this runs in: `sys.version_info`,
`sys.platform`, `sys.implementation.name`, `sys.byteorder`, `sys.maxsize`, `os.name`,
`TYPE_CHECKING` and `__name__ == "__main__"`, with `and`, `or`, `not` and comparisons.
Standard library only: it also runs in the interpreter that a Go program starts.
"""

from __future__ import annotations

import ast
import copy
import operator
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any

_FACTS: dict[str, Any] = {
    "sys.version_info": tuple(sys.version_info),
    "sys.version_info.major": sys.version_info.major,
    "sys.version_info.minor": sys.version_info.minor,
    "sys.hexversion": sys.hexversion,
    "sys.platform": sys.platform,
    "sys.byteorder": sys.byteorder,
    "sys.maxsize": sys.maxsize,
    "sys.implementation.name": sys.implementation.name,
    "os.name": os.name,
    "__debug__": True,
}

_GUARD = "TYPE_CHECKING"

_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda left, right: left in right,
    ast.NotIn: lambda left, right: left not in right,
}


class _Unknown(Exception):
    """The value is known only when the program runs."""


def truth(test: ast.expr) -> bool | None:
    """Return whether `test` holds in this interpreter, or None where only running it can tell."""
    if isinstance(test, ast.BoolOp):
        decisive = isinstance(test.op, ast.Or)
        outcomes = [truth(value) for value in test.values]
        if decisive in outcomes:
            return decisive
        return None if None in outcomes else not decisive
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        outcome = truth(test.operand)
        return None if outcome is None else not outcome
    if _is_main_guard(test):
        return False
    try:
        return bool(_value(test))
    except (_Unknown, TypeError, IndexError, KeyError, ArithmeticError):
        return None


def live(statements: list[ast.stmt]) -> list[ast.stmt]:
    """Return `statements` with each decidable `if` replaced by the branch that runs.

    Bodies of classes and of other compound statements are treated alike (in place);
    bodies of functions are left alone.
    """
    return _live(statements, frozenset(_guards(statements)))


def _live(statements: list[ast.stmt], guards: frozenset[str]) -> list[ast.stmt]:
    kept: list[ast.stmt] = []
    for statement in statements:
        outcome = _outcome(statement, guards)
        if isinstance(statement, ast.If) and outcome is not None:
            kept += _live(statement.body if outcome else statement.orelse, guards)
            continue
        if not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            for block in _blocks(statement):
                block[:] = _live(block, guards) or [ast.copy_location(ast.Pass(), statement)]
        kept.append(statement)
    return kept


def _guards(statements: list[ast.stmt]) -> Iterator[str]:
    """Yield the other names that statements give TYPE_CHECKING: `from typing import
    TYPE_CHECKING as TC`."""
    for each in statements:
        if isinstance(each, ast.ImportFrom):
            yield from (name.asname for name in each.names if name.asname and name.name == _GUARD)
        elif isinstance(each, ast.Assign) and _is_guard(each.value):
            yield from (target.id for target in each.targets if isinstance(target, ast.Name))
        elif isinstance(each, (ast.If, ast.Try)):
            for block in _blocks(each):
                yield from _guards(block)


def _outcome(statement: ast.stmt, guards: frozenset[str]) -> bool | None:
    if not isinstance(statement, ast.If):
        return None
    test = statement.test
    if any(isinstance(each, ast.Name) and each.id in guards for each in ast.walk(test)):
        test = _Guards(guards).visit(copy.deepcopy(test))
    return truth(test)


class _Guards(ast.NodeTransformer):
    """Calls TYPE_CHECKING so wherever it stands under another name."""

    def __init__(self, guards: frozenset[str]) -> None:
        self._guards = guards

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(_GUARD, node.ctx) if node.id in self._guards else node


def _is_guard(node: ast.expr) -> bool:
    """Whether an expression is TYPE_CHECKING, whatever typing is imported as."""
    return isinstance(node, (ast.Name, ast.Attribute)) and (
        ast.unparse(node).rpartition(".")[2] == _GUARD
    )


def executed(statements: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements that running a module body may execute, in order.

    The branches of a compound statement follow it; bodies of functions and classes do not.
    """
    for statement in live(statements):
        yield statement
        if not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            for block in _blocks(statement):
                yield from executed(block)


def _blocks(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    """Yield the non-empty lists of statements inside a compound statement."""
    for field in ("body", "orelse", "finalbody"):
        block = getattr(statement, field, None)
        if block:
            yield block
    for part in (*getattr(statement, "handlers", ()), *getattr(statement, "cases", ())):
        yield part.body


def _is_main_guard(test: ast.expr) -> bool:
    return ast.unparse(test) in {"__name__ == '__main__'", "'__main__' == __name__"}


def _value(node: ast.expr) -> Any:
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Tuple):
        return tuple(_value(item) for item in node.elts)
    if _is_guard(node):
        return True
    if isinstance(node, (ast.Name, ast.Attribute)):
        return _fact(ast.unparse(node))
    if isinstance(node, ast.Subscript):
        return _value(node.value)[_index(node.slice)]
    if isinstance(node, ast.Compare):
        return _comparison(node)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        return _power_of_two(node)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _affix(node.func, node.args)
    raise _Unknown


def _affix(method: ast.Attribute, arguments: list[ast.expr]) -> bool:
    """Evaluate `sys.platform.startswith("linux")` and the like."""
    if method.attr not in {"startswith", "endswith"}:
        raise _Unknown
    return bool(getattr(_value(method.value), method.attr)(*map(_value, arguments)))


def _power_of_two(node: ast.BinOp) -> int:
    """Evaluate what `sys.maxsize` is compared with; nothing that could take for ever."""
    exponent = _value(node.right)
    if _value(node.left) != 2 or not isinstance(exponent, int) or not 0 <= exponent <= 128:
        raise _Unknown
    return int(2**exponent)


def _fact(name: str) -> Any:
    if name not in _FACTS:
        raise _Unknown
    return _FACTS[name]


def _index(node: ast.expr) -> Any:
    if isinstance(node, ast.Slice):
        ends = (node.lower, node.upper, node.step)
        return slice(*[None if end is None else _value(end) for end in ends])
    return _value(node)


def _comparison(node: ast.Compare) -> bool:
    left = _value(node.left)
    for symbol, right_node in zip(node.ops, node.comparators, strict=True):
        compare = _COMPARE.get(type(symbol))
        right = _value(right_node)
        if compare is None:
            raise _Unknown
        if not compare(left, right):
            return False
        left = right
    return True
