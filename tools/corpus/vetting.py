"""The Go module that all generated packages are in, and whether it compiles and vets."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection
from pathlib import Path

from gophersnake import golang

ROOT = Path(__file__).resolve().parents[2]
_RUNTIME = "github.com/gophersnake/gophersnake"
_MODULE = "example.com/corpus"
_QUICKLY = "-gcflags=-N -l -dwarf=false"
"""What the compiler does for speed and for debuggers finds nothing wrong in a package, and takes
a third of the time and memory; of packages with ten megabytes of Go that is minutes."""

_GARBAGE = "50"
"""How much garbage the compiler may let lie, in percent of what it holds: half of Go's own measure.
For the largest package it takes 11 GB so, and would take more than 13."""


def prepare(folder: Path) -> None:
    """Make `folder` a Go module that takes its runtime from this checkout."""
    folder.mkdir(parents=True, exist_ok=True)
    text = (ROOT / "go.mod").read_text(encoding="utf-8").replace(_RUNTIME, _MODULE, 1)
    own = f"\nrequire {_RUNTIME} v0.0.0\n\nreplace {_RUNTIME} => {ROOT}\n"
    (folder / "go.mod").write_text(text + own, encoding="utf-8")
    (folder / "go.sum").write_bytes((ROOT / "go.sum").read_bytes())


def clear(folder: Path, keep: Collection[Path]) -> None:
    """Remove the Go files of an earlier run that are not in this one."""
    kept = {path.absolute() for path in keep}
    for path in folder.rglob("*.go"):
        if path.absolute() not in kept:
            path.unlink()


def complaints(folder: Path, part: str = "", jobs: int | None = None) -> str:
    """Return what `go vet`, which compiles first, says of all packages, or of those in a folder
    in there; nothing if they are good.

    What the packages import is taken from Go's build cache.
    """
    flags = [_QUICKLY, *([f"-p={jobs}"] if jobs else [])]
    done = subprocess.run(
        [str(golang.find().go), "vet", *flags, "/".join([".", *filter(None, [part]), "..."])],
        cwd=folder,
        env={**os.environ, "GOFLAGS": "-mod=mod", "GOWORK": "off", "GOGC": _GARBAGE},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr if done.returncode else ""
