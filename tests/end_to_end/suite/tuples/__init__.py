"""Named tuples of every form."""

from __future__ import annotations

from collections import namedtuple
from typing import Any, NamedTuple

Loose = namedtuple("Loose", "key value", defaults=[0])  # noqa: PYI024  # the old form is tested
Pair = NamedTuple("Pair", [("left", int), ("right", str)])  # noqa: UP014  # the call is tested


class Place(NamedTuple):
    """A place by its coordinates."""

    latitude: float
    longitude: float
    name: str = "nowhere"


class Link(NamedTuple):
    place: Place
    next: Link | None = None
    tags: tuple[str, ...] = ()


def place_of(place: Place) -> tuple[str, Place]:
    return repr(place), place


def pair_of(pair: Pair) -> Pair:
    return pair


def loose_of(loose: Loose) -> tuple[str, Loose]:
    return repr(loose), loose


def links(first: Link) -> list[Link]:
    found: list[Link] = []
    at: Link | None = first
    while at is not None:
        found.append(at)
        at = at.next
    return found


def visits(counts: dict[Place, int]) -> dict[Place, int]:
    return counts


def wrong(how: str) -> Place:
    """Return what is no Place, or has a field that is none of its."""
    values: dict[str, Any] = {
        "tuple": (1.0, 2.0, "here"),
        "field": Place(1.0, "west"),  # type: ignore[arg-type]
        "none": None,
    }
    found: Place = values[how]
    return found
