"""The tutorial, done as it is written, prints what it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from gophersnake import golang
from tests.packaging.conftest import ROOT, Installed, run

TEXT = (ROOT / "docs/tutorial.md").read_text(encoding="utf-8")


def _block(language: str, beginning: str) -> str:
    """Return what a fenced block holds that begins so."""
    blocks = re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
    (found,) = (each for each in blocks if each.lstrip().startswith(beginning))
    return str(found)


def _printed(after: str) -> str:
    """Return the indented lines that follow a text."""
    _, found, rest = TEXT.partition(after)
    assert found
    lines = re.match(r"\n+((?:(?: {4}.*)?\n)+)", rest)
    assert lines is not None
    return re.sub(r"^ {4}", "", lines[1], flags=re.MULTILINE).strip("\n")


@pytest.fixture
def gophersnake(installed: Installed, tmp_path: Path) -> Callable[..., str]:
    def call(*arguments: str) -> str:
        folder = tmp_path if arguments[0] == "init" else tmp_path / "hello"
        return installed.gophersnake(*arguments, cwd=folder).stdout.strip("\n")

    return call


def test_the_tutorial(
    installed: Installed, gophersnake: Callable[..., str], tmp_path: Path
) -> None:
    project = tmp_path / "hello"
    gophersnake("init", "hello")
    assert gophersnake("run", ".") == _printed("It prints:")

    with (project / "greeting/__init__.py").open("a", encoding="utf-8") as module:
        module.write(_block("python", "def word_lengths"))
    made = gophersnake("generate")
    assert [line.split() for line in made.splitlines()] == [
        line.split() for line in _printed("It prints what it made:").splitlines()
    ]

    (project / "main.go").write_text(_block("go", "package main"), encoding="utf-8")
    prints = _printed("and run it:\n\n    gophersnake run .\n\nIt prints:")
    assert gophersnake("run", ".") == prints

    run(str(golang.find().go), "build", cwd=project)
    python = str(installed.bin / "python")
    assert run("./hello", cwd=project, GOPHERSNAKE_PYTHON=python).stdout.strip("\n") == prints
