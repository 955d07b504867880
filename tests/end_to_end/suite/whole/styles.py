"""How lines are drawn. It needs the lines, and they need it."""

from __future__ import annotations

from dataclasses import dataclass

from whole.shapes import Line


@dataclass
class Style:
    width: float
    like: list[Line]


def styled(line: Line, width: float) -> Line:
    """Return the line in a style."""
    return Line(line.start, line.end, Style(width, [line]))
