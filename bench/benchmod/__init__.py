"""The typed Python side of every benchmark row.

The functions do as little as possible, so that what is measured is the way into Python and
back. A value that a function returns is made once and handed out again on each later call:
making it is not part of the work. Text is ASCII and whole numbers lie outside CPython's cache
of small ones, which are the common cases.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "array_in",
    "array_out",
    "await_in_python",
    "await_noop",
    "call_float2",
    "call_mixed4",
    "call_none",
    "compute",
    "detect",
    "detect_array",
    "dict_str_int_in",
    "dict_str_int_out",
    "gen_testdata",
    "list_float_in",
    "list_float_out",
    "list_str_in",
    "list_str_out",
]

_T = TypeVar("_T")

_ARRAY_SIZE = 10_000_000
_DEVIATIONS = 2.0
_EXCEPTIONAL = (7, 113, 835)


class _Prepared(dict[int, _T]):
    """Values by size, each made when first asked for.

    Importing the module therefore stays cheap, which the ``start`` row needs, and a later
    call pays one dictionary lookup.
    """

    def __init__(self, make: Callable[[int], _T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, size: int) -> _T:
        value = self[size] = self._make(size)
        return value


def _make_floats(size: int) -> list[float]:
    return [i * 0.5 for i in range(size)]


def _make_strings(size: int) -> list[str]:
    return [f"measurement {i}" for i in range(size)]


def _make_counts(size: int) -> dict[str, int]:
    return {f"station {i}": (i + 1) * 1_000_003 for i in range(size)}


def _make_array(size: int) -> NDArray[np.float64]:
    return np.arange(size, dtype=np.float64)


_FLOATS = _Prepared(_make_floats)
_STRINGS = _Prepared(_make_strings)
_COUNTS = _Prepared(_make_counts)
_ARRAYS = _Prepared(_make_array)


def compute(rounds: int) -> int:
    """Compute for a while, with what no other thread uses."""
    value = 0
    for number in range(rounds):
        value = (value * 3 + number) % 251
    return value


def call_none() -> None:
    """Do nothing: an empty call."""


def call_float2(a: float, b: float) -> float:
    """Return the sum of two floats."""
    return a + b


def call_mixed4(a: int, b: str, c: float, d: bool) -> None:
    """Take one argument of each scalar kind and do nothing with them."""


async def await_noop() -> None:
    """Do nothing, on the event loop."""


def await_in_python(n: int) -> None:
    """Have another thread's event loop do nothing, n times, as Python itself does that."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    for _ in range(n):
        asyncio.run_coroutine_threadsafe(await_noop(), loop).result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


def list_float_in(data: list[float]) -> None:
    """Take a list of floats and do nothing with it."""


def list_float_out(n: int) -> list[float]:
    """Return the prepared list of n floats."""
    return _FLOATS[n]


def list_str_in(data: list[str]) -> None:
    """Take a list of strings and do nothing with it."""


def list_str_out(n: int) -> list[str]:
    """Return the prepared list of n strings."""
    return _STRINGS[n]


def dict_str_int_in(data: dict[str, int]) -> None:
    """Take a dictionary from strings to ints and do nothing with it."""


def dict_str_int_out(n: int) -> dict[str, int]:
    """Return the prepared dictionary of n entries."""
    return _COUNTS[n]


def array_in(a: NDArray[np.float64]) -> None:
    """Take an array, one-dimensional and of any length, and do nothing with it."""


def array_out() -> NDArray[np.float64]:
    """Return the prepared array of shape (10_000_000,)."""
    return _ARRAYS[_ARRAY_SIZE]


def detect(data: list[float]) -> list[int]:
    """Return the indices of the outliers in a list.

    An outlier lies more than two standard deviations from the mean. The list is first made
    an array.
    """
    return detect_array(np.array(data, dtype=np.float64))


def detect_array(data: NDArray[np.float64]) -> list[int]:
    """Return the indices of the outliers in an array of shape (n,).

    An outlier lies more than two standard deviations from the mean.
    """
    distance = np.abs(data - data.mean())
    indices: list[int] = np.flatnonzero(distance > _DEVIATIONS * data.std()).tolist()
    return indices


def gen_testdata(n: int) -> list[float]:
    """Return n random floats whose only outliers are at 7, 113 and 835.

    n is at least 836.
    """
    # Uniform values never lie two standard deviations from their mean, so nothing but the
    # three values put in by hand can be an outlier, whatever the random numbers are.
    values = np.random.default_rng().uniform(-1.0, 1.0, n)
    values[list(_EXCEPTIONAL)] = (5.0, -5.0, 5.0)
    data: list[float] = values.tolist()
    return data
