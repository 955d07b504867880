"""A function with its overloads, as its decorators leave it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import griffe

from gophersnake.model import Function, IterationOf, ManagerOf, ObjectOf, Scalar, Type
from gophersnake.reader.decorators import Does, Effect, effect
from gophersnake.reader.library import Library
from gophersnake.reader.overloads import Reads, overloads_of, read_overloads


def read_decorated(
    function: griffe.Function,
    name: str,
    reader: Reads,
    library: Library,
    taken: Collection[str] = (),
    called: str = "",
) -> list[Function] | str:
    """Return a function for each overload, or why the decorators leave nothing to call.

    The first is `called` so, if that is not empty; no name is one of those `taken`.
    """
    done = effect(function, library)
    if done.does is Does.REPLACES:
        return f"its decorator @{done.decorator} gives it another signature"
    if overloads_of(function):
        read = read_overloads(function, name, reader, taken, called)
    else:
        read = [replace(reader.read(function, name), called=called)]
    return [_decorated(each, done, function) for each in read]


def _yielded(function: Function) -> Type:
    """Return what a generator function yields."""
    if isinstance(function.result, IterationOf):
        return function.result.item
    return function.result if function.is_stream else Scalar.ANY


def _decorated(function: Function, done: Effect, written: griffe.Function) -> Function:
    decorator = f"@{done.decorator}"
    if done.does in (Does.MAKES_MANAGER, Does.MAKES_ASYNC_MANAGER):
        is_async = done.does is Does.MAKES_ASYNC_MANAGER
        manager = ManagerOf(_yielded(function), is_async)
        return replace(function, result=manager, is_async=False, is_stream=False)
    if done.does is Does.CHANGES_RESULT:
        reason = f"the decorator {decorator} makes another result of it"
        result = ObjectOf(str(written.returns or "Any"), reason)
        return replace(function, result=result, is_async=False, is_stream=False)
    if done.does is Does.UNKNOWN:
        note = f"the decorator {decorator} may change the signature; it is taken as it is written"
        return replace(function, notes=(*function.notes, note))
    return function
