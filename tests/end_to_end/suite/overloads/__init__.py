"""Functions with overloads."""

from __future__ import annotations

from typing import overload


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
@overload
def double(x: list[float], *, by: float = 2.0) -> list[float]: ...
def double(x: object, *, by: float = 2.0) -> object:
    """Return twice of it."""
    if isinstance(x, list):
        return [by * each for each in x]
    assert isinstance(x, (int, str))
    return x * 2
