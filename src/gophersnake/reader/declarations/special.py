"""The special methods of a class as what Go programs do with such values.

What every object has anyway (`len`, `str`, `repr`, `bool`, `==`) needs no method of its own,
but in records and enums.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import griffe

from gophersnake.model import (
    Function,
    IterationKind,
    IterationOf,
    ManagerOf,
    Named,
    Parameter,
    ParameterKind,
    Scalar,
    Skipped,
    Type,
)
from gophersnake.reader.declarations.generics import Bindings
from gophersnake.reader.declarations.methods import Owner, read_method
from gophersnake.reader.declarations.renamed import behind
from gophersnake.reader.functions import FunctionReader, Membership

NAMES = {
    "__getitem__": "item",
    "__setitem__": "set_item",
    "__delitem__": "del_item",
    "__contains__": "contains",
    "__iter__": "all",
    "__aiter__": "all",
    "__call__": "call",
    "__enter__": "manager",
    "__aenter__": "async_manager",
    "__lt__": "less",
    "__hash__": "hash",
    "__neg__": "neg",
    "__abs__": "abs",
    "__invert__": "invert",
    "__add__": "add",
    "__sub__": "sub",
    "__mul__": "mul",
    "__matmul__": "mat_mul",
    "__truediv__": "div",
    "__floordiv__": "floor_div",
    "__mod__": "mod",
    "__pow__": "pow",
    "__lshift__": "shift_left",
    "__rshift__": "shift_right",
    "__and__": "and",
    "__or__": "or",
    "__xor__": "xor",
}
"""What the special methods that Go has a use for are called."""

OF_VALUES = NAMES | {
    "__len__": "len",
    "__bool__": "truth",
    "__str__": "str",
    "__repr__": "repr",
}
"""Those of records and enums too, which are no objects in Go and so have none of what every
object has."""


def read_special(
    function: griffe.Function,
    owner: Owner,
    functions: FunctionReader,
    bindings: Bindings,
    member: griffe.Object | griffe.Alias,
) -> list[Function] | Skipped:
    """Return a special method by its name in Go, which gives way to a plain method of the class
    that is called so. The `member` of the class is another one than the function where that is
    only a name for it."""
    taken: Collection[str] = member.parent.members if member.parent else ()
    name = OF_VALUES[member.name]
    if member.name == "__aiter__" and "__iter__" in taken:
        name = "async_all"
    called = f"{name}_" if name in taken else name
    read = read_method(function, owner, functions, bindings, member, called)
    if isinstance(read, Skipped):
        return read
    return [_as_used(each, member.name, function, functions, bindings) for each in read]


def _as_used(
    read: Function,
    name: str,
    function: griffe.Function,
    functions: FunctionReader,
    bindings: Bindings,
) -> Function:
    """Return a method as the language calls it: with as many values as it needs, by place."""
    if name != "__call__":
        needed = [each for each in read.parameters if _is_needed(each)]
        by_place = (replace(each, kind=ParameterKind.POSITIONAL_ONLY) for each in needed)
        read = replace(read, parameters=tuple(by_place))
    if name == "__enter__":
        return replace(read, result=ManagerOf(read.result))
    if name == "__aenter__":
        return replace(read, result=ManagerOf(read.result, is_async=True), is_async=False)
    if name == "__iter__":
        return _as_range(read, function, functions, bindings)
    if name == "__aiter__" and not read.is_stream:
        item = _next("__anext__", read, function, functions, bindings)
        return read if item is None else replace(read, result=item, is_stream=True)
    return read


def _is_needed(parameter: Parameter) -> bool:
    variadic = (ParameterKind.VAR_POSITIONAL, ParameterKind.VAR_KEYWORD)
    return parameter.default is None and parameter.kind not in variadic


def _as_range(
    read: Function, function: griffe.Function, functions: FunctionReader, bindings: Bindings
) -> Function:
    """Return `__iter__` as what Go ranges over; of a class that is its own iterator, what its
    `__next__` returns."""
    given = read.result.item if isinstance(read.result, IterationOf) else None
    item = given or _next("__next__", read, function, functions, bindings) or Scalar.ANY
    return replace(read, result=IterationOf(IterationKind.ITERATOR, item), is_range=True)


def _next(
    name: str,
    read: Function,
    function: griffe.Function,
    functions: FunctionReader,
    bindings: Bindings,
) -> Type | None:
    """Return what the class that a method returns gives item by item, which may be its own; None
    where that is not known."""
    if not isinstance(read.result, Named):
        return None
    cls: griffe.Object | None = functions.types.follow(read.result.path).object
    is_own = read.result == read.parameters[0].type
    owner = function.parent if is_own else cls
    advance = owner.members.get(name) if owner is not None else None
    advance = behind(advance, functions.converter) if advance is not None else None
    if not isinstance(advance, griffe.Function) or (read.result.arguments and not is_own):
        return None
    return functions.read(advance, read.name, Membership(bindings if is_own else {})).result
