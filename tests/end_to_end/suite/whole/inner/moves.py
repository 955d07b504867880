"""Moving points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import numpy as np
from numpy.typing import NDArray

from whole.shapes import Dot, Point


@dataclass
class Move:
    by: Point
    times: int = 1


def moved(points: dict[str, Point], move: Move) -> dict[str, Point]:
    """Return the points where they are after a move."""
    return {
        name: Point(each.x + move.by.x * move.times, each.y + move.by.y * move.times)
        for name, each in points.items()
    }


def grown(dots: Annotated[NDArray[np.void], Dot], by: int) -> Annotated[NDArray[np.void], Dot]:
    """Return dots that are larger."""
    made: NDArray[np.void] = dots.copy()
    made["size"] += by
    return made
