"""Asynchronous generators that are sent values, and asynchronous context managers."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing_extensions import Self

log: list[str] = []


def taken_log() -> list[str]:
    """Return what was logged, and forget it."""
    taken = log.copy()
    log.clear()
    return taken


async def averages(first: float = 0.0) -> AsyncGenerator[float, float]:
    """Yield the mean of what is sent; end at 0."""
    total, n, mean = 0.0, 0, first
    try:
        while True:
            sent = yield mean
            await asyncio.sleep(0)
            if sent == 0:
                return
            total, n = total + sent, n + 1
            mean = total / n
    finally:
        await asyncio.sleep(0)
        log.append("averages ended")


async def stubborn() -> AsyncGenerator[int, str]:
    """Yield on after one exception."""
    try:
        sent = yield 1
        log.append(sent)
    except ValueError as error:
        yield len(str(error))
    finally:
        log.append("stubborn ended")


async def echoes() -> AsyncGenerator[str, str]:
    """Yield what is sent, but a number for "number"; fail at "fail"."""
    sent = ""
    while sent != "fail":
        echo: Any = 7 if sent == "number" else sent
        sent = yield echo
    raise LookupError(sent)


async def sleepy(seconds: float) -> AsyncGenerator[int, int]:
    """Sleep after each item, and tell how that ended."""
    n = 0
    try:
        while True:
            n = yield n
            await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        log.append("cancelled")
        raise
    finally:
        log.append("sleepy ended")


async def in_one_task() -> AsyncGenerator[str, str]:
    """Yield whether this is still the task in which it began."""
    task = asyncio.current_task()
    sent = "begun"
    while True:
        same = asyncio.current_task() is task
        sent = yield f"{sent}: {same}"


async def limited(seconds: float) -> AsyncGenerator[int, int]:
    """Wait for the next item no longer than that (Python 3.11 and later)."""
    if sys.version_info >= (3, 11):
        async with asyncio.timeout(seconds):
            yield 1
    yield 2


async def opened() -> AsyncGenerator[float, float]:
    """Return a generator, after a while."""
    await asyncio.sleep(0)
    return averages(5.0)


async def continued(generator: AsyncGenerator[float, float]) -> float:
    """Send 10 to a generator that is passed back."""
    return await generator.asend(10.0)


def plainly(generator: Generator[float, float, None]) -> float:
    return generator.send(1.0)


def plain() -> Generator[float, float, None]:
    yield 1.0


def no_generator() -> AsyncGenerator[int, int]:
    wrong: Any = [1]
    return wrong  # type: ignore[no-any-return]


async def calling(function: Callable[[int], Any]) -> AsyncGenerator[int, int]:
    """Yield what a function of Go's makes of what is sent."""
    sent = 0
    while True:
        sent = yield int(str(function(sent)))


@dataclass
class Session:
    """A generator and a manager as fields."""

    means: AsyncGenerator[float, float]
    lock: AbstractAsyncContextManager[str] | None = None


def session(name: str) -> Session:
    return Session(averages(), resource(name) if name else None)


@asynccontextmanager
async def resource(name: str, *, suppress: bool = False) -> AsyncIterator[str]:
    """Log what happens around the body."""
    task = asyncio.current_task()
    await asyncio.sleep(0)
    log.append(f"enter {name}")
    try:
        yield name.upper()
    except Exception as error:
        log.append(f"{type(error).__name__}: {error}")
        if not suppress:
            raise
    finally:
        await asyncio.sleep(0)
        log.append(f"exit {name} in the same task: {asyncio.current_task() is task}")


@asynccontextmanager
async def numbered(n: int) -> AsyncGenerator[tuple[int, str], None]:
    yield n, str(n)


async def limit(seconds: float) -> AbstractAsyncContextManager[object]:
    """Return a timeout, which only a task can make (Python 3.11 and later)."""
    if sys.version_info >= (3, 11):
        return asyncio.timeout(seconds)
    return contextlib.nullcontext()


def failing(where: str) -> AbstractAsyncContextManager[int]:
    """Return a manager that fails there."""
    return _Failing(where)


class _Failing(AbstractAsyncContextManager[int]):
    def __init__(self, where: str) -> None:
        self.where = where

    async def __aenter__(self) -> int:
        if self.where == "enter":
            raise OSError("enter failed")
        return 7

    async def __aexit__(self, *_: object) -> None:
        if self.where == "exit":
            raise OSError("exit failed")


async def entered(manager: AbstractAsyncContextManager[str]) -> str:
    """Use a manager that is passed back."""
    async with manager as value:
        return value


class Connection:
    """A class whose objects are entered, in both ways."""

    def __init__(self, name: str) -> None:
        self.name = name

    async def __aenter__(self) -> Self:
        log.append(f"open {self.name}")
        return self

    async def __aexit__(self, *_: object) -> None:
        log.append(f"close {self.name}")

    def __enter__(self) -> str:
        return self.name

    def __exit__(self, *_: object) -> None:
        pass
