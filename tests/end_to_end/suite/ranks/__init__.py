"""Arrays whose rank is part of their type."""

from __future__ import annotations

from typing import Any

import numpy as np


def _one_more(a: Any) -> Any:
    return a + np.int32(1)


def rank_0(
    a: np.ndarray[tuple[()], np.dtype[np.int32]],
) -> np.ndarray[tuple[()], np.dtype[np.int32]]:
    return _one_more(a)  # type: ignore[no-any-return]


def rank_1(
    a: np.ndarray[tuple[int], np.dtype[np.int32]],
) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    return _one_more(a)  # type: ignore[no-any-return]


def rank_2(
    a: np.ndarray[tuple[int, int], np.dtype[np.int32]],
) -> np.ndarray[tuple[int, int], np.dtype[np.int32]]:
    return _one_more(a)  # type: ignore[no-any-return]


def rank_3(
    a: np.ndarray[tuple[int, int, int], np.dtype[np.int32]],
) -> np.ndarray[tuple[int, int, int], np.dtype[np.int32]]:
    return _one_more(a)  # type: ignore[no-any-return]


def rank_4(
    a: np.ndarray[tuple[int, int, int, int], np.dtype[np.int32]],
) -> np.ndarray[tuple[int, int, int, int], np.dtype[np.int32]]:
    return _one_more(a)  # type: ignore[no-any-return]


def rank_5(
    a: np.ndarray[tuple[int, int, int, int, int], np.dtype[np.int32]],
) -> np.ndarray[tuple[int, int, int, int, int], np.dtype[np.int32]]:
    return _one_more(a)  # type: ignore[no-any-return]
