"""Files: what `typing` calls IO, TextIO and BinaryIO.

A file crosses as a function that does one step of it, whichever side it belongs to:
`step(action, data, number, whence)` returns bytes and a number, of which each action uses its
own. Texts are UTF-8 on the way, with their line ends as they are. What came from Python is
found again behind its function: it goes back as it was.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable
from typing import Any

from gophersnake.host.adapters import Adapter, Unfit
from gophersnake.host.adapters.iteration import known_by, original

Step = Callable[[str, bytes, int, int], "tuple[bytes, int]"]
"""
`read`    up to that many bytes; none at the end
`write`   the number of bytes, all of which are written
`seek`    the position afterwards; whence is that of `io.IOBase.seek`
`close`   of what is Python's
`can`     of what is Go's, as letters: r(ead), w(rite), s(eek), and t(ext) where Go asked for that
"""

_BYTES_IN_A_CHARACTER = 4
"""At most, in UTF-8."""


class GoFile(io.RawIOBase):
    """A reader or writer of Go's. To close it ends Python's use of it, and no more: whoever
    opened it in Go closes it there."""

    def __init__(self, step: Step, abilities: bytes) -> None:
        self._step = step
        self._abilities = abilities

    def readable(self) -> bool:
        return self._can(b"r")

    def writable(self) -> bool:
        return self._can(b"w")

    def seekable(self) -> bool:
        return self._can(b"s")

    def readinto(self, buffer: Any, /) -> int:
        self._need(b"r", "read")
        room = memoryview(buffer).cast("B")
        data, _ = self._step("read", b"", len(room), 0)
        room[: len(data)] = data
        return len(data)

    def write(self, data: Any, /) -> int:
        self._need(b"w", "write")
        return self._step("write", bytes(data), 0, 0)[1]

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        self._need(b"s", "seek")
        return self._step("seek", b"", offset, whence)[1]

    def _can(self, ability: bytes) -> bool:
        self._need(b"", "")
        return ability in self._abilities

    def _need(self, ability: bytes, action: str) -> None:
        if self.closed:
            raise ValueError("I/O operation on closed file")
        if ability not in self._abilities:
            raise io.UnsupportedOperation(f"what Go passed as a file cannot {action}")


def a_file(kind: str) -> Adapter:
    """`text` and `binary`; of no kind, it is what it says itself."""
    return Adapter(
        lambda step: original(step, lambda of_go: _opened(of_go, kind)),
        lambda file: _steps(file, kind),
    )


def _opened(step: Step, kind: str) -> io.IOBase:
    """Return what Python reads from and writes to. What it writes is with Go at once, so that
    nothing is left behind whose error would have nobody to go to."""
    abilities, _ = step("can", b"", 0, 0)
    raw = GoFile(step, abilities)
    file: Any = io.BufferedReader(raw) if b"r" in abilities and b"w" not in abilities else raw
    if kind == "text" or (not kind and b"t" in abilities):
        return io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    return file  # type: ignore[no-any-return]


def _steps(file: Any, kind: str) -> Step:
    is_text = isinstance(file, io.TextIOBase)
    is_binary = isinstance(file, (io.RawIOBase, io.BufferedIOBase))
    is_file = any(callable(getattr(file, name, None)) for name in ("read", "write"))
    if not is_file or (is_text if kind == "binary" else is_binary and kind == "text"):
        raise Unfit(f"{kind} file" if kind else "file")
    decoder = codecs.getincrementaldecoder("utf-8")() if is_text or kind == "text" else None

    def step(action: str, data: bytes, number: int, whence: int, /) -> tuple[bytes, int]:
        match action:
            case "read":
                return _read(file, number), 0
            case "write":
                _write(file, data if decoder is None else decoder.decode(data))
                return b"", len(data)
            case "seek":
                return b"", file.seek(number, whence)
            case "close":
                try:
                    if decoder is not None:
                        decoder.decode(b"", final=True)  # raises where half a character is left
                finally:
                    file.close()
                return b"", 0
        raise AssertionError(action)

    steps: Step = known_by(step, file)
    return steps


def _read(file: Any, most: int) -> bytes:
    """Return what is there, up to so many bytes, but at least one character."""
    if hasattr(file, "read1"):
        data = file.read1(most)
    elif isinstance(file, io.TextIOBase) and not file.seekable():
        data = file.readline(max(1, most // _BYTES_IN_A_CHARACTER))  # does not wait for more
    elif isinstance(file, io.RawIOBase):
        data = file.read(most)
    else:
        data = file.read(max(1, most // _BYTES_IN_A_CHARACTER))
    if data is None:
        raise BlockingIOError("nothing to read at the moment from a file that does not block")
    return data.encode("utf-8") if isinstance(data, str) else bytes(data)


def _write(file: Any, data: Any) -> None:
    """Write all of it. A raw file may take less at a time."""
    written = file.write(data)
    while isinstance(file, io.RawIOBase) and written != len(data):
        if written is None:
            raise BlockingIOError("a file that does not block takes nothing at the moment")
        data = data[written:]
        written = file.write(data)
