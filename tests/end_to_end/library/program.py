"""The Go program that makes all calls, with the Go packages it makes them through."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from gophersnake import golang
from gophersnake.project import packages
from gophersnake.project.discovery import Target
from gophersnake.settings import Settings
from tests.end_to_end.library.calls import ALIASES, CALLS
from tests.end_to_end.pythons import ROOT

_HAND_WRITTEN = Path(__file__).parent / "testdata/program"
_RUNTIME = "github.com/gophersnake/gophersnake"
_MODULE = "example.com/library"
_OTHERS = ("bytes", "context", "slices")


def make(folder: Path) -> None:
    """Write the program and generate its Go packages."""
    shutil.copytree(_HAND_WRITTEN, folder, dirs_exist_ok=True)
    shutil.copy(ROOT / "go.sum", folder)
    text = (ROOT / "go.mod").read_text(encoding="utf-8").replace(_RUNTIME, _MODULE, 1)
    own = f"\nrequire {_RUNTIME} v0.0.0\n\nreplace {_RUNTIME} => {ROOT}\n"
    (folder / "go.mod").write_text(text + own, encoding="utf-8")
    (folder / "main.go").write_text(_main(), encoding="utf-8")
    for module in CALLS:
        target = Target(module, folder / _folder(module))
        for package in packages.prepare(target, _selection(module)).packages:
            package.write()


def _selection(module: str) -> Settings:
    """All that a module offers is left out but what is called: so it is quick to compile."""
    used = " ".join(written for written, _ in CALLS[module])
    whole, *within = packages.prepare(Target(module)).packages
    names = {each.name.partition(".")[0] for each in whole.output.report.entries}
    paths = [f"{module}.{name}" for name in names if not name.startswith("_")]
    skipped = [path for path in paths if not re.search(rf"\b{re.escape(path)}\b", used)]
    return Settings(skips=(*sorted(skipped), *(each.module.name for each in within)))


def build(folder: Path, binary: Path, cgo: str) -> None:
    """Compile the program."""
    done = subprocess.run(
        [str(golang.find().go), "build", "-o", str(binary), "."],
        cwd=folder,
        env={**os.environ, "CGO_ENABLED": cgo, "GOFLAGS": "", "GOWORK": "off"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def _folder(module: str) -> str:
    return f"library/{module.replace('.', '/')}"


def _main() -> str:
    imports = [f'\t"{each}"' for each in _OTHERS]
    imports.append(f'\t"{_RUNTIME}/python"')
    imports += [f'\t{_alias(each)} "{_MODULE}/{_folder(each)}"' for each in CALLS]
    lines = ["package main", "", "import (", *imports, ")", "", "func main() {"]
    lines += ["\tctx := context.Background()", "\tpython_ := newAnswers()", *_calls(), "}", ""]
    return "\n".join(lines)


def _alias(module: str) -> str:
    name = ALIASES.get(module, module)
    return f"{name}_" if name in ("string", "struct") else name


def _calls() -> Iterator[str]:
    for calls in CALLS.values():
        for written, go in calls:
            yield f"\tpython_.of(`{written}`)({go})"
