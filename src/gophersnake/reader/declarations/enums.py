"""Enums, whose members are names with values (https://docs.python.org/3/library/enum.html)."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Callable, Collection, Iterator

import griffe

from gophersnake.model import Crosses, Enumeration, Function, Member, Named, Skipped
from gophersnake.reader.annotations.names import has_constant
from gophersnake.reader.classes import Classes
from gophersnake.reader.declarations.family import Family, Made, Reading
from gophersnake.reader.declarations.generics import lineage
from gophersnake.reader.declarations.methods import Owner
from gophersnake.reader.declarations.records import dataclasses
from gophersnake.reader.declarations.renamed import behind
from gophersnake.reader.declarations.valued import read_methods
from gophersnake.reader.deprecation import deprecation

_FLAGS = {"enum.Flag", "enum.IntFlag"}
_STR = {"enum.StrEnum"}
_ENUMS = {"enum.Enum", "enum.IntEnum", "enum.ReprEnum", *_FLAGS, *_STR}
_HARMLESS = _ENUMS | {"builtins.object", "typing.Generic", "typing.Protocol"}
"""What an enum may inherit from and have the values that are written."""
_LARGEST_SHIFT = 2**62

_TAKES_HIGHEST = sys.version_info >= (3, 11)
"""What `auto()` comes after: the highest value, or the last one."""

_NO_MEMBERS = frozenset(
    [
        *("enum.nonmember", "enum.property", "functools.partialmethod"),
        *("builtins.property", "builtins.staticmethod", "builtins.classmethod"),
    ]
)
_UNKNOWN = "its value is no number below 2**63 that can be read here"

Value = str | int | None
"""None: not known."""


def _accepts(made: Made, classes: Classes) -> bool:
    return (
        not made.path.startswith("enum.")
        and _is_of(made, _ENUMS, classes)
        and any(True for _ in _assigned(made, classes))
    )


def _is_of(made: Made, paths: Collection[str], classes: Classes) -> bool:
    """Whether an enum inherits from one of these; it may be made by calling one."""
    if isinstance(made, griffe.Class):
        return classes.descends(made, paths)
    call = classes.call(made)
    return call is not None and call[0] in paths


def _hashable(_made: Made, _classes: Classes) -> bool:
    return True


def _read(made: Made, reading: Reading) -> Enumeration:
    values = _values(made, reading.classes)
    crosses = _crosses(made, values, reading.classes)
    docs = {name: each.docstring for name, each in made.members.items()}
    name = made.path.removeprefix(f"{made.module.path}.")
    members = []
    unknown = []
    for member, value in values.items():
        doc = docs.get(member)
        text = doc.value if doc else ""
        if crosses is Crosses.NAME:
            same = (each for each, other in values.items() if _same(other, value, each, member))
            members.append(Member(member, next(same), text))
        elif value is not None:
            members.append(Member(member, value, text))
        else:
            location = reading.functions.types.location(made.members.get(member, made))
            unknown.append(Skipped(f"{name}.{member}", location, _UNKNOWN))
    methods, skipped = _methods(made, name, values, reading)
    return Enumeration(
        path=made.path,
        module=made.module.path,
        name=name,
        crosses=crosses,
        members=tuple(members),
        location=reading.functions.types.location(made),
        doc=inspect.cleandoc(made.docstring.value) if made.docstring else "",
        deprecated=deprecation(made, reading.converter),
        methods=tuple(methods),
        skipped=(*unknown, *skipped),
    )


def _methods(
    made: Made, name: str, members: Collection[str], reading: Reading
) -> tuple[list[Function], list[Skipped]]:
    if not isinstance(made, griffe.Class):
        return [], []
    line = lineage(made, reading.classes, reading.converter)
    owner = Owner(name, Named(made.path), made.path, line)
    known = {*members, *_ignored(made, reading.classes)}
    return read_methods(_own_line(made, reading.classes), owner, known, reading)


def _same(other: Value, value: Value, name: str, own: str) -> bool:
    return name == own or (value is not None and type(other) is type(value) and other == value)


def _crosses(made: Made, values: dict[str, Value], classes: Classes) -> Crosses:
    if _is_of(made, _FLAGS, classes):
        return Crosses.BITS
    kinds = {type(value) for value in values.values()}
    plain = kinds in ({str}, {int}) and not _is_changed(made, kinds, classes)
    return Crosses.VALUE if plain else Crosses.NAME


def _is_changed(made: Made, kinds: set[type], classes: Classes) -> bool:
    """Whether members may have other values than those that are written: what a class that the
    enum inherits from makes of them."""
    if not isinstance(made, griffe.Class):
        call = classes.call(made)
        return call is not None and any(each.arg == "type" for each in call[1].keywords)
    harmless = _HARMLESS | {f"builtins.{each.__name__}" for each in kinds}
    return any(
        "__new__" in each.members
        or classes.decorator(each, dataclasses.DECORATORS) is not None
        or any(base.object is None and base.path not in harmless for base in classes.bases(each))
        for each in _own_line(made, classes)
    )


def _own_line(made: Made, classes: Classes) -> Iterator[griffe.Class]:
    for cls in classes.mro(made) if isinstance(made, griffe.Class) else ():
        if not cls.path.startswith(("enum.", "builtins.")):
            yield cls


def _assigned(made: Made, classes: Classes) -> Iterator[tuple[str, ast.expr | None]]:
    """Yield the members of the class: the variables of its body that are no descriptors, and
    not private. Of one whose value is not written by itself, it is None."""
    if not isinstance(made, griffe.Class):
        yield from _listed(made, classes)
        return
    ignored = _ignored(made, classes)
    for statement in classes.body(made):
        for target, value in _pairs(statement):
            if not isinstance(target, ast.Name):
                continue
            if target.id.startswith("_") or target.id in ignored:
                continue
            if not _is_descriptor(target.id, value, made, classes):
                yield target.id, value


def _is_descriptor(name: str, value: ast.expr | None, made: griffe.Class, classes: Classes) -> bool:
    """Whether what the body of an enum gives a name is a function or property, or says that it
    is no member."""
    if isinstance(value, ast.Call):
        return classes.path(value.func, made.module) in _NO_MEMBERS
    member = made.members.get(name)
    if isinstance(value, ast.Lambda) or member is None:
        return isinstance(value, ast.Lambda)
    return behind(member, classes.converter) is not member


def _ignored(made: griffe.Class, classes: Classes) -> list[str]:
    """Return the names that the class says are no members, and which it does not keep."""
    pairs = (pair for statement in classes.body(made) for pair in _pairs(statement))
    return [
        name
        for target, value in pairs
        if isinstance(target, ast.Name) and target.id == "_ignore_" and value is not None
        for name in _words(value)
    ]


def _pairs(statement: ast.stmt) -> Iterator[tuple[ast.expr, ast.expr | None]]:
    """Yield what a statement assigns to, and what it assigns: also of `A, B = 1, 2`."""
    if isinstance(statement, ast.AnnAssign) and statement.value is not None:
        yield statement.target, statement.value
    if not isinstance(statement, ast.Assign):
        return
    for target in statement.targets:
        if not isinstance(target, (ast.Tuple, ast.List)):
            yield target, statement.value
            continue
        given = statement.value.elts if isinstance(statement.value, (ast.Tuple, ast.List)) else []
        known = given if len(given) == len(target.elts) else [None] * len(target.elts)
        yield from zip(target.elts, known, strict=True)


def _listed(made: griffe.Attribute, classes: Classes) -> Iterator[tuple[str, ast.expr | None]]:
    """Yield the members of `Enum("Color", "RED GREEN")`, in each form that they may have."""
    found = classes.call(made)
    assert found is not None
    _, call = found
    names = call.args[1] if len(call.args) > 1 else _setting(call, "names")
    pairs: list[tuple[ast.expr | None, ast.expr]] = []
    if isinstance(names, ast.Dict):
        pairs = list(zip(names.keys, names.values, strict=True))
    elif names is not None:
        yield from ((name, _AUTO) for name in _words(names))
        listed = (each.elts for each in getattr(names, "elts", ()) if isinstance(each, ast.Tuple))
        pairs = [(each[0], each[1]) for each in listed if len(each) == 2]
    for key, value in pairs:
        if isinstance(key, ast.Constant):
            yield str(key.value), value


def _words(names: ast.expr) -> list[str]:
    """Return the names in `"A B"`, `"A, B"` or `["A", "B"]`."""
    if isinstance(names, ast.Constant) and isinstance(names.value, str):
        return names.value.replace(",", " ").split()
    listed = names.elts if isinstance(names, (ast.List, ast.Tuple)) else []
    return [str(each.value) for each in listed if isinstance(each, ast.Constant)]


_AUTO = ast.Call(ast.Name("auto"), [], [])
"""The value of a name that is listed alone."""


def _setting(call: ast.Call, name: str) -> ast.expr | None:
    return next((each.value for each in call.keywords if each.arg == name), None)


def _values(made: Made, classes: Classes) -> dict[str, Value]:
    known: dict[str, Value] = {}
    for name, node in _assigned(made, classes):
        called = classes.path(node.func, made.module) if isinstance(node, ast.Call) else ""
        if node is _AUTO or called == "enum.auto":
            known[name] = _automatic(made, name, known, classes)
        else:
            known[name] = None if node is None else _value(node, known)
    return {name: value if has_constant(value) else None for name, value in known.items()}


def _automatic(made: Made, name: str, known: dict[str, Value], classes: Classes) -> Value:
    """Return what `auto()` is: the next number or power of two, or the name in small letters."""
    if any("_generate_next_value_" in each.members for each in _own_line(made, classes)):
        return None
    if _is_of(made, _STR, classes):
        return name.lower()
    numbers = [value for value in known.values() if isinstance(value, int)]
    start = _start(made, classes)
    if len(numbers) != len(known) or start is None:
        return None
    highest, last = (max(numbers), numbers[-1]) if numbers else (start - 1, start - 1)
    if _is_of(made, _FLAGS, classes):
        return 1 << (highest if _TAKES_HIGHEST else last).bit_length()
    return None if highest != last else highest + 1  # Pythons differ, but not on the names


def _start(made: Made, classes: Classes) -> int | None:
    """Return the first number that `auto()` gives; None where it is not known."""
    call = None if isinstance(made, griffe.Class) else classes.call(made)
    start = None if call is None else _setting(call[1], "start")
    if start is None:
        return 1
    value = _value(start, {})
    return value if isinstance(value, int) else None


_OPERATORS: dict[type, Callable[[int, int], int]] = {
    ast.BitOr: int.__or__,
    ast.BitAnd: int.__and__,
    ast.BitXor: int.__xor__,
    ast.LShift: lambda left, right: left << min(right, 64),
    ast.Pow: lambda left, right: left**right if right <= 64 else 2**64,
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
