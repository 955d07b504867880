"""A function with its overloads, as its decorators leave it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import griffe

from gophersnake.model import Function, IterationOf, ManagerOf, ObjectOf, Scalar, Type
from gophersnake.reader.annotations import Converter
from gophersnake.reader.decorators import Does, Effect, effect
from gophersnake.reader.overloads import Reads, overloads_of, read_overloads
from gophersnake.reader.remade import remade


def read_decorated(
    function: griffe.Function,
    name: str,
    reader: Reads,
    converter: Converter,
    taken: Collection[str] = (),
    called: str = "",
) -> list[Function] | str:
    """Return a function for each overload, or why the decorators leave nothing to call.

    The first is `called` so, if that is not empty; no name is one of those `taken`.
    """
    done = effect(function, converter)
    if done.does is Does.REPLACES:
        return _another_signature(done)
    if overloads_of(function):
        read = read_overloads(function, name, reader, taken, called)
    else:
        read = [replace(reader.read(function, name), called=called)]
    made = [_decorated(each, done, function, converter) for each in read]
    kept = [each for each in made if each is not None]
    return kept if len(kept) == len(made) else _another_signature(done)


def _yielded(function: Function) -> Type:
    """Return what a generator function yields."""
    if isinstance(function.result, IterationOf):
        return function.result.item
    return function.result if function.is_stream else Scalar.ANY


def _another_signature(done: Effect) -> str:
    return f"its decorator @{done.decorator} gives it another signature"


def _decorated(
    function: Function, done: Effect, written: griffe.Function, converter: Converter
) -> Function | None:
    """Return a function as the decorators leave it; None where they leave nothing to call."""
    decorator = f"@{done.decorator}"
    if done.does in (Does.MAKES_MANAGER, Does.MAKES_ASYNC_MANAGER):
        is_async = done.does is Does.MAKES_ASYNC_MANAGER
        manager = ManagerOf(_yielded(function), is_async)
        return replace(function, result=manager, is_async=False, is_stream=False)
    if done.does is Does.REMAKES:
        found = remade(function, done.remaking, written, converter) if done.remaking else None
        if found is not None:
            return found
        if done.remaking is not None and done.remaking.passes:
            return None
        reason = f"the decorator {decorator} makes another result of it"
        result = ObjectOf(str(written.returns or "Any"), reason)
        return replace(function, result=result, is_async=False, is_stream=False)
    if done.does is Does.UNKNOWN:
        note = f"the decorator {decorator} may change the signature; it is taken as it is written"
        return replace(function, notes=(*function.notes, note))
    return function
