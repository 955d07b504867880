"""Names for types that are otherwise the same."""

from typing import NewType

UserId = NewType("UserId", int)
"""The number of a user."""
AdminId = NewType("AdminId", UserId)
Token = NewType("Token", bytes)
Route = NewType("Route", list[UserId])


Tree = list["Tree"]
"""A tree without values."""


def grown(tree: Tree) -> Tree | None: ...


def promote(user: UserId, token: Token | None = None) -> AdminId: ...


def along(route: Route) -> dict[UserId, Token]: ...


def either(who: UserId | str) -> None: ...
