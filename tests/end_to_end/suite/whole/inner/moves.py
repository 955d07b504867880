"""Moving points."""

from __future__ import annotations

from dataclasses import dataclass

from whole.shapes import Point


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
