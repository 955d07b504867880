"""Whole numbers as Go's int has them."""

from __future__ import annotations


def factorial(n: int) -> int:
    return 1 if n < 2 else n * factorial(n - 1)
