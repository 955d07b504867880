"""Enums, whose members are names with values (https://docs.python.org/3/library/enum.html)."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator

import griffe

from gophersnake.model import Crosses, Enumeration, Member
from gophersnake.reader.classes import Classes
from gophersnake.reader.declarations.family import Family, Made, Reading

_FLAGS = {"enum.Flag", "enum.IntFlag"}
_STR = {"enum.StrEnum"}
_ENUMS = {"enum.Enum", "enum.IntEnum", "enum.ReprEnum", *_FLAGS, *_STR}
_LARGEST_SHIFT = 2**62

Value = str | int | None
"""None: not known."""


def _accepts(made: Made, classes: Classes) -> bool:
    return (
        isinstance(made, griffe.Class)
        and not made.path.startswith("enum.")
        and classes.descends(made, _ENUMS)
        and any(True for _ in _assigned(made, classes))
    )


def _hashable(_made: Made, _classes: Classes) -> bool:
    return True


def _read(made: Made, reading: Reading) -> Enumeration:
    assert isinstance(made, griffe.Class)
    values = _values(made, reading.classes)
    crosses = _crosses(made, values, reading.classes)
    docs = {name: member.docstring for name, member in made.members.items()}
    members = []
    for name, value in values.items():
        doc = docs.get(name)
        text = doc.value if doc else ""
        if crosses is Crosses.NAME:
            first = next(each for each, other in values.items() if _same(other, value, each, name))
            members.append(Member(name, first, text))
        elif value is not None:
            members.append(Member(name, value, text))
    return Enumeration(
        path=made.path,
        module=made.module.path,
        name=made.path.removeprefix(f"{made.module.path}."),
        crosses=crosses,
        members=tuple(members),
        location=reading.functions.types.location(made),
        doc=inspect.cleandoc(made.docstring.value) if made.docstring else "",
    )


def _same(other: Value, value: Value, name: str, own: str) -> bool:
    return name == own or (value is not None and type(other) is type(value) and other == value)


def _crosses(made: griffe.Class, values: dict[str, Value], classes: Classes) -> Crosses:
    if classes.descends(made, _FLAGS):
        return Crosses.BITS
    changes = any("__new__" in each.members for each in _own_line(made, classes))
    kinds = {type(value) for value in values.values()}
    return Crosses.VALUE if not changes and kinds in ({str}, {int}) else Crosses.NAME


def _own_line(made: griffe.Class, classes: Classes) -> Iterator[griffe.Class]:
    for cls in classes.mro(made):
        if not cls.path.startswith(("enum.", "builtins.")):
            yield cls


def _assigned(made: griffe.Class, classes: Classes) -> Iterator[tuple[str, ast.expr]]:
    """Yield the members of the class: the variables of its body that are no descriptors, and
    not private."""
    for statement in classes.body(made):
        targets: list[ast.expr] = []
        if isinstance(statement, ast.Assign):
            targets, value = statement.targets, statement.value
        elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
            targets, value = [statement.target], statement.value
        for target in targets:
            if isinstance(target, ast.Name) and not target.id.startswith("_"):
                called = isinstance(value, ast.Call) and classes.path(value.func, made.module)
                if not isinstance(value, ast.Lambda) and called != "enum.nonmember":
                    yield target.id, value


def _values(made: griffe.Class, classes: Classes) -> dict[str, Value]:
    known: dict[str, Value] = {}
    for name, node in _assigned(made, classes):
        called = classes.path(node.func, made.module) if isinstance(node, ast.Call) else ""
        if called == "enum.auto":
            known[name] = _automatic(made, name, known, classes)
        else:
            known[name] = _value(node, known)
    return known


def _automatic(made: griffe.Class, name: str, known: dict[str, Value], classes: Classes) -> Value:
    """Return what `auto()` is: the next number or power of two, or the name in small letters."""
    if any("_generate_next_value_" in each.members for each in _own_line(made, classes)):
        return None
    if classes.descends(made, _STR):
        return name.lower()
    numbers = [value for value in known.values() if isinstance(value, int)]
    if len(numbers) != len(known):
        return None
    highest = max(numbers, default=0)
    return 1 << highest.bit_length() if classes.descends(made, _FLAGS) else highest + 1


_OPERATORS: dict[type, Callable[[int, int], int]] = {
    ast.BitOr: int.__or__,
    ast.BitAnd: int.__and__,
    ast.BitXor: int.__xor__,
    ast.LShift: lambda left, right: left << min(right, 64),
    ast.Add: int.__add__,
    ast.Sub: int.__sub__,
    ast.Mult: int.__mul__,
}


def _value(node: ast.expr, known: dict[str, Value]) -> Value:
    """Return a str or int that an expression is sure to make."""
    if isinstance(node, ast.Constant):
        value = node.value
        return value if isinstance(value, (str, int)) and not isinstance(value, bool) else None
    if isinstance(node, ast.Name):
        return known.get(node.id)
    if isinstance(node, ast.UnaryOp):
        operand = _value(node.operand, known)
        if isinstance(operand, int):
            return -operand if isinstance(node.op, ast.USub) else None
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        left, right = _value(node.left, known), _value(node.right, known)
        if isinstance(left, int) and isinstance(right, int) and 0 <= right < _LARGEST_SHIFT:
            return _OPERATORS[type(node.op)](left, right)
    return None


FAMILY = Family(_accepts, _read, _hashable)
