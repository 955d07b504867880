"""Builds a Go program of a project and becomes it."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from gophersnake.errors import GophersnakeError
from gophersnake.golang import Toolchain


def build(package: Path, toolchain: Toolchain) -> Path:
    """Build the main package in the folder `package`; return the executable.

    It lies in the user's cache, the same file for the same package, so that nothing is left
    in the project. Errors: GophersnakeError with the compiler's own words.
    """
    program = package.resolve()
    key = hashlib.sha256(str(program).encode()).hexdigest()[:16]
    folder = cache() / "run" / key
    folder.mkdir(parents=True, exist_ok=True)
    suffix = ".exe" if sys.platform == "win32" else ""
    executable = folder / f"{program.name or 'program'}{suffix}"
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        # A name of its own first: another run may be executing the last one.
        made = Path(scratch) / executable.name
        command = [str(toolchain.go), "build", "-o", str(made), "."]
        done = subprocess.run(command, cwd=program, capture_output=True, text=True, check=False)
        if done.returncode:
            words = (done.stderr or done.stdout).strip()
            raise GophersnakeError(f"go build failed in {package}:\n{words}")
        if not made.is_file() or _is_archive(made):
            raise GophersnakeError(
                f"{package} is no program: its package is not main",
                "name the folder that holds `package main`",
            )
        made.replace(executable)
    return executable


def _is_archive(made: Path) -> bool:
    """Whether it is what Go builds of a package that is not main."""
    with made.open("rb") as content:
        return content.read(7) == b"!<arch>"


def cache() -> Path:
    """The folder of this user's cache that is ours."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "gophersnake"


def environment(inherited: Mapping[str, str]) -> dict[str, str]:
    """The environment for the program: it uses this Python, unless the user chose another."""
    return {"GOPHERSNAKE_PYTHON": sys.executable, **inherited}


def become(executable: Path, arguments: Sequence[str], variables: Mapping[str, str]) -> NoReturn:
    """Run the program in this process's place: its exit status and its signals are its own."""
    command = [str(executable), *arguments]
    sys.stdout.flush()
    sys.stderr.flush()
    if sys.platform == "win32":
        # Windows has no exec that a console waits for. Ctrl-C reaches both processes; the
        # program alone decides what it means.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        raise SystemExit(subprocess.run(command, env=variables, check=False).returncode)
    os.execve(executable, command, variables)
