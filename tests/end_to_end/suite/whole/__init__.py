"""A package whose modules share types."""

from __future__ import annotations

from whole.shapes import Point


def origin() -> Point:
    """Return the origin."""
    return Point(0.0, 0.0)
