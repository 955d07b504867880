"""Arrays that do not lie in memory as C would lay them, and some that cannot cross."""

from __future__ import annotations

import array
import sys
from typing import Any

import numpy as np
from numpy.typing import NDArray


def made(layout: str) -> NDArray[np.int32]:
    """Return an array of this layout; those of two dimensions hold 0 to 5."""
    table = np.arange(6, dtype=np.int32).reshape(2, 3)
    line = np.arange(10, dtype=np.int32)
    layouts: dict[str, NDArray[Any]] = {
        "c": table,
        "fortran": np.asfortranarray(table),
        "transposed": np.ascontiguousarray(table.T).T,
        "backwards": table[:, ::-1],
        "upside down": table[::-1],
        "every third": line[1::3],
        "backwards every second": line[::-2],
        "column": table[:, 1],
        "broadcast": np.broadcast_to(np.int32(7), (2, 3)),
        "empty": np.empty((0,), np.int32),
        "empty of rank 3": np.empty((2, 0, 3), np.int32),
        "scalar": np.array(42, np.int32),
        "one": table[1:, 2:],
        "unaligned": _unaligned(line),
        "rank 32": np.arange(2, dtype=np.int32).reshape((1,) * 31 + (2,)),
    }
    return layouts[layout]


def _unaligned(values: NDArray[np.int32]) -> NDArray[np.int32]:
    return np.frombuffer(b"." + values.tobytes(), np.int32, offset=1)


def wrong(kind: str) -> NDArray[np.float64]:
    """Return what is no array of float64 that can cross."""
    kinds: dict[str, Any] = {
        "float32": np.zeros(2, np.float32),
        "other byte order": np.zeros(2, ">f8"),
        "int64": np.zeros(2, np.int64),
        "long double": np.zeros(2, np.longdouble),
        "objects": np.array([1, "a"], object),
        "text": np.array(["a"]),
        "dates": np.zeros(2, "datetime64[s]"),
        "record": np.zeros(2, [("x", "f8"), ("y", "i4")]),
        "list": [1.0, 2.0],
        "scalar": np.float64(1),
        "None": None,
        "bytes": b"12345678",
        "matrix of objects": np.array([[None]]),
    }
    return kinds[kind]  # type: ignore[no-any-return]


def rank_2(a: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> float:
    """Return the sum of a table."""
    return float(a.sum())


def table(rank: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Return an array of this rank, though two is what is promised."""
    made: Any = np.zeros((1,) * rank)
    return made  # type: ignore[no-any-return]


def not_numpy() -> NDArray[np.float64]:
    """Return an array of the standard library."""
    return array.array("d", [1.5, 2.5])  # type: ignore[return-value]


def flags(a: NDArray[np.int32]) -> tuple[str, int, bool]:
    """Return the repr, the place in memory, and whether it can be written to."""
    return repr(a.tolist()), a.ctypes.data, a.flags.writeable


def same(a: NDArray[np.int32]) -> NDArray[np.int32]:
    return a


def is_kept(a: NDArray[np.int32]) -> bool:
    """Tell whether this is the object that `keep` returned."""
    return a is _kept


_kept: NDArray[np.int32] = np.arange(3, dtype=np.int32)


def keep() -> NDArray[np.int32]:
    """Return the same array each time."""
    return _kept


def references() -> int:
    """Count who holds the array that `keep` returns."""
    return sys.getrefcount(_kept)


def add_one(a: NDArray[np.int32]) -> None:
    """Change the array."""
    a += 1


def frozen() -> NDArray[np.int32]:
    """Return an array that must not be written to."""
    a = np.arange(3, dtype=np.int32)
    a.flags.writeable = False
    return a


def maybe(a: NDArray[np.int32] | None) -> NDArray[np.int32] | None:
    return a


def all_of(arrays: list[NDArray[np.int32]]) -> dict[str, NDArray[np.int32]]:
    return {str(i): a for i, a in enumerate(arrays)}
