"""Structured dtypes: the layout of structs in memory."""

from __future__ import annotations

from dataclasses import dataclass

from gophersnake.model.location import Location
from gophersnake.model.types import Described, DType, Named


@dataclass(frozen=True, slots=True)
class Slot:
    """One field: in Go's order and at Go's place, so that a Go struct has the same layout."""

    name: str
    element: DType | Described | Named
    shape: tuple[int, ...] = ()
    """Of a field that is an array itself."""
    size: int = 0
    """Of a struct: how many bytes it takes in numpy."""


@dataclass(frozen=True, slots=True)
class Layout:
    """`Point = np.dtype([("x", np.float64), ("id", np.int32)])`."""

    path: str
    """What refers to it: see Named."""
    module: str
    name: str
    slots: tuple[Slot, ...]
    size: int
    """How many bytes it takes in numpy: perhaps fewer than in Go, which ends a struct with a
    gap."""
    location: Location
    doc: str = ""
