"""docs/reference/typing.md, made of the rows and of what the generator says to them.

python -m tests.docs.typing_page       writes the page
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from gophersnake import reader, writer
from gophersnake.writer import Entry
from tests.docs.rows import ROWS, Row

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "typing.md"
_MODULE = "constructs"
_HEADER = '''"""One function in and one out for each construct."""

from __future__ import annotations

import typing
from collections.abc import Buffer
from dataclasses import dataclass
from typing import *
from functools import partial
from typing import AbstractSet, NamedTuple, NewType, Protocol, TypedDict, TypeVar
from typing_extensions import TypeForm

import jax
import numpy as np
import torch
from jaxtyping import Float, Float32
from numpy.typing import ArrayLike, NDArray

T = TypeVar("T")
Ts = TypeVarTuple("Ts")
P = ParamSpec("P")
Vector: TypeAlias = list[float]
Tree: TypeAlias = list["Tree"]
Mode = Literal["a", "b"]
UserId = NewType("UserId", int)
Number = TypeVar("Number", int, float)
Bounded = TypeVar("Bounded", bound="Speaker")
Dot = np.dtype([("x", np.float64), ("size", np.int32)])
Packed = np.dtype([("size", np.int32), ("x", np.float64)])


@dataclass
class Point:
    x: float


class Box(Generic[T]):
    def __init__(self, item: T) -> None: ...


class Speaker(Protocol):
    def speak(self) -> str: ...


class Pair(NamedTuple):
    first: int
    second: str


class Movie(TypedDict):
    title: str
'''
_TOP = "# Python's typing, row by row\n\n" + " ".join(
    (
        "Every name of `typing` and of `collections.abc`, and the arrays of numpy: what a value",
        "annotated so is in Go,",
        "as a parameter and as a result. This page is made by the generator itself",
        "(`make generate`), and a test compares the two. An object is a `*python.Object`; the",
        "reason is in the last column. How values are converted and checked is in",
        "[types](types.md).\n",
    )
)


def page() -> str:
    """The page as it has to be."""
    rows = [row for group in ROWS.values() for row in group if row.annotation]
    found = dict(zip((row.annotation for row in rows), _generated(rows), strict=True))
    sections = [_TOP]
    for heading, group in ROWS.items():
        lines = [f"## {heading}", "", "| Python | for example | parameter | result | remarks |"]
        lines.append("|---|---|---|---|---|")
        lines += [_line(row, *found.get(row.annotation, ("", "", ""))) for row in group]
        sections.append("\n".join(lines) + "\n")
    return "\n".join(sections)


def _line(row: Row, parameter: str, result: str, reason: str) -> str:
    names = ", ".join(_code(name) for name in row.construct.split())
    remarks = "; ".join(filter(None, (row.note, reason)))
    if row.test:
        test = f"[test](../../tests/{row.test})"
        remarks = f"{remarks}; {test}" if remarks else test
    return (
        f"| {names} | {_code(row.annotation)} | {_code(parameter)} | {_code(result)} | {remarks} |"
    )


def _code(text: str) -> str:
    return f"`{text}`".replace("|", r"\|") if text else ""


def _generated(rows: list[Row]) -> Iterator[tuple[str, str, str]]:
    """For each row the Go type of a parameter, of a result, and why it is an object."""
    functions = "".join(
        f"\n\ndef take_{i}(value: {row.annotation}) -> None: ...\n"
        f"\n\ndef give_{i}({_told(row)}) -> {row.annotation}: ...\n"
        for i, row in enumerate(rows)
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{_MODULE}.py")
        path.write_text(_HEADER + functions, "utf-8")
        module = reader.read(_MODULE, search_paths=[Path(folder)])
        output = writer.render(module)
    go = "\n".join(output.files.values())
    reasons = {entry.name: entry for entry in output.report.entries}
    for i in range(len(rows)):
        yield _parameter(go, i), _result(go, i), _reason(reasons, i)


def _told(row: Row) -> str:
    """What a function takes that Go can tell its type variables from."""
    return (
        f"value: {row.annotation}"
        if re.search(r"\b(T|AnyStr|Number|Bounded)\b", row.annotation)
        else ""
    )


def _parameter(go: str, i: int) -> str:
    found = re.search(
        rf"(?m)^func Take{i}(?:\[.*?\])?\(ctx context\.Context, value (.*)\) error {{$", go
    )
    return found[1] if found else "—"


def _result(go: str, i: int) -> str:
    found = re.search(rf"(?m)^func Give{i}(?:\[.*?\])?\(ctx [^()]*\) (.*) {{$", go)
    return found[1] if found else "—"


def _reason(entries: dict[str, Entry], i: int) -> str:
    for name in (f"take_{i}", f"give_{i}"):
        entry = entries.get(name)
        if entry is not None and entry.gaps:
            return entry.gaps[0].reason
        if entry is not None and entry.reasons:
            return entry.reasons[0]
    return ""


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
