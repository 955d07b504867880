"""Async functions and awaitables.

One of Go's crosses as `begin`, which starts a goroutine and returns its `outcome`; told
that the goroutine has ended, whoever awaits it fetches the outcome, which returns the
result or raises. So no thread of Python's waits, whichever event loop it runs, and what
comes of a Go function comes as from any other.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from gophersnake.bridge import GoFunction  # type: ignore[attr-defined]
from gophersnake.host.adapters import Adapter, Unfit
from gophersnake.host.loop import awaited_by

Outcome = Callable[[bool], "tuple[Any] | None"]
"""Returns the result, or raises. With True it has the goroutine's context end instead."""
Begin = Callable[..., Outcome]


class GoCoroutineFunction:
    """An async function of Go's: a call that is awaited is a goroutine.

    If the task is cancelled, the goroutine's context ends, and the task goes on to end when
    the goroutine has.
    """

    __slots__ = ("__weakref__", "_begin")

    # By these, inspect and asyncio know what an `async def` has made.
    _is_coroutine_mark = getattr(inspect, "_is_coroutine_mark", None)
    _is_coroutine = getattr(asyncio.coroutines, "_is_coroutine", None)

    def __init__(self, begin: Begin) -> None:
        self._begin = begin

    async def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        waiter = _Waiter()
        leading = {"*told": waiter.tell, "*ticket": awaited_by.get()}
        outcome = self._begin(*args, **leading, **kwargs)
        try:
            await waiter.wait()
        except BaseException as error:
            outcome(True)
            if isinstance(error, asyncio.CancelledError):
                await waiter.wait()
            raise
        result = outcome(False)
        assert result is not None
        return result[0]

    def __repr__(self) -> str:
        return f"<async Go function {self.__qualname__}>"

    def __getattr__(self, name: str) -> Any:
        if name in ("__name__", "__qualname__"):
            return getattr(self._begin, name)
        raise AttributeError(f"a Go function has no attribute {name!r}")

    @property
    def __signature__(self) -> inspect.Signature:
        return inspect.signature(self._begin)


class _Waiter:
    """Waits, on the loop that is running, until `tell` is called on any thread."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._told = False
        self._future: asyncio.Future[None] | None = None

    async def wait(self) -> None:
        if not self._told:
            self._future = self._loop.create_future()
            await self._future

    def tell(self) -> None:
        self._loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        self._told = True
        if self._future is not None and not self._future.done():
            self._future.set_result(None)


def of_go(begin: object) -> bool:
    """Whether this is a function of Go's, not a callable of Python's that came back."""
    return type(begin) is GoFunction


def _make_function(begin: Any) -> Any:
    return GoCoroutineFunction(begin) if of_go(begin) else begin


def _take_function(function: object) -> object:
    if not callable(function):
        raise Unfit("callable")
    return function


def _make_awaitable(begin: Any) -> Awaitable[Any]:
    if of_go(begin):
        return GoCoroutineFunction(begin)()
    awaitable: Awaitable[Any] = begin.args[0]
    return awaitable


def _take_awaitable(awaitable: object) -> Callable[[], Awaitable[Any]]:
    if not isinstance(awaitable, Awaitable):
        raise Unfit("awaitable")
    return partial(_itself, awaitable)


def _itself(awaitable: Awaitable[Any]) -> Awaitable[Any]:
    return awaitable


def a_function(_: str) -> Adapter:
    return Adapter(_make_function, _take_function)


def an_awaitable(_: str) -> Adapter:
    return Adapter(_make_awaitable, _take_awaitable)
