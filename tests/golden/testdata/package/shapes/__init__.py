"""Shapes, in a package with parts."""

from shapes._private import area
from shapes.solids.cube import volume

__all__ = ["area", "volume"]
