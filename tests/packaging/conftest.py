"""The package as a user gets it: built from a clean copy, installed outside the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from gophersnake import golang

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Built:
    wheel: Path
    sdist: Path


@dataclass(frozen=True)
class Installed:
    """A virtual environment with the wheel in it, not activated."""

    bin: Path

    def gophersnake(self, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        return run(str(self.bin / "gophersnake"), *arguments, cwd=cwd)


def environment() -> dict[str, str]:
    """A user's environment: nothing in it points to the checkout, and Go is at hand."""
    ours = ("VIRTUAL_ENV", "PYTHONPATH", "GOPHERSNAKE_PYTHON", "CGO_ENABLED", "GOFLAGS")
    kept = {key: value for key, value in os.environ.items() if key not in ours}
    folders = kept.get("PATH", os.defpath).split(os.pathsep)
    path = os.pathsep.join(each for each in folders if not Path(each).is_relative_to(ROOT))
    return {**kept, "PATH": path, "GO": str(golang.find().go), "NO_COLOR": "1"}


def run(*command: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command that has to succeed."""
    done = subprocess.run(
        command, cwd=cwd, env={**environment(), **variables}, capture_output=True, text=True
    )
    assert done.returncode == 0, f"{' '.join(command)}:\n{done.stdout}{done.stderr}"
    return done


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sdist, and the wheel built from it."""
    copy = tmp_path_factory.mktemp("checkout")
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
    output = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", str(output), str(copy), cwd=output)
    (wheel,) = output.glob("*.whl")
    (sdist,) = output.glob("*.tar.gz")
    return Built(wheel, sdist)


@pytest.fixture(scope="session")
def installed(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """A fresh virtual environment with nothing but the wheel and what it requires."""
    folder = tmp_path_factory.mktemp("venv")
    run(sys.executable, "-m", "venv", str(folder), cwd=folder)
    binaries = folder / "bin"
    pip = ("-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    run(str(binaries / "python"), *pip, str(built.wheel), cwd=folder)
    return Installed(binaries)
