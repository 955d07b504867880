"""Python's standard streams, written to Go."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from typing import Any


def redirect(name: str, write: Callable[[bytes], None]) -> None:
    """Replace `sys.<name>` by a text stream that gives what is written to `write`, line by line
    or when it is flushed. `write` takes all of it or raises."""
    before = getattr(sys, name)
    stream = io.TextIOWrapper(
        _Raw(f"<{name}>", write),  # type: ignore[type-var,unused-ignore]
        encoding="utf-8",
        errors=getattr(before, "errors", None) or "backslashreplace",
        newline="\n",
        line_buffering=True,
    )
    setattr(sys, name, stream)


class _Raw(io.RawIOBase):
    """What lies below the text, `sys.stdout.buffer`: bytes written here are written at once.

    There is no buffer with a lock in between, so a writer in Go may call Python that writes
    to the same stream.
    """

    def __init__(self, name: str, write: Callable[[bytes], None]) -> None:
        self.name = name
        self._write = write

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        text = bytes(data)
        if text:
            self._write(text)
        return len(text)

    def close(self) -> None:
        """Stay open: the end of a stream that was replaced is not the end of Go's writer."""
