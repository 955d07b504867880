"""Exceptions with attributes, and others derived from them."""

from __future__ import annotations

from collections.abc import Callable


class TooLargeError(ValueError):
    """A value is over the limit."""

    value: float

    def __init__(self, value: float, limit: float = 10.0) -> None:
        super().__init__(f"{value} is more than {limit}")
        self.value = value
        self.limit: float = limit

    @property
    def excess(self) -> float:
        """By how much it is over the limit."""
        return self.value - self.limit

    def advice(self, verb: str) -> str:
        return f"{verb} it by {self.excess}"


class FarTooLargeError(TooLargeError):
    """A value is far over the limit."""

    factor: int = 100


class StoppedError(Exception):
    """Has no constructor of its own."""


def check(value: float) -> None:
    if value > 1000:
        raise FarTooLargeError(value)
    if value > 10:
        raise TooLargeError(value)


def wrapped(value: float) -> None:
    try:
        check(value)
    except TooLargeError as error:
        raise RuntimeError("checking") from error


def grouped(value: float) -> None:
    """Raise what check raises in another way: it is a value first."""
    raise made(value)


def made(value: float) -> TooLargeError:
    return TooLargeError(value)


def stop(why: str) -> None:
    raise StoppedError(why)


def again(error: TooLargeError) -> None:
    """Raise an exception that comes from Go."""
    raise error


def guarded(do: Callable[[], None]) -> str:
    """Return what an except clause sees of what a function of Go's returns."""
    try:
        do()
    except TooLargeError as error:
        return f"{type(error).__name__}: {error}"
    return "nothing"
