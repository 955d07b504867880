"""The examples print what they say they print."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from gophersnake import golang
from tests.end_to_end.pythons import ROOT

EXAMPLES = sorted(path.parent.name for path in (ROOT / "examples").glob("*/go.mod"))
REPEATED = 200_000
GROWTH = 2 * 1024  # KiB


def _run(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [str(golang.find().go), "run", ".", *arguments],
        cwd=folder,
        env={**os.environ, "GOPHERSNAKE_PYTHON": sys.prefix, "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("name", EXAMPLES)
def test_example_prints_what_is_expected(name: str) -> None:
    folder = ROOT / "examples" / name
    wanted = (folder / "expected.txt").read_text(encoding="utf-8")
    assert _run(folder).endswith(wanted)


def test_repeating_the_demo_does_not_grow_the_process() -> None:
    printed = _run(ROOT / "examples/outliers", "-loop", str(REPEATED))
    grown = re.search(r"\(([+-]\d+)\)$", printed, re.MULTILINE)
    assert grown, printed
    assert int(grown[1]) < GROWTH, printed
    assert printed.endswith("[7 113 835]\n")
