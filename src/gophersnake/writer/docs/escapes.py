"""Text that says the same and cannot be taken for an instruction to a Go tool."""

from __future__ import annotations

import re
import unicodedata

_TAB = 8
_DIRECTIVE = re.compile(r"^(\s*)((?:\+build\b|go:[a-z])\S*)")
_TWO_TICKS = re.compile(r"(?<!`)``(?!`)")
# Go means to leave three and more alone, but counts them wrongly.
_MANY_TICKS = re.compile(r"`{5,}")
_QUOTES = re.compile(r"'{2,}")


def plain(text: str) -> str:
    """A line of running text. Two quotes or two backticks in a row are curly quotes to Go."""
    line = clean_line(text)
    line = _TWO_TICKS.sub("`", line)
    line = _MANY_TICKS.sub("````", line)
    line = _QUOTES.sub(lambda found: '"' * len(found[0]), line)
    while _defines_link(line):
        line = line[1:].replace("]:", ":", 1).strip()
    return harmless(line)


def harmless(line: str) -> str:
    """The line with backticks around what a tool would obey at its start."""
    return _DIRECTIVE.sub(r"\1`\2`", line)


def _defines_link(line: str) -> bool:
    """Go moves link definitions (`[text]: url`) to the end of a comment."""
    return line.startswith("[") and re.search(r"\]:[ \t].*://", line) is not None


def clean_line(text: str) -> str:
    """One line without spaces around it."""
    return clean(text).strip()


def clean(text: str) -> str:
    """A line with only characters that Go source may hold and that print."""
    return "".join(_printable(char) for char in text.expandtabs(_TAB))


def _printable(char: str) -> str:
    if char == "\ufeff":  # a byte order mark is legal at the start of a Go file only
        return ""
    category = unicodedata.category(char)
    if category in ("Zl", "Zp") or category == "Cc":
        return " "
    return "\ufffd" if category == "Cs" else char
