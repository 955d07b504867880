"""What is left out."""

from __future__ import annotations

from dataclasses import dataclass

from gophersnake.model.location import Location


@dataclass(frozen=True, slots=True)
class Skipped:
    """A public name that has no Go counterpart at all, and why."""

    name: str
    location: Location
    reason: str
