"""The module that changes under its Go code."""

from __future__ import annotations


def area(width: float, height: float) -> float:
    return width * height


def name(first: str, last: str = "") -> str:
    return f"{first} {last}".strip()


def fail(text: str) -> None:
    raise ValueError(text)
