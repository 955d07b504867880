"""The row of process starts: from starting a process to the first line it prints."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from .rounds import Result

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

    Raises StartError for a program that fails.
    """
    # The first start of each fills the caches: of files, and of compiled Python.
    for command in programs.values():
        _first_answer(command, environment)
    times: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, command in programs.items():
            times[name].append(_first_answer(command, environment))
        progress()
    return {name: Result(tuple(ns), (0,) * len(ns)) for name, ns in times.items()}


def _first_answer(command: Sequence[str | Path], environment: Mapping[str, str]) -> float:
    """Return the nanoseconds to the first line."""
    begin = time.perf_counter_ns()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        taken = time.perf_counter_ns() - begin
        _, said = process.communicate()
    if process.returncode != 0 or line.rstrip() != _ANSWER:
        name = Path(command[0]).name
        raise StartError(f"{name}: status {process.returncode}, answer {line!r}\n{said}".rstrip())
    return taken
