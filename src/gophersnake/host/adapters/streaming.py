"""Asynchronous iterables and iterators.

A sequence of Go's crosses as an async function of its steps, `pull(stop)`, or as what begins
one. One of Python's crosses as a callable that returns it.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable
from functools import partial
from typing import Any

from gophersnake.host.adapters import Adapter, Unfit
from gophersnake.host.adapters.awaiting import GoCoroutineFunction, of_go

Pull = Callable[[bool], "Awaitable[tuple[Any] | None]"]
"""The next item; None at the end. With True it is told to end."""


class GoAsyncIterator(AsyncGenerator[Any, None]):
    """An asynchronous iterator over a sequence of Go's, which runs only as far as it is asked
    to. It is stopped by aclose(), and when Python has dropped it."""

    def __init__(self, pull: Pull) -> None:
        self._pull: Pull | None = pull

    async def asend(self, value: None, /) -> Any:
        if value is not None:
            raise TypeError("a sequence of Go's cannot be sent a value")
        if self._pull is None:
            raise StopAsyncIteration
        try:
            item = await self._pull(False)
        except asyncio.CancelledError:  # the item is still to come
            raise
        except BaseException:
            self._pull = None
            raise
        if item is None:
            self._pull = None
            raise StopAsyncIteration
        return item[0]

    async def athrow(self, kind: Any, value: Any = None, traceback: Any = None, /) -> Any:
        await self.aclose()
        return await super().athrow(kind, value, traceback)

    async def aclose(self) -> None:
        pull, self._pull = self._pull, None
        if pull is not None:
            await pull(True)


class GoAsyncIterable(AsyncIterable[Any]):
    """A sequence of Go's, which may be iterated over as often as in Go."""

    def __init__(self, begin: Callable[[], Any]) -> None:
        self._begin = begin

    def __aiter__(self) -> GoAsyncIterator:
        return GoAsyncIterator(self._begin())


def _origin(source: Callable[[], Any]) -> Any:
    return source()


def _make_iterator(pull: Any) -> Any:
    return GoAsyncIterator(pull) if isinstance(pull, GoCoroutineFunction) else _origin(pull)


def _make_iterable(begin: Any) -> Any:
    return GoAsyncIterable(begin) if of_go(begin) else _origin(begin)


def _take_iterator(iterator: object) -> Callable[[], Any]:
    if not isinstance(iterator, AsyncIterator):
        raise Unfit("asynchronous iterator")
    return partial(_itself, iterator)


def _take_iterable(iterable: object) -> Callable[[], Any]:
    if not isinstance(iterable, AsyncIterable):
        raise Unfit("asynchronous iterable")
    return partial(_itself, iterable)


def _itself(source: Any) -> Any:
    return source


def an_iterator(_: str) -> Adapter:
    return Adapter(_make_iterator, _take_iterator)


def an_iterable(_: str) -> Adapter:
    return Adapter(_make_iterable, _take_iterable)
