"""Functions that fail, each in its own way."""

from __future__ import annotations

import sys
from typing import Any

from .inner import deeper


class OutlierError(LookupError):
    """An exception of this module's own."""


class BrokenError(Exception):
    """One whose str() raises."""

    def __str__(self) -> str:
        raise RuntimeError("no text")


class MetaError(Exception):
    """One whose class lies about itself."""


MetaError.__module__ = None  # type: ignore[assignment]


class BrokenNote:
    """A note that has no str()."""

    def __str__(self) -> str:
        raise RuntimeError("no text")

    __repr__ = __str__


_nothing: dict[str, int] = {}


def key_error() -> None:
    raise KeyError("k")


def own() -> None:
    raise OutlierError("nothing at 7")


def below() -> None:
    """Fail three frames further down, in another file."""
    deeper(2)


def caused() -> None:
    try:
        deeper(0)
    except ValueError as error:
        raise RuntimeError("the outer one") from error


def in_context() -> None:
    try:
        deeper(0)
    except ValueError:
        _nothing["missing"]


def suppressed() -> None:
    try:
        deeper(0)
    except ValueError:
        raise RuntimeError("nothing before it") from None


def circle() -> None:
    """Raise two exceptions that each cause the other."""
    first, second = ValueError("first"), KeyError("second")
    first.__cause__, second.__cause__ = second, first
    raise first


def reached_only_backwards() -> None:
    """Raise one whose context is also the context of its cause's context."""
    last, cause = ArithmeticError("last"), ValueError("cause")
    middle = KeyError("middle")
    middle.__context__ = last
    cause.__context__ = middle
    error = RuntimeError("raised")
    error.__context__ = last
    error.__cause__ = cause
    raise error


def noted(*notes: str) -> None:
    error = ValueError("noted")
    error.__notes__ = list(notes)  # type: ignore[attr-defined]
    raise error


def with_broken_note() -> None:
    error = ValueError("noted")
    error.__notes__ = [BrokenNote(), "a good one"]  # type: ignore[attr-defined]
    raise error


def group() -> None:
    """Raise a group of two, one of which is a group (Python 3.11)."""
    group: Any = __builtins__["ExceptionGroup"]  # type: ignore[index]
    raise group("all of it", [ValueError("v"), group("in", [KeyError("k")])])


def broken_text() -> None:
    raise BrokenError


def no_module() -> None:
    raise MetaError("m")


def surrogate() -> None:
    raise ValueError("a lone \udc80 surrogate")


def lines() -> None:
    raise ValueError("first line\nsecond line")


def leave(code: Any) -> None:
    sys.exit(code)


def interrupted() -> None:
    raise KeyboardInterrupt


def recurse(depth: int) -> int:
    return 1 if depth == 0 else 1 + recurse(depth - 1)


def no_memory() -> bytes:
    return b"x" * (sys.maxsize - 100)


def raise_memory_error() -> None:
    raise MemoryError("said by Python")


def assertion(value: int) -> None:
    assert value > 0, f"{value} is not positive"


def many(depth: int) -> None:
    """Raise an exception with a long chain of contexts."""
    error: Exception = ValueError("0")
    for n in range(1, depth):
        following = ValueError(str(n))
        following.__context__ = error
        error = following
    raise error


def count(n: int) -> int:
    """Return n, if nothing before went wrong."""
    return n
