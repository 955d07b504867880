"""Arrays whose types say their shape, and arrays whose types say hardly anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from jaxtyping import Float32, Float64, Num  # type: ignore[import-not-found,unused-ignore]

N = TypeVar("N", bound=int)


def centre(
    points: np.ndarray[tuple[int, Literal[3]], np.dtype[np.float32]],
) -> np.ndarray[tuple[Literal[3]], np.dtype[np.float32]]:
    """Return the mean of points in space."""
    return points.mean(axis=0)  # type: ignore[no-any-return]


def made(*extents: int) -> np.ndarray[tuple[int, Literal[3]], np.dtype[np.float32]]:
    """Return zeros of any shape, though one is promised."""
    made: Any = np.zeros(extents, np.float32)
    return made  # type: ignore[no-any-return]


def solve(
    matrix: np.ndarray[tuple[N, N], np.dtype[np.float64]],
    vector: np.ndarray[tuple[N], np.dtype[np.float64]],
) -> np.ndarray[tuple[N], np.dtype[np.float64]]:
    """Solve a system of equations."""
    solved: Any = np.linalg.solve(matrix, vector)
    return solved  # type: ignore[no-any-return]


def product(
    a: Float64[np.ndarray, "rows inner"],
    b: Float64[np.ndarray, "inner columns"],
) -> Float64[np.ndarray, "rows columns"]:
    return a @ b


def broken(a: Float64[np.ndarray, "... n"]) -> Float64[np.ndarray, "... n"]:
    """Return one element more than promised."""
    return np.append(a, 0.0)


def together(
    images: list[Float32[np.ndarray, "height width"]],
) -> Float32[np.ndarray, "count height width"]:
    return np.stack(images)


def last(a: Float64[np.ndarray, "... 2"], scale: Float64[np.ndarray, ""]) -> NDArray[np.float64]:
    return np.asarray(a[..., -1] * scale)


def sum_of(a: Num[np.ndarray, "n n"]) -> float:
    return float(np.real(a.sum()))


def cast(a: np.ndarray, dtype: str) -> np.ndarray:
    """Return an array of another element type."""
    return a.astype(dtype)


def maybe(a: NDArray[Any] | None = None) -> NDArray[Any] | None:
    return a
