"""A package of many functions, whose modules share classes and import each other.

GOPHERSNAKE_FUNCTIONS is how many: `GOPHERSNAKE_FUNCTIONS=10000 pytest -s` prints how long the
first run and the next one take.
"""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

FUNCTIONS = int(os.environ.get("GOPHERSNAKE_FUNCTIONS", "500"))
PER_MODULE = 100
MODULES = FUNCTIONS // PER_MODULE


def module(number: int) -> str:
    """A module with a class that the next one uses, in a circle."""
    after = (number + 1) % MODULES
    lines = [
        "from __future__ import annotations",
        "from dataclasses import dataclass",
        "from typing import TYPE_CHECKING",
        "if TYPE_CHECKING:",
        f"    from .part{after} import Item{after}",
        "@dataclass",
        f"class Item{number}:",
        "    name: str",
        "    sizes: list[float]",
    ]
    for i in range(PER_MODULE):
        taken = f"item: Item{number}, other: Item{after}, *, by: float = {i}.5"
        lines += [
            f"def convert_{i}({taken}) -> dict[str, Item{after}]:",
            f'    """Convert an item in the way of number {i}."""',
            "    return {item.name: other}",
        ]
    return "\n".join(lines) + "\n"


@pytest.fixture
def large(tmp_path: Path) -> Path:
    folder = tmp_path / "large"
    folder.mkdir()
    (folder / "__init__.py").write_text('"""Many functions."""\n', encoding="utf-8")
    for number in range(MODULES):
        (folder / f"part{number}.py").write_text(module(number), encoding="utf-8")
    (tmp_path / "go.mod").write_text("module example.com/large\n\ngo 1.25.0\n", encoding="utf-8")
    return tmp_path


def on_terminal(folder: Path) -> tuple[str, float]:
    """Generate as a user does, at a terminal; return what it shows and how long it took."""
    begun = time.perf_counter()
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "gophersnake", "generate", "large"],
        cwd=folder,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "100"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown = bytearray()
    while True:
        try:
            data = os.read(ours, 65536)
        except OSError:  # the other end is closed (Linux)
            data = b""
        if not data:
            break
        shown += data
    os.close(ours)
    text = shown.decode(errors="replace")
    assert process.wait() == 0, text
    return text, time.perf_counter() - begun


def written(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in sorted((folder / "large").rglob("*.go"))}


def test_a_large_package_shows_its_progress_and_is_not_generated_twice(large: Path) -> None:
    text, first = on_terminal(large)
    assert "Generating" in text
    assert re.search(r"\d+/\d+", text)  # how many modules of how many
    counted = re.search(r"together\S*\s+(\d+)", text)
    assert counted, text
    assert int(counted[1]) == FUNCTIONS
    before = written(large)
    assert len(before) > MODULES - 1

    _, second = on_terminal(large)
    assert written(large) == before
    print(f"\n{FUNCTIONS} functions: {first:.1f} s, and {second:.1f} s when nothing has changed")

    one = large / "large/part1.py"
    one.write_text(
        one.read_text(encoding="utf-8") + "\ndef added() -> int: ...\n", encoding="utf-8"
    )
    on_terminal(large)
    after = written(large)
    changed = {path for path in after if after[path] != before[path]}
    assert changed
    assert len(changed) <= 3, changed
