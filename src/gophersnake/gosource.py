"""The source of the Go runtime that matches this package's bridge: where it lies, and a copy.

The build uses it too, before the package is installed: standard library only.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from gophersnake.errors import GophersnakeError

MODULE = "github.com/gophersnake/gophersnake"

_ROOT_FILES = ("go.mod", "go.sum")
_FOLDERS = ("python", "internal")
_LEFT_OUT = ("*_test.go", "testdata", "?*test", "__pycache__", "*.test", "*.out", ".*")


def locate() -> Path:
    """The folder with the runtime's go.mod: in the wheel, or the checkout of an editable install.

    Errors: GophersnakeError when it is in neither.
    """
    package = Path(__file__).resolve().parent
    for folder in (package.parents[1], package / "_go"):
        go_mod = folder / "go.mod"
        if go_mod.is_file() and f"module {MODULE}\n" in go_mod.read_text(encoding="utf-8"):
            return folder
    raise GophersnakeError(
        f"this installation carries no Go runtime: there is no {package / '_go'}",
        "install gophersnake again: pip install --force-reinstall gophersnake",
    )


def files(root: Path) -> Iterator[str]:
    """The runtime's files under `root`, as sorted relative paths: no tests, no samples."""
    yield from _ROOT_FILES
    for folder in _FOLDERS:
        yield from sorted(_walk(root / folder, root))


def _walk(folder: Path, root: Path) -> Iterator[str]:
    for path in folder.iterdir():
        if any(fnmatch(path.name, pattern) for pattern in _LEFT_OUT):
            continue
        if path.is_dir():
            yield from _walk(path, root)
        else:
            yield path.relative_to(root).as_posix()


def copy(root: Path, target: Path) -> None:
    """Makes `target` the runtime's source exactly: what else lay there is gone."""
    if target.exists():
        shutil.rmtree(target)
    for name in files(root):
        destination = target / name
        destination.parent.mkdir(parents=True, exist_ok=True)
        destination.write_bytes((root / name).read_bytes())


def digest(root: Path) -> str:
    """A digest of the runtime's files, the same for the same source wherever it lies."""
    summary = hashlib.sha256()
    for name in files(root):
        content = (root / name).read_bytes()
        summary.update(f"{name}\0{len(content)}\0".encode())
        summary.update(content)
    return summary.hexdigest()


def go_version(root: Path) -> str:
    """The oldest Go that builds the runtime, as its go.mod says it: `1.25.0`."""
    found = re.search(
        r"^go (\d+\.\d+\S*)", (root / "go.mod").read_text(encoding="utf-8"), re.MULTILINE
    )
    if found is None:
        raise GophersnakeError(f"{root / 'go.mod'}: there is no go line")
    return found[1]
