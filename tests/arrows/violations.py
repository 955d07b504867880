"""What an import is, and which ones the tables forbid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tests.arrows.rooms import Room


@dataclass(frozen=True, order=True)
class Import:
    """One import: where it stands (`file:line`, or a package), from which room to which.

    `ours` says whether the target is a room of ours; if not, it is a package of others.
    """

    place: str
    room: str
    target: str
    ours: bool


def violations(imports: Iterable[Import], rooms: Mapping[str, Room]) -> Iterator[str]:
    """A line for each import that `rooms` does not allow, and for each room it does not know."""
    for each in sorted(set(imports)):
        if each.room not in rooms:
            yield f"{each.place}: the room {each.room} has no row in tests/arrows/rooms.py"
        elif each.target == each.room and each.ours:
            continue
        elif each.target not in (rooms[each.room].ours if each.ours else rooms[each.room].others):
            yield f"{each.place}: {each.room} must not use {each.target}"
