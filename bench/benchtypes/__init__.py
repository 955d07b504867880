"""The typed Python side of the rows on what a value is made of: records, choices, unions,
functions, iterators and classes. As in benchmod the functions do as little as possible.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

__all__ = [
    "Color",
    "Counter",
    "Reading",
    "call_back",
    "enum",
    "iterate",
    "list_record_out",
    "make_counter",
    "record_in",
    "record_out",
    "union",
]


@dataclass
class Reading:
    """A record of ten fields."""

    station: int
    name: str
    temperature: float
    pressure: float
    humidity: float
    wind: float
    gusts: float
    direction: int
    valid: bool
    source: str


class Color(Enum):
    """A choice of three."""

    RED = "red"
    GREEN = "green"
    BLUE = "blue"


class Counter:
    """An object with a method."""

    def __init__(self) -> None:
        self.total = 0.0

    def add(self, amount: float) -> float:
        """Add to the total and return it."""
        self.total += amount
        return self.total


def _reading(i: int) -> Reading:
    return Reading(1_000 + i, "Uccle", 11.5, 1013.25, 0.5, 4.5, 9.25, 270 + i, True, "automatic")


_READING = _reading(0)
_READINGS = [_reading(i) for i in range(1_000)]


def record_in(reading: Reading) -> None:
    """Take a record and do nothing with it."""


def record_out() -> Reading:
    """Return the prepared record."""
    return _READING


def list_record_out() -> list[Reading]:
    """Return the prepared list of 1,000 records."""
    return _READINGS


def enum(color: Color) -> Color:
    """Return the color."""
    return color


def union(value: int | str | list[float]) -> int | str | list[float]:
    """Return the value."""
    return value


def call_back(function: Callable[[float], float]) -> float:
    """Return what the function makes of 1.5."""
    return function(1.5)


def iterate(n: int) -> Iterator[int]:
    """Give n numbers, from 1,000 on."""
    yield from range(1_000, 1_000 + n)


def make_counter() -> Counter:
    """Return a new counter."""
    return Counter()
