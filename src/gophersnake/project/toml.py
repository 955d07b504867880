"""Where in a TOML file a key stands: tomllib gives values alone.

Good enough for messages: a key is found where it has a line or a table head of its own; one
inside an inline table, or written in an unusual way, is found at what it is inside of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gophersnake.model import Location

_HEAD = re.compile(r"\s*\[\[?(?P<keys>[^\]]+)\]\]?\s*(#.*)?$")
_KEY = re.compile(
    r"""\s*(?P<keys>(?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*="""
)
_PART = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*\.?""")
_AT = re.compile(r"at line (\d+), column (\d+)")


class Places:
    """The places of the keys of one file; `file` is its path as it is shown."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._lines = dict(reversed(list(_keys(text))))

    def of(self, keys: Sequence[str]) -> Location:
        """Where a key is given a value, else the nearest table or key that it is inside of."""
        for length in range(len(keys), 0, -1):
            if line := self._lines.get(tuple(keys[:length])):
                return Location(self._file, line)
        return Location(self._file, 1)

    def of_error(self, error: Exception) -> Location:
        """Where the parser gave up."""
        found = _AT.search(str(error))
        return (
            Location(self._file, int(found[1]), int(found[2])) if found else Location(self._file, 1)
        )


def _keys(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if head := _HEAD.match(line):
            table = _parts(head["keys"])
            yield table, number
        elif key := _KEY.match(line):
            yield (*table, *_parts(key["keys"])), number


def _parts(keys: str) -> tuple[str, ...]:
    return tuple(next(filter(None, found.groups()), "") for found in _PART.finditer(keys))
