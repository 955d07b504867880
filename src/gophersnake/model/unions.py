"""Unions that have a name in Go."""

from __future__ import annotations

from dataclasses import dataclass

from gophersnake.model.location import Location
from gophersnake.model.types import Type


@dataclass(frozen=True, slots=True)
class Union:
    """`A | B`, under the name of its alias or one made of its types."""

    path: str
    """What refers to it: see Named."""
    module: str
    name: str
    cases: tuple[Type, ...]
    """The most specific first; none is optional."""
    location: Location
    doc: str = ""
    is_alias: bool = False
