"""Arrays of structs, times, and texts of one length."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import numpy as np
from numpy.typing import NDArray

Packed = np.dtype([("x", np.float64), ("id", np.int32)])
"""A point, whose struct ends in Go with a gap that numpy does not have."""
Aligned = np.dtype([("flag", "?"), ("at", "M8[ms]"), ("name", "S5"), ("label", "U3")], align=True)
Nested = np.dtype([("where", Aligned), ("weights", np.float32, (2, 2))], align=True)
Crooked = np.dtype([("id", np.int32), ("x", np.float64)])
Label = np.dtype([("words", "U3", 2), ("days", np.dtype("M8[D]"), (2,))])
Stamp = np.dtype("datetime64[s]")
Code = np.dtype("S4")
Word = np.dtype("U4")


def points(n: int) -> Annotated[np.ndarray, Packed]:
    """Return points (0.0, 0), (0.5, 1), (1.0, 2) …"""
    made = np.zeros(n, Packed)
    made["id"] = np.arange(n)
    made["x"] = made["id"] / 2
    return made


def sum_of(points: np.ndarray[tuple[int], np.dtype[Packed]]) -> tuple[float, int, str]:  # type: ignore[valid-type]
    """Return the sums of x and id, and what numpy says of the array."""
    a: Any = points
    return float(a["x"].sum()), int(a["id"].sum()), f"{a.dtype.itemsize} {a.strides}"


def same(points: Annotated[np.ndarray, Packed]) -> Annotated[np.ndarray, Packed]:
    return points


def move(points: Annotated[np.ndarray, Packed], by: float) -> None:
    points["x"] += by


def aligned() -> Annotated[np.ndarray, Aligned]:
    return np.array([(True, "2020-01-02T03:04:05.678", b"abc", "öx")], Aligned)


def seen(a: Annotated[np.ndarray, Aligned]) -> str:
    return repr(a.tolist())


def nested(a: Annotated[np.ndarray, Nested]) -> Annotated[np.ndarray, Nested]:
    made: np.ndarray = a.copy()
    made["weights"] *= 2
    return made


def crooked(a: Annotated[np.ndarray, Crooked]) -> None:
    """Have a dtype that no Go struct has."""


def record_array() -> Annotated[np.ndarray, Packed]:
    """Return an array of a class made of numpy's."""
    return points(2).view(np.recarray)


def masked(kind: str) -> NDArray[np.float64]:
    """Return 0.0, 1.0 and 2.0 in an array of a class made of numpy's."""
    plain = np.arange(3.0)
    kinds: dict[str, Any] = {
        "one": np.ma.masked_equal(plain, 1.0),
        "none": np.ma.masked_equal(plain, 7.0),
        "no mask": np.ma.array(plain),
        "record": plain.view(np.recarray),
        "matrix": np.asmatrix(plain),
    }
    return kinds[kind]  # type: ignore[no-any-return]


def masked_objects() -> NDArray[np.object_]:
    return np.ma.array([1, 2], mask=[False, True], dtype=object)  # type: ignore[no-any-return,no-untyped-call,unused-ignore]


def wrong(kind: str) -> Annotated[np.ndarray, Packed]:
    """Return what is no array of points."""
    kinds: dict[str, Any] = {
        "other names": np.zeros(1, [("y", "f8"), ("id", "i4")]),
        "other type": np.zeros(1, [("x", "f4"), ("id", "i4")]),
        "aligned": np.zeros(1, np.dtype([("x", "f8"), ("id", "i4")], align=True)),
        "other order": np.zeros(1, [("x", ">f8"), ("id", "i4")]),
        "floats": np.zeros(1),
    }
    return kinds[kind]  # type: ignore[no-any-return]


def days(start: NDArray[np.datetime64], count: NDArray[np.timedelta64]) -> NDArray[np.datetime64]:
    return start + count


def times(unit: str) -> NDArray[np.datetime64]:
    return np.array(["2021-03-04T05:06:07", "NaT"], f"M8[{unit}]")


def spans(unit: str) -> NDArray[np.timedelta64]:
    return np.array([90, -1], f"m8[{unit}]")


def stamps(a: Annotated[np.ndarray, Stamp]) -> Annotated[np.ndarray, Stamp]:
    return a[::-1]


def any_times() -> np.ndarray:
    return np.array([1], "M8[us]")


def codes(a: Annotated[np.ndarray, Code]) -> Annotated[np.ndarray, Word]:
    return np.array([each.decode().upper() for each in a])


def code5() -> Annotated[NDArray[np.bytes_], Code]:
    return np.array([b"12345"])


def voids(kind: str) -> Annotated[NDArray[np.void], Packed]:
    return wrong(kind)


def stamped(a: Annotated[NDArray[np.datetime64], "M8[ms]"]) -> list[NDArray[np.datetime64]]:
    """Return the times in two units."""
    return [a, a.astype("M8[D]")]


def words(a: NDArray[np.str_]) -> NDArray[np.str_]:
    """Return each word twice, so that the longest is longer."""
    return np.array([each * 2 for each in a.tolist()], np.str_)


def grid(a: np.ndarray[tuple[int, int], np.dtype[np.bytes_]]) -> NDArray[np.bytes_]:
    """Return the first row."""
    return a[0] if len(a) else np.array([], np.bytes_)


def things(kind: str) -> NDArray[np.object_]:
    made: dict[str, Any] = {
        "mixed": np.array([1, "two", None, [3]], object),
        "matrix": np.array([[1, 2], [3, 4]], object),
        "floats": np.zeros(2),
        "list": [1, 2],
    }
    return made[kind]  # type: ignore[no-any-return]


def repeated(a: NDArray[np.object_]) -> tuple[str, list[Any]]:
    """Return what the array is, and its elements twice."""
    return f"{a.dtype} {a.shape} {a.tolist()!r}", [*a, *a]


def pairs(
    a: np.ndarray[tuple[int, Literal[2]], np.dtype[np.object_]],
) -> np.ndarray[tuple[int, Literal[2]], np.dtype[np.object_]]:
    return a[::-1]


def optional(a: NDArray[np.str_] | None = None) -> NDArray[np.timedelta64] | None:
    return None if a is None else np.array([len(a)], "m8[s]")


def fields(a: NDArray[np.void]) -> int:
    """Have an array of structs that nothing is known of."""
    return len(a.dtype.names or ())


def swapped_time() -> NDArray[np.datetime64]:
    """Return times in the byte order that the machine does not have."""
    return np.array([1], ">M8[s]")


def swapped_word() -> Annotated[NDArray[np.str_], Word]:
    return np.array(["abcd"], ">U4")


def labels(a: Annotated[NDArray[np.void], Label]) -> Annotated[NDArray[np.void], Label]:
    made: NDArray[np.void] = a.copy()
    made["words"][:, 1] = "two"
    made["days"][:, 0] += np.timedelta64(1, "D")
    return made
