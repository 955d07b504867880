"""Formatting, vet and staticcheck of every Go module of the repository, for each kind of build.

`python tools/check_go.py` checks, and with `--format` formats.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from pathlib import Path

from gophersnake import golang

ROOT = Path(__file__).resolve().parents[1]
# Each is built only by so new a Go, and an older one cannot read what that Go compiles.
STATICCHECKS = {"1.26": "v0.8.2", "1.25": "v0.7.0"}
CGO = ({"CGO_ENABLED": "1"}, {"CGO_ENABLED": "0"})


def modules(root: Path = ROOT) -> list[Path]:
    """The folders of the repository that have a go.mod of their own."""
    return sorted(path.parent for path in (root / file for file in tracked(root, "go.mod")))


def tracked(root: Path, name: str) -> Iterator[str]:
    """The files of this name or pattern that git knows or would add."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "-co", "--exclude-standard", "--", f":(glob)**/{name}"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    files = sorted(set(listed.stdout.split("\0")) - {""})
    yield from (file for file in files if "testdata" not in file and (root / file).is_file())


def environment(build: dict[str, str]) -> dict[str, str]:
    """The environment for a build; what wraps C code of Python finds this Python's headers."""
    include = f"-I{sysconfig.get_path('include')}"
    try:
        import numpy as np

        include += f" -I{np.get_include()}"
    except ImportError:
        pass
    flags = " ".join(word for word in (os.environ.get("CGO_CFLAGS", "-O2 -g"), include) if word)
    return {**os.environ, "CGO_CFLAGS": flags, **build}


def staticcheck(toolchain: golang.Toolchain) -> str:
    """The module path and version of the staticcheck that goes with a Go."""
    version = next(
        version
        for go, version in STATICCHECKS.items()
        if golang.numbers(toolchain.version) >= golang.numbers(go)
    )
    return f"honnef.co/go/tools/cmd/staticcheck@{version}"


def formatted(toolchain: golang.Toolchain, option: str) -> bool:
    """Run gofmt; whether it had nothing to say."""
    files = list(tracked(ROOT, "*.go"))
    done = subprocess.run(
        [str(toolchain.gofmt), option, *files],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    said = (done.stdout + done.stderr).strip()
    if said:
        print(f"gofmt {option}:\n{said}", file=sys.stderr)
    return not said and done.returncode == 0


def passes(command: Sequence[str], module: Path, build: dict[str, str]) -> bool:
    """Run a command over the packages of a module; print what it says if it fails."""
    done = subprocess.run(
        [*command, "./..."],
        cwd=module,
        env=environment(build),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        settings = " ".join(f"{key}={value}" for key, value in build.items())
        place = module.relative_to(ROOT)
        print(f"in {place}: {settings} {' '.join(command[1:])}", file=sys.stderr)
        print(f"{done.stdout}{done.stderr}", file=sys.stderr)
    return done.returncode == 0


def main(arguments: Sequence[str]) -> int:
    toolchain = golang.find()
    if list(arguments) == ["--format"]:
        formatted(toolchain, "-w")
        return 0
    go = str(toolchain.go)
    good = formatted(toolchain, "-l")
    for module in modules():
        for build in CGO:
            good &= passes([go, "vet"], module, build)
            good &= passes([go, "run", staticcheck(toolchain)], module, build)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
