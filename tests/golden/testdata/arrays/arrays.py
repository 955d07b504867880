"""numpy's arrays."""

from typing import Annotated, Any, Literal, TypeVar

import numpy as np
import numpy.typing as npt
from jaxtyping import Float, Float32, Num

N = TypeVar("N", bound=int)


def mean(data: npt.NDArray[np.float64]) -> float:
    """Return the mean of the data, shape (n,)."""


def flags(a: npt.NDArray[np.bool_]) -> npt.NDArray[np.int8]: ...


def integers(
    a: npt.NDArray[np.int16],
    b: npt.NDArray[np.int32],
    c: npt.NDArray[np.int64],
    d: npt.NDArray[np.uint8],
    e: npt.NDArray[np.uint16],
    f: npt.NDArray[np.uint32],
    g: npt.NDArray[np.uint64],
) -> None: ...


def floats(
    a: npt.NDArray[np.float16], b: npt.NDArray[np.float32], c: npt.NDArray[np.float16]
) -> npt.NDArray[np.complex64]: ...


def matrix(a: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> npt.NDArray[np.complex128]: ...


def many(a: list[npt.NDArray[np.float64]]) -> dict[str, npt.NDArray[np.float64]]: ...


def split(a: npt.NDArray[np.float64]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]: ...


def scaled(a: npt.NDArray[np.float64], factor: npt.NDArray[np.float64] | None = None) -> Any: ...


def points(
    a: np.ndarray[tuple[int, Literal[3]], np.dtype[np.float32]],
    b: np.ndarray[tuple[N, N], np.dtype[np.float32]],
) -> np.ndarray[tuple[N, Literal[3]], np.dtype[np.float32]]: ...


def jax_like(
    a: Float32[np.ndarray, "n 3"], b: Float[np.ndarray, "... n"]
) -> Num[np.ndarray, ""]: ...


def unknown(a: np.ndarray, b: npt.NDArray[Any] | None = None) -> npt.NDArray[Any] | None: ...


Point = np.dtype([("x", np.float64), ("y", np.float64), ("id", np.int32), ("name", "S8")])
"""A point with a name."""
Event = np.dtype([("first", Point), ("at", "M8[s]"), ("weights", np.float32, (2, 3))], align=True)
Crooked = np.dtype([("id", np.int32), ("x", np.float64)])
Word = np.dtype("U8")


def structs(
    a: Annotated[npt.NDArray[np.void], Point], b: Annotated[np.ndarray, Event], c: npt.NDArray[Word]
) -> np.ndarray[tuple[int], np.dtype[Point]]: ...


def times(a: npt.NDArray[np.datetime64]) -> Annotated[npt.NDArray[np.timedelta64], "m8[us]"]: ...


def crooked(a: Annotated[npt.NDArray[np.void], Crooked], b: npt.NDArray[np.void]) -> None: ...


def slices(
    a: npt.NDArray[np.object_], b: np.ndarray[tuple[int, int], np.dtype[np.bytes_]]
) -> npt.NDArray[np.str_]: ...
