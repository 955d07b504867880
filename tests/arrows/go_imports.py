"""The imports of a Go module's packages, as `go list` tells them for each kind of build."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from gophersnake import golang
from tests.arrows.rooms import PUREGO
from tests.arrows.violations import Import

# Files behind build tags count too: each of these sees others.
BUILDS = (
    {"GOOS": "linux", "CGO_ENABLED": "1"},
    {"GOOS": "linux", "CGO_ENABLED": "0"},
    {"GOOS": "darwin", "CGO_ENABLED": "0"},
    {"GOOS": "windows", "CGO_ENABLED": "0"},
)
_GUARDED = ("unsafe", "C", "runtime/cgo", PUREGO)


def imports(module: Path) -> Iterator[Import]:
    """Every import of a package of the module, tests aside, in all the builds."""
    for build in BUILDS:
        for package in _list(module, build):
            path = str(package["ImportPath"])
            room = _below(path, str(package["Module"]["Path"]))
            for target in package.get("Imports", ()):
                inside = _below(target, str(package["Module"]["Path"]))
                if inside != target:
                    yield Import(path, room, inside, ours=True)
                elif target in _GUARDED or "." in target.partition("/")[0]:
                    yield Import(path, room, target, ours=False)


def _below(path: str, module: str) -> str:
    return path.removeprefix(f"{module}/")


def _list(module: Path, build: dict[str, str]) -> Iterator[dict[str, dict[str, str]]]:
    command = [str(golang.find().go), "list", "-json=ImportPath,Module,Imports", "./..."]
    environment = {**os.environ, **build, "GOARCH": "amd64"}
    answer = subprocess.run(
        command, cwd=module, env=environment, capture_output=True, text=True, check=True
    )
    decoder = json.JSONDecoder()
    text = answer.stdout.strip()
    while text:
        package, end = decoder.raw_decode(text)
        yield package
        text = text[end:].lstrip()
