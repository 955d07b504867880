"""Builds what is measured: the floor in C, twice, and the Go programs, with and without cgo."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .limits import GATES
from .target import Target

BENCH = Path(__file__).resolve().parent.parent
_FLOOR = BENCH / "floor"
OUTPUT = BENCH.parent / "build" / "bench"


class BuildError(Exception):
    """A compiler refused."""


@dataclass(frozen=True)
class Built:
    """Everything built for one Python. The Go programs are by gate."""

    floor_program: Path
    floor_library: Path
    workers: dict[str, Path]
    starts: dict[str, Path]


def build(target: Target) -> Built:
    """Build everything for one Python. Raises BuildError with what the compiler said."""
    folder = OUTPUT / target.library
    folder.mkdir(parents=True, exist_ok=True)
    return Built(
        floor_program=_floor(target, folder / "floor", [], [_FLOOR / "main.c"]),
        floor_library=_floor(target, folder / "libfloor.so", ["-shared"], []),
        workers={gate: _go(target, gate, folder, "worker") for gate in GATES},
        starts={gate: _go(target, gate, folder, "start") for gate in GATES},
    )


def _floor(target: Target, output: Path, flags: list[str], more: list[Path]) -> Path:
    sources = [path for path in sorted(_FLOOR.glob("*.c")) if path.name != "main.c"]
    compiler = shlex.split(os.environ.get("CC", "cc"))
    _run(
        [
            *compiler,
            *("-std=c11", "-D_GNU_SOURCE", "-fPIC", "-fno-plt", "-pthread", "-Wall", "-Wextra"),
            *target.compile_flags,
            *flags,
            *sources,
            *more,
            *("-o", output),
            *target.link_flags,
        ],
        {},
    )
    return output


def _go(target: Target, gate: str, folder: Path, command: str) -> Path:
    output = folder / f"{command}-{gate}"
    environment = target.cgo_environment() if gate == "cgo" else {"CGO_ENABLED": "0"}
    _run(["go", "build", "-o", output, f"./cmd/{command}"], environment)
    return output


def _run(command: Sequence[str | Path], environment: dict[str, str]) -> None:
    done = subprocess.run(
        command,
        cwd=BENCH,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        line = shlex.join(str(word) for word in command)
        raise BuildError(f"{line}:\n{done.stdout}{done.stderr}".rstrip())
