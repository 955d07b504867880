"""The end-to-end suite: compiled once for each gate, run unchanged on every Python."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from gophersnake import golang
from tests.end_to_end.pythons import ROOT, Installed, wanted
from tools.pythons.interpreter import Interpreter

SUITE = ROOT / "tests/end_to_end/suite"
GATES = {"cgo": "1", "purego": "0"}
PYTHONS = wanted()


@pytest.fixture(scope="session")
def binaries(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("suite")
    return {gate: _compile(folder / gate, cgo) for gate, cgo in GATES.items()}


def _compile(target: Path, cgo: str, *flags: str) -> Path:
    command = [str(golang.find().go), "test", "-c", *flags, "-o", str(target), "."]
    environment = {**os.environ, "CGO_ENABLED": cgo}
    done = subprocess.run(command, cwd=SUITE, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return target


def _version(one: Interpreter) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", one.version))


def test_there_are_pythons() -> None:
    assert PYTHONS, "no CPython of 3.10 or later with a shared library is installed"


@pytest.mark.parametrize("gate", GATES)
@pytest.mark.parametrize("one", PYTHONS, ids=lambda one: f"{one.name}-{Path(one.prefix).name}")
def test_suite_passes(one: Interpreter, gate: str, binaries: dict[str, Path]) -> None:
    installed = Installed(one)
    installed.make()
    variables = {"GOPHERSNAKE_PYTHON": installed.environment.folder}
    if one.debug:  # uvloop's wheel is of a release build, whose references are not counted
        variables["GOPHERSNAKE_LOOP"] = "asyncio"
    done = installed.run([str(binaries[gate]), "-test.v", "-test.timeout=20m"], variables)
    assert done.stdout.count("--- PASS") > 100
    assert "--- SKIP" not in done.stdout


@pytest.mark.parametrize("one", PYTHONS, ids=lambda one: f"{one.name}-{Path(one.prefix).name}")
def test_what_is_awaited_passes_on_the_loop_of_asyncio(
    one: Interpreter, binaries: dict[str, Path]
) -> None:
    installed = Installed(one)
    installed.make()
    done = installed.run(
        [str(binaries["cgo"]), "-test.v", "-test.run=Async|Await|Ticket", "-test.timeout=20m"],
        {"GOPHERSNAKE_PYTHON": installed.environment.folder, "GOPHERSNAKE_LOOP": "asyncio"},
    )
    assert done.stdout.count("--- PASS") > 30


def test_the_reader_passes_where_all_syntax_is_known() -> None:
    newest = max((one for one in PYTHONS if one.root is None), key=_version)
    installed = Installed(newest)
    installed.make()
    tests = [str(ROOT / "tests" / each) for each in ("reader", "test_signature.py")]
    pytest_ = [installed.environment.python, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    done = installed.run([*pytest_, f"--rootdir={ROOT}", *tests])
    assert " passed" in done.stdout
    assert _version(newest) < (3, 12) or done.stdout.count("SKIPPED") <= 1, done.stdout


def test_goroutines_under_the_race_detector(tmp_path: Path) -> None:
    binary = _compile(tmp_path / "race", "1", "-race")
    done = subprocess.run(
        [str(binary), "-test.run", "Goroutines", "-test.timeout=20m"],
        cwd=SUITE,
        env={**os.environ, "GOPHERSNAKE_PYTHON": sys.prefix, "GORACE": "atexit_sleep_ms=0"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_generated_packages_are_current() -> None:
    modules = sorted(path.parent.name for path in SUITE.glob("*/__init__.py"))
    assert len(modules) > 5
    done = subprocess.run(
        [sys.executable, "-m", "gophersnake", "generate", "--check", *modules],
        cwd=SUITE,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
