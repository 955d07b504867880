"""A Go module with the Go packages of all golden cases, beside this repository's own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from gophersnake import golang
from tests.golden.cases import Case
from tools.check_go import staticcheck

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class GoModule:
    folder: Path

    def go(self, *arguments: str) -> str:
        """What a go command complains about; empty if nothing."""
        return self._run([str(golang.find().go), *arguments])

    def assembly(self, package: str) -> str:
        """What the compiler makes of a package, as text; each value has its own place."""
        done = self._done([str(golang.find().go), "build", "-gcflags=-S -d=mergelocals=0", package])
        assert not done.returncode, done.stderr
        return done.stderr

    def staticcheck(self) -> str:
        """What staticcheck says. ST1003 is against the `_` of names that had to give way."""
        program = shutil.which("staticcheck")
        command = (
            [program] if program else [str(golang.find().go), "run", staticcheck(golang.find())]
        )
        return self._run([*command, "-checks", "all,-ST1003", "./..."])

    def clear(self) -> None:
        """Removes all packages."""
        for path in self.folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path)

    def claim_to_be_handwritten(self) -> None:
        """Staticcheck overlooks in generated files what it finds in others."""
        for path in self.folder.rglob("*.go"):
            text = path.read_text(encoding="utf-8")
            path.write_text(re.sub(r"\A// Code generated .*\n", "// By hand.\n", text), "utf-8")

    def _run(self, command: list[str]) -> str:
        done = self._done(command)
        return done.stdout + done.stderr if done.returncode else ""

    def _done(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            env={**os.environ, "GOFLAGS": "", "GOWORK": ""},
            capture_output=True,
            text=True,
        )


def empty(folder: Path, runtime: Path = REPOSITORY) -> GoModule:
    """A module in `folder` without packages, in a workspace with the module of `runtime`."""
    module = folder / "goldens"
    module.mkdir(parents=True)
    version = re.search(r"(?m)^go .*", (runtime / "go.mod").read_text(encoding="utf-8"))
    assert version
    (module / "go.mod").write_text(f"module example.com/goldens\n\n{version[0]}\n", "utf-8")
    use = f"use (\n\t./goldens\n\t{runtime}\n)\n"
    (folder / "go.work").write_text(f"{version[0]}\n\n{use}", "utf-8")
    return GoModule(module)


def make(folder: Path, cases: Iterable[Case]) -> GoModule:
    """A module in `folder` with one package a case."""
    module = empty(folder)
    for case in cases:
        case.write(module.folder / case.name)
    return module
