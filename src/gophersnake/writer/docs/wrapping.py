"""Lines of a given width."""

from __future__ import annotations

import re

_NOT_FIRST = re.compile(r"(?:[-+*•]|[0-9]+[.)])$|\+build|go:")


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width`, longer words apart.

    No line but the first begins with what Go or its tools read as more than text.
    """
    lines: list[str] = []
    for word in text.split():
        fits = lines and len(lines[-1]) + 1 + len(word) <= width
        if lines and (fits or _NOT_FIRST.match(word)):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
