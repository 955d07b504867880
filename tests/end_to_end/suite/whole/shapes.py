"""Points and lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from whole.styles import Style

Dot = np.dtype([("x", np.float64), ("size", np.int32)])


@dataclass
class Point:
    x: float
    y: float


@dataclass
class Line:
    start: Point
    end: Point
    style: Style | None = None


def length(line: Line) -> float:
    """Return how long a line is."""
    width, height = line.end.x - line.start.x, line.end.y - line.start.y
    return float((width**2 + height**2) ** 0.5)
