"""What `[tool.gophersnake]` says, in a project that is generated, built and run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gophersnake import golang
from tests.golden import gomodule

PROJECT = Path(__file__).parent / "testdata/big_ints"
GATES = {"cgo": "1", "purego": "0"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = gomodule.empty(tmp_path_factory.mktemp("settings")).folder
    shutil.copytree(PROJECT, folder, dirs_exist_ok=True)
    _run([sys.executable, "-m", "gophersnake", "generate"], folder)
    return folder


def _run(command: list[str], folder: Path, **variables: str) -> str:
    environment = {**os.environ, "GOFLAGS": "", "GOWORK": "", **variables}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("gate", GATES)
def test_ints_of_the_modules_named_have_any_size(project: Path, gate: str) -> None:
    go = str(golang.find().go)
    _run([go, "build", "-o", f"{gate}.exe", "."], project, CGO_ENABLED=GATES[gate])
    printed = _run([f"./{gate}.exe"], project, GOPHERSNAKE_PYTHON=sys.executable)
    wanted = (project / "expected.txt").read_text(encoding="utf-8")
    assert printed == wanted
