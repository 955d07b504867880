"""Types that are another type under a name of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NewType

UserId = NewType("UserId", int)
"""The number of a user."""
AdminId = NewType("AdminId", UserId)
Name = NewType("Name", str)
Weight = NewType("Weight", float)
Token = NewType("Token", bytes)
Path = NewType("Path", list[int])


@dataclass
class Ticket:
    owner: UserId
    title: Name
    weight: Weight = Weight(0.5)
    token: Token | None = None


def next_id(user: UserId) -> UserId:
    """Return the number after this one."""
    return UserId(user + 1)


def promoted(user: UserId) -> AdminId | None:
    return AdminId(UserId(-user)) if user else None


def owners(tickets: list[Ticket]) -> dict[UserId, list[Name]]:
    found: dict[UserId, list[Name]] = {}
    for each in tickets:
        found.setdefault(each.owner, []).append(each.title)
    return found


def doubled(users: list[UserId], weights: list[Weight]) -> tuple[list[UserId], list[Weight]]:
    return [UserId(each * 2) for each in users], [Weight(each * 2) for each in weights]


def unique(names: set[Name]) -> list[Name]:
    return sorted(names)


def signed(token: Token | None, ticket: Ticket) -> Ticket:
    ticket.token = token
    return ticket


def told(who: UserId | Name) -> UserId | Name:
    return who


def along(path: Path) -> Path:
    return Path(path[::-1])


def each_of(users: list[UserId], visit: Callable[[UserId], Name]) -> list[Name]:
    return [visit(each) for each in users]


def wrong() -> UserId:
    return "me"  # type: ignore[return-value]
