"""Find outliers.

>>> detect([1.0, 1.1, 0.9, 1.0, 1.1, 0.9, 1.0, 9.0])
[7]
"""

import numpy as np


def detect(data: list[float], *, sigmas: float = 2.0) -> list[int]:
    """Return the indices of the values that are far from the mean.

    Args:
        data: The values, shape (n,).
        sigmas: How many standard deviations are far.
    """
    values = np.array(data)
    return np.flatnonzero(abs(values - values.mean()) > sigmas * values.std()).tolist()


def gen_testdata() -> list[float]:
    """1000 random values, of which those at 7, 113 and 835 are far from the others."""
    values = np.random.default_rng().normal(size=1000)
    values[[7, 113, 835]] = 50
    return values.tolist()
