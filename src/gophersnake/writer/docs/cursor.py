"""Lines read from the top, with a look at what comes next."""

from __future__ import annotations

from collections.abc import Callable, Sequence


class Cursor:
    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._at = 0

    def __bool__(self) -> bool:
        return self._at < len(self._lines)

    def peek(self, ahead: int = 0) -> str:
        """A line to come; empty past the end."""
        at = self._at + ahead
        return self._lines[at] if at < len(self._lines) else ""

    def take(self) -> str:
        line = self.peek()
        self._at += 1
        return line

    def take_while(self, wanted: Callable[[str], bool]) -> list[str]:
        taken: list[str] = []
        while self and wanted(self.peek()):
            taken.append(self.take())
        return taken

    def take_indented(self) -> list[str]:
        """The indented lines from here, with the blank ones between them."""
        taken = self.take_while(lambda line: not line.strip() or is_indented(line))
        while taken and not taken[-1].strip():
            taken.pop()
            self._at -= 1
        return taken


def is_indented(line: str) -> bool:
    return line[:1].isspace() and bool(line.strip())


def dedented(lines: Sequence[str]) -> list[str]:
    """The lines without the indentation they share."""
    indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return [line[indent:].rstrip() for line in lines]
