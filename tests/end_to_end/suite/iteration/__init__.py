"""Iterators, generators and context managers, in both directions."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import count, islice
from typing import Any

log: list[str] = []


def taken_log() -> list[str]:
    """Return what was logged, and forget it."""
    taken = log.copy()
    log.clear()
    return taken


def numbers(n: int) -> Iterator[int]:
    """Yield 0 to n - 1, and log the end."""
    try:
        yield from range(n)
    finally:
        log.append("numbers ended")


_kept: list[Iterator[int]] = []


def kept(n: int) -> Iterator[int]:
    """Return numbers(n), and keep it."""
    _kept.append(numbers(n))
    return _kept[-1]


def forever() -> Iterator[int]:
    """Count for ever."""
    return count()


def squares(n: int) -> Iterable[int]:
    """Return a list, as an iterable."""
    return [i * i for i in range(n)]


def breaks(n: int) -> Generator[str, None, None]:
    """Yield n texts, then raise."""
    for i in range(n):
        yield f"text {i}"
    raise ValueError("no more")


def lies() -> Iterator[int]:
    """Yield an int, then a text."""
    yield 1
    wrong: Any = "two"
    yield wrong


def no_iterator() -> Iterator[int]:
    """Return what is no iterator."""
    wrong: Any = [1, 2]
    return wrong  # type: ignore[no-any-return]


def optional(n: int) -> Iterator[int | None]:
    """Yield None for odd numbers."""
    return (None if i % 2 else i for i in range(n))


def averages() -> Generator[float, float, str]:
    """Yield the mean of what is sent; at 0, return the count."""
    total, n = 0.0, 0
    mean = 0.0
    try:
        while True:
            sent = yield mean
            if sent == 0:
                return f"{n} numbers"
            total, n = total + sent, n + 1
            mean = total / n
    finally:
        log.append("averages ended")


def stubborn() -> Generator[int, None, str]:
    """Yield on after one exception, and fail when it is closed."""
    try:
        yield 1
    except Exception as error:
        yield len(str(error))
    finally:
        log.append("stubborn ended")
    return "done"


def echoes() -> Generator[str, str, str]:
    """Yield what is sent, but a number for "number"; return at "end"."""
    sent = ""
    try:
        while sent != "end":
            echo: Any = 7 if sent == "number" else sent
            sent = yield echo
    finally:
        log.append("echoes ended")
    return sent


def fails_at_close() -> Generator[int, int, None]:
    """Raise where it is closed."""
    try:
        yield 1
    finally:
        raise RuntimeError("in finally")


def total(values: Iterable[float]) -> float:
    """Sum."""
    return sum(values)


def called(functions: Iterable[Callable[[], int]]) -> list[int]:
    """Call each."""
    return [function() for function in functions]


def twice(values: Iterable[int]) -> tuple[int, int]:
    """Iterate twice."""
    return sum(values), max(values)


def first(values: Iterator[str], n: int) -> list[str]:
    """Take some, and close the rest."""
    taken = list(islice(values, n))
    close: Callable[[], None] | None = getattr(values, "close", None)
    if close is not None:
        close()
    return taken


_held: list[Iterator[int]] = []


def hold(values: Iterator[int]) -> int:
    """Take the first, and keep the rest."""
    _held.append(values)
    return next(values)


def drop() -> None:
    """Drop what is held."""
    _held.clear()


def again(values: Iterable[int]) -> Iterable[int]:
    """Return the very same iterable."""
    return values


def doubled(values: Iterator[int]) -> Iterator[int]:
    """Yield twice each, lazily."""
    return (2 * value for value in values)


def continued(generator: Generator[float, float, str]) -> float:
    """Send 10 to a generator that is passed back."""
    return generator.send(10.0)


@contextmanager
def opened(name: str, *, suppress: bool = False) -> Iterator[str]:
    """Log what happens around the body."""
    log.append(f"enter {name}")
    try:
        yield name.upper()
    except Exception as error:
        log.append(f"{type(error).__name__}: {error}")
        if not suppress:
            raise
    finally:
        log.append(f"exit {name}")


def manager() -> AbstractContextManager[int]:
    """Return a manager that fails when it is exited."""
    return _Failing()


class _Failing(AbstractContextManager[int]):
    def __enter__(self) -> int:
        return 7

    def __exit__(self, *_: object) -> None:
        raise OSError("exit failed")
