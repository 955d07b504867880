"""
Robust statistics
=================

The functions of this module look at a sample without being misled by a few wild values.

Conventions
-----------
All angles are in radians::

    half_turn = math.pi

.. note::
   Missing values are not allowed.
"""

import numpy as np
from numpy.typing import NDArray


def outliers(
    data: NDArray[np.float64], weights: NDArray[np.float64], sigmas: float = 2.0, *, axis: int = 0
) -> tuple[NDArray[np.int64], float]:
    r"""Return the indices of the values that are far from the mean.

    A value is far when it is more than `sigmas` standard deviations away, which for a normal
    distribution is rare.

    Parameters
    ----------
    data, weights : ndarray of float64, shape (n, 3)
        Positions in metres and how much each counts.
        At least two.
    sigmas : float, optional
        Number of standard deviations. Default is 2.
    axis : {0, 1}
        The axis.

    Returns
    -------
    indices : ndarray of int64, shape (m,)
        Ascending.
    deviation : float
        The standard deviation, in metres.

    Raises
    ------
    ValueError
        If `data` is empty.

    See Also
    --------
    median : The middle value.

    Notes
    -----
    The distance is

    .. math:: z = \frac{x - \mu}{\sigma}

    as in [1]_.

    References
    ----------
    .. [1] J. W. Tukey, "Exploratory Data Analysis", 1977.

    Examples
    --------
    >>> outliers(np.array([1.0, 1.1, 9.0]))
    array([2])

    With a smaller limit:

    >>> outliers(np.array([1.0, 1.1, 9.0]), sigmas=1)
    array([0, 2])
    """


def median(data: list[float]) -> float:
    """
    The middle value.

    Parameters
    ----------
    data : list of float
        The values.

    Returns
    -------
    float
        The median, in the unit of `data`.
    """
