"""Files: those that Go reads and writes, and those that are Go's."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any, BinaryIO, TextIO

_kept: list[Any] = []


def words(file: TextIO) -> list[str]:
    return [word for line in file for word in line.split()]


def rows(file: IO[str]) -> list[list[str]]:
    return list(csv.reader(file))


def size(file: BinaryIO, at_a_time: int) -> int:
    return sum(len(part) for part in iter(lambda: file.read(at_a_time), b""))


def first_line(file: IO[bytes]) -> bytes:
    return file.readline()


def last_byte(file: IO[bytes]) -> tuple[int, bytes]:
    return file.seek(-1, os.SEEK_END), file.read()


def write_rows(rows: list[tuple[str, int]], file: TextIO) -> None:
    csv.writer(file, lineterminator="\n").writerows(rows)


def write_zipped(data: bytes, file: IO[bytes]) -> None:
    with gzip.GzipFile(fileobj=file, mode="wb", mtime=0) as zipped:
        zipped.write(data)


def write_parts(parts: list[bytes], file: BinaryIO) -> list[int]:
    return [file.write(part) for part in parts]


def copy(source: BinaryIO, target: BinaryIO) -> None:
    shutil.copyfileobj(source, target)


def shout(file: IO[bytes]) -> None:
    """Read all of it, and write it again in capitals."""
    file.write(file.read().upper())


def load(file: Any) -> str:
    return type(file).__name__ + " " + json.dumps(json.load(file))


def facts(file: IO) -> list[str]:  # type: ignore[type-arg]
    abilities = ("readable", "writable", "seekable")
    return [type(file).__name__, *(each for each in abilities if getattr(file, each)())]


def closes(file: TextIO) -> str:
    with file:
        file.write("closed\n")
    try:
        file.write("again")
    except ValueError as error:
        return str(error)
    return "it is open"


def refusals(file: BinaryIO) -> list[str]:
    found = []
    reads, writes, seeks = partial(file.read, 1), partial(file.write, b"x"), partial(file.seek, 0)
    for action in (reads, writes, seeks, file.fileno):
        try:
            action()
        except io.UnsupportedOperation as error:
            found.append(str(error))
        else:
            found.append("")
    return found


def keep(file: TextIO) -> None:
    _kept.append(file)


def write_kept(text: str) -> None:
    _kept[-1].write(text)


def forget() -> None:
    _kept.clear()


def open_text(path: str, mode: str = "r") -> TextIO:
    return Path(path).open(mode, encoding="utf-8", newline="")  # type: ignore[return-value]


def open_binary(path: str, mode: str = "rb", buffering: int = -1) -> BinaryIO:
    return Path(path).open(mode, buffering)  # type: ignore[return-value]


def text_of(text: str) -> IO[str]:
    return io.StringIO(text, newline="")


def temporary(data: bytes) -> IO[Any]:
    file = tempfile.TemporaryFile()  # noqa: SIM115
    file.write(data)
    file.seek(0)
    return file


def same(file: TextIO) -> TextIO:
    return file


def is_kept(file: TextIO) -> bool:
    return file is _kept[-1]


def opened_and_kept(text: str) -> TextIO:
    _kept.append(io.StringIO(text))
    file: TextIO = _kept[-1]
    return file


def pipe() -> tuple[TextIO, TextIO]:
    """The two ends of a pipe: what is written to the second comes out of the first."""
    reading, writing = os.pipe()
    return os.fdopen(reading, encoding="utf-8"), os.fdopen(writing, "w", 1, encoding="utf-8")


def lies() -> TextIO:
    return io.BytesIO(b"bytes")  # type: ignore[return-value]


def no_file() -> IO[bytes]:
    return 7  # type: ignore[return-value]


class Duck:
    """A file that is none of module io's."""

    def __init__(self, text: str) -> None:
        self._rest = text

    def read(self, size: int = -1) -> str:
        size = len(self._rest) if size < 0 else size
        found, self._rest = self._rest[:size], self._rest[size:]
        if "!" in found:
            raise RuntimeError("shouted at")
        return found

    def close(self) -> None:
        raise OSError("it cannot be closed")


def duck(text: str) -> IO[str]:
    return Duck(text)  # type: ignore[return-value]


def read_all(files: list[TextIO]) -> list[str]:
    return [file.read() for file in files]


def from_go(opened: Callable[[str], BinaryIO]) -> bytes:
    with opened("name") as file:
        return file.read()


def to_go(text: str, reads: Callable[[TextIO], int]) -> int:
    return reads(io.StringIO(text))


@contextmanager
def opening(path: str) -> Iterator[TextIO]:
    with Path(path).open("w", encoding="utf-8") as file:
        yield file


def named(source: str | IO[str]) -> str:
    return source if isinstance(source, str) else source.read()


def maybe(file: IO[bytes] | None = None) -> bytes:
    return b"none" if file is None else file.read()
