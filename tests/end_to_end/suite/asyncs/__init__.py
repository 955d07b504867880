"""What is awaited, and what is iterated over asynchronously."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from contextvars import ContextVar
from typing import Any

user: ContextVar[str] = ContextVar("user", default="nobody")
events: list[str] = []


def take_events() -> list[str]:
    """Return what has happened since this was last asked."""
    taken = events.copy()
    events.clear()
    return taken


async def noop() -> None:
    pass


async def sleep(seconds: float) -> None:
    await asyncio.sleep(seconds)


async def add(a: int, b: int = 10, *more: int, note: str | None = None) -> int:
    await asyncio.sleep(0)
    if note is not None:
        events.append(note)
    return a + b + sum(more)


async def total(data: list[float]) -> float:
    await asyncio.sleep(0)
    return sum(data)


async def pair(text: str) -> tuple[str, int]:
    await asyncio.sleep(0)
    return text, len(text)


async def wrong() -> int:
    return "text"  # type: ignore[return-value]


async def fail(text: str) -> int:
    await asyncio.sleep(0)
    return _inner(text)


def _inner(text: str) -> int:
    raise ValueError(text)


async def fail_in_group() -> None:
    """Fail in two tasks of a group (Python 3.11 and later)."""
    if sys.version_info >= (3, 11):
        async with asyncio.TaskGroup() as group:
            group.create_task(fail("one"))
            group.create_task(fail("two"))


async def clean_up(started: str, seconds: float) -> None:
    """Wait, and tell when it is over, which takes a moment."""
    events.append(started)
    try:
        await asyncio.sleep(seconds)
    finally:
        await asyncio.sleep(0.01)
        events.append("cleaned up")


async def fail_when_cancelled() -> None:
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        raise RuntimeError("not now") from None


async def finish_when_cancelled() -> str:
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        return "finished"
    return "never cancelled"


async def exit_with(status: int) -> None:
    raise SystemExit(status)


async def interrupt() -> None:
    raise KeyboardInterrupt


async def stop_the_loop() -> None:
    asyncio.get_running_loop().stop()
    await asyncio.sleep(0)


async def exit_in_a_task(status: int) -> str:
    """Do not await the task, and go on."""
    task = asyncio.create_task(exit_with(status))
    await asyncio.sleep(0.01)
    return repr(task.exception())


class _Stopping:
    """An async iterator that raises what only a plain one may."""

    def __aiter__(self) -> _Stopping:
        return self

    def __anext__(self) -> Awaitable[int]:
        raise StopIteration


def stopping() -> AsyncIterator[int]:
    return _Stopping()


async def cancel_itself() -> None:
    task = asyncio.current_task()
    assert task is not None
    task.cancel()
    await asyncio.sleep(1)


async def who() -> list[str]:
    """Return what the context variable is here, and in a task."""
    before = user.get()
    await asyncio.sleep(0)
    return [before, user.get(), await asyncio.create_task(_who())]


async def _who() -> str:
    return user.get()


def who_now() -> str:
    return user.get()


class Watcher:
    """Everything of it tells what the context variable is."""

    noted: str = ""

    @property
    def now(self) -> str:
        return user.get()

    @property
    def set(self) -> str:
        return self.noted

    @set.setter
    def set(self, value: str) -> None:
        self.noted = f"{value} by {user.get()}"

    def method(self) -> str:
        return user.get()

    def __len__(self) -> int:
        return len(user.get())

    def __iter__(self) -> Iterator[str]:
        return who_each()

    def asker(self) -> Callable[[str], str]:
        return lambda question: f"{question} {user.get()}"


class _Loud(Watcher):
    def method(self) -> str:
        return user.get().upper()


def loud() -> Watcher:
    return _Loud()


def who_each() -> Iterator[str]:
    while True:
        yield user.get()


@contextmanager
def as_who() -> Iterator[str]:
    try:
        yield user.get()
    finally:
        events.append(f"exit as {user.get()}")


async def loop() -> str:
    """Return whose the event loop is."""
    return type(asyncio.get_running_loop()).__module__.partition(".")[0]


async def thread_name() -> str:
    import threading

    return threading.current_thread().name


def later(text: str) -> Awaitable[str]:
    """Return a future, which only the loop's thread can make."""
    future: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, text)
    return future


def coroutine(a: int) -> Coroutine[Any, Any, int]:
    return add(a)


async def count(to: int) -> AsyncIterator[int]:
    """Count from 0, as long as somebody wants the next number."""
    try:
        for i in range(to):
            events.append(f"{i} asked for")
            yield i
    finally:
        await asyncio.sleep(0)
        events.append("closed")


def count_wrongly(to: int) -> AsyncIterator[str]:
    return count(to)  # type: ignore[return-value]


async def fail_after(count: int) -> AsyncGenerator[str, None]:
    for i in range(count):
        yield str(i)
    raise ValueError("no more")


def _limit() -> AbstractAsyncContextManager[object]:
    if sys.version_info >= (3, 11):
        return asyncio.timeout(60)
    return _nothing()


async def slowly(names: list[str], pause: float = 0.0) -> AsyncGenerator[tuple[int, str], None]:
    async with _limit():
        for place, name in enumerate(names):
            await asyncio.sleep(pause)
            yield place, f"{name} for {user.get()}"


class _Countdown:
    """An async iterator that is no generator, and has nothing to close."""

    def __init__(self, left: int) -> None:
        self.left = left

    def __aiter__(self) -> _Countdown:
        return self

    async def __anext__(self) -> int:
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        return self.left


def countdown(start: int) -> AsyncIterator[int]:
    return _Countdown(start)


@asynccontextmanager
async def _nothing() -> AsyncIterator[None]:
    yield


@asynccontextmanager
async def resource(name: str, suppress: bool = False) -> AsyncIterator[str]:
    events.append(f"open {name}")
    try:
        yield name
    except Exception as error:
        events.append(f"{type(error).__name__}: {error}")
        if not suppress:
            raise
    finally:
        events.append(f"close {name}")


def any_resource(name: str, suppress: bool = False) -> Any:
    """Return a context manager that is not said to be one."""
    return resource(name, suppress)
