"""Telling Go that something is done, by numbers in a pipe.

Go reads the pipe as it reads a socket: no thread waits for it, no code of Go's runs on a
thread of Python's, and what is told at once arrives at once. What a number means is agreed
on elsewhere: 0 says that log records wait (host.logs), others are tickets (host.loop).
"""

from __future__ import annotations

import os
import struct
from collections.abc import Sequence

AT_ONCE = 512
"""So many numbers are written in one piece however many threads write (PIPE_BUF is 4096)."""

_pipe: int | None = None


def connect(descriptor: int) -> None:
    """Write to this descriptor from now on, in this process; not in forked children."""
    global _pipe
    if os.name == "nt":
        import msvcrt

        descriptor = msvcrt.open_osfhandle(descriptor, 0)  # type: ignore[attr-defined,unused-ignore]
    _pipe = descriptor
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=_disconnect)


def _disconnect() -> None:
    global _pipe
    _pipe = None


def tell(numbers: Sequence[int]) -> None:
    """Tell Go these numbers. Waits, without the GIL, if Go is far behind. Thread-safe."""
    for start in range(0, len(numbers), AT_ONCE):
        part = numbers[start : start + AT_ONCE]
        if _pipe is not None:
            os.write(_pipe, struct.pack(f"={len(part)}Q", *part))
