"""Arrays of every dtype, rank and layout."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def _seen(a: NDArray[Any]) -> str:
    return f"{a.dtype} {a.shape} {a.tolist()}"


def bool(a: NDArray[np.bool_]) -> tuple[str, NDArray[np.bool_]]:
    return _seen(a), a.copy()


def int8(a: NDArray[np.int8]) -> tuple[str, NDArray[np.int8]]:
    return _seen(a), a.copy()


def uint8(a: NDArray[np.uint8]) -> tuple[str, NDArray[np.uint8]]:
    return _seen(a), a.copy()


def int16(a: NDArray[np.int16]) -> tuple[str, NDArray[np.int16]]:
    return _seen(a), a.copy()


def uint16(a: NDArray[np.uint16]) -> tuple[str, NDArray[np.uint16]]:
    return _seen(a), a.copy()


def int32(a: NDArray[np.int32]) -> tuple[str, NDArray[np.int32]]:
    return _seen(a), a.copy()


def uint32(a: NDArray[np.uint32]) -> tuple[str, NDArray[np.uint32]]:
    return _seen(a), a.copy()


def int64(a: NDArray[np.int64]) -> tuple[str, NDArray[np.int64]]:
    return _seen(a), a.copy()


def uint64(a: NDArray[np.uint64]) -> tuple[str, NDArray[np.uint64]]:
    return _seen(a), a.copy()


def float16(a: NDArray[np.float16]) -> tuple[str, NDArray[np.float16]]:
    return _seen(a), a.copy()


def float32(a: NDArray[np.float32]) -> tuple[str, NDArray[np.float32]]:
    return _seen(a), a.copy()


def float64(a: NDArray[np.float64]) -> tuple[str, NDArray[np.float64]]:
    return _seen(a), a.copy()


def complex64(a: NDArray[np.complex64]) -> tuple[str, NDArray[np.complex64]]:
    return _seen(a), a.copy()


def complex128(a: NDArray[np.complex128]) -> tuple[str, NDArray[np.complex128]]:
    return _seen(a), a.copy()
