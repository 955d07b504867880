"""The module that changes under its Go code."""

from __future__ import annotations

from dataclasses import dataclass


def area(width: float, height: float) -> float:
    return width * height


def name(first: str, last: str = "") -> str:
    return f"{first} {last}".strip()


@dataclass
class Box:
    width: float
    height: float = 1.0


def box_area(box: Box) -> float:
    return box.width * box.height


def fail(text: str) -> None:
    raise ValueError(text)
