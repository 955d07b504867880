"""The Pythons that the suite runs on, each with an environment that has this package."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tools.pythons import cache, chroot, finding
from tools.pythons.interpreter import Interpreter
from tools.pythons.venvs import Environment

ROOT = Path(__file__).resolve().parents[2]
PROJECT = "/gophersnake"
"""Where this checkout appears inside a root."""
PACKAGES = ("numpy", "attrs", "griffelib", "typeshed-client", "pytest", "hypothesis")
"""What the suite imports, and what the reader and its tests do; and pydantic and uvloop."""


def wanted() -> list[Interpreter]:
    """The usable Pythons that are installed; with GOPHERSNAKE_MATRIX=all also those made."""
    usable = [one for one in finding.find() if one.usable]
    if os.environ.get("GOPHERSNAKE_MATRIX") == "all":
        return usable
    return [one for one in usable if one.root is None and not _is_made(one)]


def _is_made(one: Interpreter) -> bool:
    return Path(one.prefix).is_relative_to(cache.folder().resolve())


def fingerprint() -> str:
    """Of all that an environment consists of."""
    total = hashlib.sha256(" ".join(PACKAGES).encode())
    for path in _sources():
        total.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]


def _sources() -> Iterator[Path]:
    yield from (ROOT / "setup.py", ROOT / "pyproject.toml")
    for path in sorted((ROOT / "src").rglob("*")):
        if path.suffix in {".py", ".pyx", ".pxi"} and "_go" not in path.parts:
            yield path


class Started(NamedTuple):
    """A command as this machine starts it, its variables and the folder to start it in."""

    command: list[str]
    variables: dict[str, str]
    folder: str


class Installed:
    """A Python's environment with this package and those the suite uses, kept for the next run
    of this checkout."""

    def __init__(self, one: Interpreter) -> None:
        identity = hashlib.sha256(f"{one.prefix}\0{ROOT}".encode()).hexdigest()[:8]
        name = f"suite-{one.name}-{identity}"
        folder = f"/opt/venvs/{name}" if one.root else str(cache.folder().parent / "venvs" / name)
        self.environment = Environment(folder, one.root)
        self._name = name
        self._executable = one.executable
        # The later ones are not for the free-threaded 3.13, which was an experiment.
        early = one.free_threaded and one.version.startswith("3.13.")
        self._packages = (*PACKAGES, *(["pydantic<2.12"] if early else ["pydantic", "uvloop"]))

    def make(self) -> None:
        """Install what is not there yet, or is not of these sources."""
        stamp = self.environment.on_host / "gophersnake.sources"
        self.environment.make(self._executable)
        with cache.locked(self._name):
            if stamp.is_file() and stamp.read_text(encoding="utf-8") == fingerprint():
                return
            self.environment.install(self._packages)
            project = PROJECT if self.environment.root else str(ROOT)
            pip = [self.environment.python, "-m", "pip", "install", "--quiet"]
            self.run([*pip, "--force-reinstall", "--no-deps", project])
            stamp.write_text(fingerprint(), encoding="utf-8")

    def run(
        self, command: Sequence[str], variables: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a command in the suite's folder, as seen from where this Python lives.

        Raises AssertionError, with all that was printed, if it fails.
        """
        started = self.started(command, variables or {})
        done = subprocess.run(
            started.command,
            cwd=started.folder,
            env=started.variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        where = " in its root" if self.environment.root else ""
        assert done.returncode == 0, f"{command[0]}{where}: status {done.returncode}\n{done.stdout}"
        return done

    def started(self, command: Sequence[str], variables: Mapping[str, str]) -> Started:
        """Return how to start a command where this Python lives."""
        suite = "tests/end_to_end/suite"
        if self.environment.root is None:
            here = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
            return Started(list(command), {**here, **variables}, str(ROOT / suite))
        root = Path(self.environment.root)
        chroot.prepare(root)
        binds = [f"{ROOT}:{PROJECT}", "/tmp:/tmp"]
        entered = chroot.enter(root, command, binds=binds, chdir=f"{PROJECT}/{suite}")
        return Started(entered, {**chroot.environment(root), **variables}, "/")
