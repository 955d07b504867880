"""Types that are another type under a name of their own."""

from __future__ import annotations

from dataclasses import dataclass

from gophersnake.model.location import Location
from gophersnake.model.types import Type


@dataclass(frozen=True, slots=True)
class NewType:
    """`UserId = NewType("UserId", int)`, or an alias that stands in its own definition, as in
    `Tree = list["Tree"]`: in Python its values are those of `item`."""

    path: str
    """What refers to it: see Named."""
    module: str
    name: str
    item: Type
    location: Location
    doc: str = ""
    is_recursive: bool = False
    """Whether it is such an alias."""
