"""Types that have no counterpart in Go: the values stay in Python."""

from collections.abc import Callable
from typing import Any, Protocol


class Account:
    """A class of the module."""


def apply(function: Callable[[int], int], values: list[int]) -> list[int]:
    """Apply a function to each value.

    Args:
        function: What is applied.
        values: To what.
    """


def either(value: int | str, other: int | str | None = None) -> int | str: ...


def accounts(names: list[str]) -> list[Account]: ...


def bad_keys(table: dict[frozenset[int], str], any_keys: dict[Any, int]) -> set[tuple[Any, int]]: ...


class Combines(Protocol):
    def __call__(self, first: int, *others: int) -> int: ...


def combined(how: Combines, values: list[int]) -> int: ...


def maybe(callback: Callable[[], None] | None = None, key: dict[Any, int] | None = None) -> None: ...
