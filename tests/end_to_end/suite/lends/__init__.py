"""Memory that Go lends, kept beyond the call."""

from __future__ import annotations

import gc
from typing import Any

import numpy as np
from numpy.typing import NDArray

_kept: dict[str, Any] = {}


def keep(name: str, a: NDArray[np.float64]) -> None:
    """Store the array itself."""
    _kept[name] = a


def keep_view(name: str, a: NDArray[np.float64]) -> None:
    """Store only a view of every second element, backwards."""
    _kept[name] = a[::-2]


def keep_bytes(name: str, v: memoryview) -> None:
    """Store the second half of the bytes."""
    _kept[name] = v[len(v) // 2 :]


def keep_in_cycle(name: str, a: NDArray[np.float64]) -> None:
    """Store the array where only the garbage collector finds its end."""
    cycle: list[Any] = [a]
    cycle.append(cycle)
    _kept[name] = cycle


def keep_one_of(name: str, a: NDArray[np.float64], b: NDArray[np.float64]) -> None:
    """Store the second of two."""
    _kept[name] = b


def keep_and_fail(name: str, a: NDArray[np.float64]) -> None:
    """Store the array in a traceback."""
    try:
        raise ValueError(name)
    except ValueError as error:
        _kept[name] = error
        raise


def look(a: NDArray[np.float64]) -> float:
    """Use the array in the call only."""
    return float(a.sum())


def look_at_bytes(v: memoryview) -> int:
    """Use the bytes in the call only."""
    return sum(v)


def read(name: str) -> list[float]:
    """Return what was stored: an array, or bytes as numbers."""
    return list(_kept[name].tolist())


def write(name: str, index: int, value: float) -> None:
    """Write to a stored array."""
    _kept[name][index] = value


def give_back(name: str) -> NDArray[np.float64]:
    """Return the stored array, whose memory is Go's."""
    return _kept[name]  # type: ignore[no-any-return]


def forget(name: str) -> None:
    del _kept[name]


def collect() -> None:
    """Run Python's garbage collector."""
    gc.collect()
