"""Functions of Go's that Python awaits, and async functions of Python's as values."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import threading
import time
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Protocol

_kept: list[Callable[[int], Awaitable[int]]] = []


async def both(f: Callable[[str, int], Awaitable[str]], first: str, second: str) -> list[str]:
    """Await two calls at once."""
    return list(await asyncio.gather(f(first, 1), f(second, 2)))


async def nothing(f: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Await f in a task, which only a coroutine can be made."""
    await asyncio.create_task(f())


async def anything(f: Callable[..., Awaitable[Any]]) -> Any:
    """Await f with arguments of all kinds."""
    return await f(1, "two", key={"k": None})


async def maybe(f: Callable[[int], Awaitable[int]] | None = None) -> int:
    """Await f, if there is one."""
    return -1 if f is None else await f(20)


class Fetch(Protocol):
    """A function with names."""

    async def __call__(self, url: str, *, retries: int = 3) -> bytes: ...


async def fetch(f: Fetch) -> list[bytes]:
    """Call f as its Protocol allows."""
    return [await f("a"), await f(url="b", retries=1)]


async def beats(f: Callable[[], Awaitable[None]]) -> int:
    """Count the turns of the loop while f is awaited."""
    task = asyncio.ensure_future(f())
    count = 0
    while not task.done():
        count += 1
        await asyncio.sleep(0.001)
    return count


def in_loop_of_its_own(f: Callable[[int], Awaitable[int]], n: int) -> int:
    """Await f on another event loop than that of async functions."""
    return asyncio.run(_await(f, n))


async def _await(f: Callable[[int], Awaitable[int]], n: int) -> int:
    return await f(n)


async def given_up(f: Callable[[], Awaitable[None]], seconds: float) -> str:
    """Await f, but not for longer than that."""
    began = time.monotonic()
    try:
        await asyncio.wait_for(f(), seconds)
    except (TimeoutError, asyncio.TimeoutError):
        return "in time" if time.monotonic() - began < 10 else "late"
    return "finished"


async def caught(f: Callable[[], Awaitable[int]]) -> str:
    """Await f, and return what it raises."""
    try:
        return str(await f())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


async def misused(f: Callable[[int], Awaitable[int]]) -> list[str]:
    """Return what comes of arguments that do not fit."""
    found = []
    for arguments in (("one",), (), (1, 2)):
        try:
            await f(*arguments)
        except TypeError as error:
            found.append(str(error))
    return found


def about(f: Callable[[int], Awaitable[int]]) -> list[str]:
    """Return what inspect knows of f."""
    return [
        str(inspect.signature(f)),
        str(asyncio.iscoroutinefunction(f)),
        str(callable(f)),
        repr(f).partition(".")[0],
    ]


async def many(f: Callable[[int], Awaitable[int]], count: int) -> list[int]:
    """Await that many calls at once, and return their sum and the threads that are then."""
    calls = [asyncio.ensure_future(f(i)) for i in range(count)]
    await asyncio.sleep(0)
    return [sum(await asyncio.gather(*calls)), threading.active_count()]


def adder(n: int) -> Callable[[int], Awaitable[int]]:
    """Return an async function."""

    async def add(more: int) -> int:
        await asyncio.sleep(0)
        if more < 0:
            raise ValueError(f"{more} is negative")
        return n + more

    return add


def is_same(f: Callable[[int], Awaitable[int]]) -> bool:
    """Whether f is the first that was kept."""
    return f is _kept[0]


def keep_adder(n: int) -> Callable[[int], Awaitable[int]]:
    _kept[:] = [adder(n)]
    return _kept[0]


@dataclass
class Handlers:
    """Async functions as fields."""

    on_item: Callable[[str], Awaitable[None]]
    size: Callable[[], Awaitable[int]] | None = None


async def handle(handlers: Handlers, items: list[str]) -> int:
    for item in items:
        await handlers.on_item(item)
    return -1 if handlers.size is None else await handlers.size()


async def endless(f: Callable[[], Awaitable[None]]) -> None:
    """Await f until this is cancelled."""
    while True:
        await f()


async def sum_of(numbers: AsyncIterator[int], most: int = 1_000_000) -> int:
    """Add numbers up, as many as there are or as are wanted."""
    total = 0
    async for n in numbers:
        total += n
        if total >= most:
            break
    return total


async def twice(numbers: AsyncIterable[int]) -> list[int]:
    """Iterate two times."""
    return [n async for n in numbers] + [n async for n in numbers]


async def paused(numbers: AsyncIterator[int], seconds: float) -> list[int]:
    """Give up waiting for an item now and then, but not for the items."""
    items: list[int] = []
    while True:
        try:
            items.append(await asyncio.wait_for(anext_of(numbers), seconds))
        except (TimeoutError, asyncio.TimeoutError):
            items.append(-1)
        except StopAsyncIteration:
            return items


async def cancelled_late(numbers: AsyncIterator[int]) -> list[int]:
    """Cancel the wait for an item that has come, before the loop knows of it."""
    task = asyncio.create_task(anext_of(numbers))
    await asyncio.sleep(0)
    time.sleep(0.3)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    return [number async for number in numbers]


def anext_of(numbers: AsyncIterator[int]) -> Coroutine[Any, Any, int]:
    async def step() -> int:
        return await numbers.__anext__()

    return step()


async def awaited(value: Awaitable[str]) -> str:
    """Await a value of Go's."""
    return (await value).upper()


async def in_a_task(value: Coroutine[Any, Any, int] | None) -> int:
    """Make a task of a coroutine of Go's."""
    return -1 if value is None else await asyncio.create_task(value)


@dataclass
class Feed:
    """Values that are still to come."""

    title: Awaitable[str]
    items: AsyncIterator[int]


def new_feed_to(to: int) -> Feed:
    async def title() -> str:
        return f"to {to}"

    async def items() -> AsyncIterator[int]:
        for i in range(to):
            await asyncio.sleep(0)
            yield i

    return Feed(title(), items())


async def read_feed(given: Feed) -> str:
    return f"{await given.title}: {[n async for n in given.items]}"
