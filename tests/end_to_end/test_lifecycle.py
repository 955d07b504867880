"""Small programs that start and end in different ways: each ends as it must, every time.

`make soak` runs each 50 times on each Python.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from gophersnake import golang
from tests.end_to_end.pythons import ROOT, Installed, Started, wanted
from tools.pythons.interpreter import Interpreter

PROGRAMS = ROOT / "tests/end_to_end/lifecycle"
GATES = {"cgo": "1", "purego": "0"}
RUNS = int(os.environ.get("GOPHERSNAKE_RUNS", "1"))
LIMIT = 120
"""Seconds after which a program counts as hanging."""


@dataclass(frozen=True)
class End:
    """How a program ends: its status, negative for a signal; all it prints; a part of what it
    complains of, which is nothing where that is empty."""

    status: int = 0
    stdout: str = ""
    stderr: str = ""

    def __str__(self) -> str:
        return f"status {self.status}\n--- stdout\n{self.stdout}\n--- stderr\n{self.stderr}"


ENDS = {
    "first calls at once": End(stdout="100\n"),
    "starts and stops at once": End(stdout="2\n"),
    "never started": End(stdout="stopped\n"),
    "no python": End(stdout="not started\n"),
    "stop flushes": End(stdout="begun first last\nand in Go\n"),
    "stop in flight": End(stdout="16 refused\n"),
    "stop waits for threads": End(stdout="finished\nstopped\n"),
    "stop and start again": End(stdout="42\n"),
    "stop interrupts": End(stdout="2\n"),
    "threads end": End(stdout="2\n"),
    "exit with tasks": End(stdout="returned\n"),
    "stop waits for tasks": End(stdout="100 true\n"),
    "stop cancels tasks": End(stdout="100\n7\nand on\n"),
    "stop takes too long": End(stdout="true\nstopped\n"),
    "streams and logs": End(
        stdout="half a linestopped\n", stderr='level=WARN msg="at exit" logger=end\n'
    ),
    "stop inside a callback": End(
        stdout="true python.Object.Call: gophersnake.GoError: gophersnake: stop python: "
        "a Go function that Python called cannot stop it: "
        "return first, or stop it from another goroutine\nstopped\n"
    ),
    "stop waits for callbacks": End(stdout="finished\nstopped\ntrue\n"),
    "callback never returns": End(stdout="returned\n"),
    "callbacks after the stop": End(stdout="stopped\n"),
    "return in flight": End(stdout="returned\n"),
    "exit in flight": End(3),
    "fatal in flight": End(1, stderr="fatal\n"),
    "panic in flight": End(2, stderr="panic: so it ends"),
    "sys.exit": End(7),
    "os._exit": End(9),
    "interrupted": End(130, stdout="interrupt\n"),
    "killed": End(-signal.SIGTERM),
    "children": End(
        stdout="the start method 'fork' cannot be used in a Go program, whose other threads a "
        "forked child would not have: use 'forkserver' or 'spawn'\nstopped\n"
    ),
    "fork": End(
        stdout="".join(f"in the child {status}\n" for status in (0, 1, 4, 5, 6)) + "stopped\n",
        stderr="ZeroDivisionError: division by zero\n",
    ),
}


@pytest.fixture(scope="session")
def binaries(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("lifecycle")
    for gate, cgo in GATES.items():
        done = subprocess.run(
            [str(golang.find().go), "build", "-o", str(folder / gate), "."],
            cwd=PROGRAMS,
            env={**os.environ, "CGO_ENABLED": cgo},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
    return {gate: folder / gate for gate in GATES}


@pytest.mark.parametrize("gate", GATES)
@pytest.mark.parametrize("one", wanted(), ids=lambda one: f"{one.name}-{Path(one.prefix).name}")
def test_programs_end_as_they_must(one: Interpreter, gate: str, binaries: dict[str, Path]) -> None:
    installed = Installed(one)
    installed.make()
    variables = {
        "GOPHERSNAKE_PYTHON": installed.environment.folder,
        "OPENBLAS_NUM_THREADS": "1",
    }

    def failures(name: str) -> Iterator[str]:
        for run in range(RUNS):
            end = _run(installed.started([str(binaries[gate]), name], variables))
            if not _as_wanted(end, ENDS[name]):
                yield f"=== {name!r}, run {run + 1}: {end}\n=== but must be {ENDS[name]}"

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = [each for name in pool.map(lambda name: [*failures(name)], ENDS) for each in name]
    assert not found, "\n".join(found)


def _run(program: Started) -> End:
    base = {key: value for key, value in program.variables.items() if not key.startswith("PYTHON")}
    try:
        done = subprocess.run(
            program.command,
            cwd=program.folder,
            env=base,
            capture_output=True,
            text=True,
            timeout=LIMIT,
        )
    except subprocess.TimeoutExpired as hung:
        return End(-1, str(hung.stdout), f"it hangs: {hung.stderr!r}")
    return End(done.returncode, done.stdout, done.stderr)


def _as_wanted(end: End, must: End) -> bool:
    complaints = must.stderr in end.stderr if must.stderr else not end.stderr
    return (end.status, end.stdout) == (must.status, must.stdout) and complaints


def test_every_program_is_known() -> None:
    named = set()
    for file in PROGRAMS.glob("*.go"):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith('\tprograms["'):
                named.add(line.split('"')[1])
    assert named == set(ENDS)
