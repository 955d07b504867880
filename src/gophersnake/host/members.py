"""What generated code calls for the members of a class's instances.

A method is looked up on the instance, so that one that a subclass overrides is the one that
is called. Special methods are called by what Python itself calls them with: `len(x)`, `x[k]`.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import Any

METHOD = "method"
GET = "get"
SET = "set"
DELETE = "del"
CONSTANT = "constant"


def accessor(access: str, name: str, owner: Any) -> Callable[..., Any]:
    """Return the function that does this with the member of that name of its first argument,
    an instance of `owner`; with a constant, of `owner` itself, which may be a module. What sets
    a variable of a module takes nothing but the value.

    Raises LookupError for an access that this version does not know.
    """
    if access == METHOD:
        return _SPECIAL.get(name) or Method(name)
    if access == GET:
        return operator.attrgetter(name)
    if access == SET:
        is_module = isinstance(owner, ModuleType)
        return partial(setattr, owner, name) if is_module else _setter(name)
    if access == DELETE:
        return _deleter(name)
    if access == CONSTANT:
        return partial(getattr, owner, name)
    raise LookupError(
        f"this version of gophersnake does not know the access {access!r}: "
        "the Go module and the Python package must be of the same version"
    )


class Method:
    """Calls the method of that name of its first argument. The bridge knows it, and calls the
    method at once."""

    __slots__ = ("_gophersnake_method",)

    def __init__(self, name: str) -> None:
        self._gophersnake_method = name

    def __call__(self, instance: Any, /, *args: Any, **kwargs: Any) -> Any:
        return getattr(instance, self._gophersnake_method)(*args, **kwargs)


def _setter(name: str) -> Callable[[Any, Any], None]:
    def set_attribute(instance: Any, value: Any, /) -> None:
        setattr(instance, name, value)

    return set_attribute


def _deleter(name: str) -> Callable[[Any], None]:
    def delete_attribute(instance: Any, /) -> None:
        delattr(instance, name)

    return delete_attribute


def _itself(manager: Any, /) -> Any:
    return manager


_SPECIAL: dict[str, Callable[..., Any]] = {
    "__len__": len,
    "__bool__": bool,
    "__str__": str,
    "__repr__": repr,
    "__hash__": hash,
    "__iter__": iter,
    "__aiter__": aiter,
    "__enter__": _itself,
    "__aenter__": _itself,
    "__reversed__": reversed,
    "__next__": next,
    "__int__": int,
    "__float__": float,
    "__complex__": complex,
    "__bytes__": bytes,
    "__abs__": abs,
    "__round__": round,
    "__divmod__": divmod,
    "__contains__": operator.contains,
}


_OPERATORS = """
    eq ne lt le gt ge getitem setitem delitem index neg pos invert
    add sub mul matmul truediv floordiv mod pow lshift rshift and or xor
    iadd isub imul imatmul itruediv ifloordiv imod ipow ilshift irshift iand ior ixor
"""
_SPECIAL.update((f"__{each}__", getattr(operator, f"__{each}__")) for each in _OPERATORS.split())
