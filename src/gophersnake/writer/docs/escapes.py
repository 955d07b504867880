"""Text that says the same and cannot be taken for an instruction to a Go tool."""

from __future__ import annotations

import re
import unicodedata

_TAB = 8
_DIRECTIVE = re.compile(r"^(\s*)((?:\+build\b|go:[a-z])\S*)")
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
_TICKS = re.compile(r"`{2,}")
_QUOTES = re.compile(r"'{2,}")


def plain(text: str) -> str:
    """A line of running text. Two quotes or two backticks in a row are curly quotes to Go, which
    means to leave more of them alone but loses count."""
    line = clean_line(text)
    line = _TICKS.sub("`", line)
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
    return _ODD.sub(_printable, text.expandtabs(_TAB))


def _printable(found: re.Match[str]) -> str:
    char = found[0]
    if char == "\ufeff":  # a byte order mark is legal at the start of a Go file only
        return ""
    return "\ufffd" if unicodedata.category(char) == "Cs" else " "
