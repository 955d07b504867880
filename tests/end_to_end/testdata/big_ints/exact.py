"""Whole numbers of any size, in every place where a type stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NewType

LARGEST: int = 2**64

Serial = NewType("Serial", int)


@dataclass
class Ratio:
    over: int
    under: int = 2**65


class Tally:
    total: int

    def __init__(self, total: int = 2**66) -> None:
        self.total = total

    def add(self, n: int) -> int:
        self.total += n
        return self.total


def factorial(n: int) -> int:
    return 1 if n < 2 else n * factorial(n - 1)


def doubled(ns: list[int]) -> list[int]:
    return [2 * n for n in ns]


def divided(n: int, by: int) -> tuple[int, int]:
    return divmod(n, by)


def smallest(*ns: int, default: int | None = None) -> int | None:
    return min(ns, default=default)


def powers(of: int) -> Iterator[int]:
    n = 1
    while True:
        n *= of
        yield n


def applied(f: Callable[[int], int], n: int) -> int:
    return f(n)


def counted(words: dict[int, str]) -> dict[str, int]:
    return {word: n for n, word in words.items()}


def either(n: int | str) -> int | str:
    return n + 1 if isinstance(n, int) else n


def next_serial(serial: Serial) -> Serial:
    return Serial(serial + 1)


def over(ratio: Ratio) -> Ratio:
    return Ratio(ratio.over * 2, ratio.under)
