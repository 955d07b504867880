"""The row of process starts: from starting a process to the first line it prints."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from .rounds import Result

_EXIT_ABSENT = 3
_ANSWER = "[7 113 835]"

_PYTHON = """
import benchmod
print("[" + " ".join(map(str, benchmod.detect(benchmod.gen_testdata(1000)))) + "]", flush=True)
"""


class StartError(Exception):
    """A process did not print the right answer."""


def commands(python: Path, starts: Mapping[str, Path]) -> dict[str, list[str | Path]]:
    """Name the commands: Python itself, and our program by gate."""
    return {
        "python": [python, "-c", _PYTHON],
        **{gate: [program] for gate, program in starts.items()},
    }


def measure(
    programs: Mapping[str, Sequence[str | Path]],
    environment: Mapping[str, str],
    rounds: int,
    progress: Callable[[], None],
) -> dict[str, Result]:
    """Start each program in turn, rounds times over.

    A program that says it is not there yet is left out. Raises StartError for any other
    failure.
    """
    # The first start of each fills the caches: of files, and of compiled Python.
    present = {
        name: command
        for name, command in programs.items()
        if _first_answer(command, environment) is not None
    }
    times: dict[str, list[float]] = {name: [] for name in present}
    for _ in range(rounds):
        for name, command in present.items():
            taken = _first_answer(command, environment)
            assert taken is not None
            times[name].append(taken)
        progress()
    return {name: Result(tuple(ns), (0,) * len(ns)) for name, ns in times.items()}


def _first_answer(command: Sequence[str | Path], environment: Mapping[str, str]) -> float | None:
    """Return the nanoseconds to the first line, or None if the program is not there yet."""
    begin = time.perf_counter_ns()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        taken = time.perf_counter_ns() - begin
        _, said = process.communicate()
    if process.returncode == _EXIT_ABSENT:
        return None
    if process.returncode != 0 or line.rstrip() != _ANSWER:
        name = Path(command[0]).name
        raise StartError(f"{name}: status {process.returncode}, answer {line!r}\n{said}".rstrip())
    return taken
