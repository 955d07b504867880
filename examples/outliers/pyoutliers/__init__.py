"""Outliers in a series of numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

OUTLIERS = (7, 113, 835)
"""Where the values of `gen_testdata` are always exceptional."""


def gen_testdata() -> list[float]:
    """Return 1,000 random floats, of which those at 7, 113 and 835 are outliers."""
    rng = np.random.default_rng()
    data = rng.uniform(-1.0, 1.0, size=1_000)
    data[list(OUTLIERS)] = 97.0, 99.0, 101.0
    return data.tolist()


def detect(data: list[float], *, sigmas: float = 2.0) -> list[int]:
    """Return the indices of the values far from the mean, in ascending order.

    Args:
        data: The values, in any unit.
        sigmas: How many standard deviations from the mean a value must at least be.
    """
    return _indices(np.array(data), sigmas)


def detect_array(data: NDArray[np.float64], *, sigmas: float = 2.0) -> list[int]:
    """Return what `detect` does, of an array, which is not copied.

    Args:
        data: The values, one dimension.
        sigmas: How many standard deviations from the mean a value must at least be.
    """
    return _indices(data, sigmas)


def _indices(data: NDArray[np.float64], sigmas: float) -> list[int]:
    distance = np.abs(data - data.mean())
    return np.flatnonzero(distance > sigmas * data.std()).tolist()
