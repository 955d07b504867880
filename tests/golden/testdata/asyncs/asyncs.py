"""Functions that are awaited, and asynchronous iterators."""

from asyncio import Future
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Coroutine


async def fetch(url: str, retries: int = 3) -> bytes:
    """Fetch a page.

    Args:
        url: Where it is.
        retries: How often it is tried again.

    Returns:
        What the server sent.
    """


async def close() -> None: ...


async def both(a: int) -> tuple[int, str]: ...


def later(a: int) -> Awaitable[list[int]]: ...


def task() -> Coroutine[None, None, str]: ...


def future() -> Future: ...


async def lines(url: str, *, limit: int | None = None) -> AsyncIterator[str]:
    """Yield the lines of a page."""
    yield ""


async def pairs(*urls: str, strict: bool = False) -> AsyncGenerator[tuple[int, str], None]:
    yield 0, ""


def ticks() -> AsyncIterator[None]: ...


async def untyped():
    yield 1


def consume(source: AsyncIterator[int]) -> None: ...
