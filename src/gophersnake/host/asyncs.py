"""What is awaited that is no function of a module: objects, and async callables."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any


async def wait(awaitable: Awaitable[Any], /) -> Any:
    return await awaitable


def call(function: Callable[..., Awaitable[Any]], /, *args: Any, **kwargs: Any) -> Awaitable[Any]:
    return function(*args, **kwargs)


def iterate(iterable: AsyncIterable[Any], /) -> AsyncIterator[Any]:
    return iterable.__aiter__()


def iterate_over(iterable: Callable[[], AsyncIterable[Any]], /) -> AsyncIterator[Any]:
    return iterate(iterable())


class GoError(Exception):
    """What an `async with` block whose body is Go's ends with, where Go's error is no exception
    of Python's."""


class Block:
    """An `async with` block with a body that is not Python's: an async iterator of the one
    value that the manager enters with. While it is out, the body runs."""

    def __init__(self, manager: AbstractAsyncContextManager[Any], /) -> None:
        self._manager = manager
        self._error: BaseException | None = None

    def fail(self, error: BaseException | str, /) -> None:
        """Have the block end with this exception."""
        self._error = GoError(error) if isinstance(error, str) else error

    def failed_with(self, error: BaseException, /) -> bool:
        """Whether this is the exception that the block was made to end with."""
        return error is self._error

    async def __aiter__(self) -> AsyncGenerator[Any, None]:
        async with self._manager as value:
            yield value
            if self._error is not None:
                raise self._error
