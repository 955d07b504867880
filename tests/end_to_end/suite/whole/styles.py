"""How lines are drawn. It needs the lines, and they need it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from whole.shapes import Line


class Dash(Enum):
    NONE = "none"
    DOTTED = "dotted"


class StyleError(Exception):
    """A style that cannot be drawn."""


@dataclass
class Style:
    width: float
    like: list[Line]
    dash: Dash = Dash.NONE

    @classmethod
    def thin(cls) -> Style:
        return cls(0.1, [])

    @classmethod
    def thick(cls) -> Style:
        return cls(10.0, [])

    def checked(self) -> StyleError | None:
        return None if self.width > 0 else StyleError(f"a width of {self.width}")


def styled(line: Line, width: float) -> Line:
    """Return the line in a style."""
    return Line(line.start, line.end, Style(width, [line]))


def style_thin(style: Style) -> bool:
    """Return whether a style is thin."""
    return style.width < 1.0
