"""Copies of the runtime among a project's vendored modules: Go builds those, and never looks
whether they are still as what they were copied from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gophersnake import gosource
from gophersnake.project import gomod


@dataclass(frozen=True, slots=True)
class Copy:
    folder: Path
    command: str
    """What makes it anew."""


def stale(project: gomod.GoMod, runtime: Path) -> Copy | None:
    """A copy of the project's `runtime` that is not as that is now."""
    return next((each for each in _copies(project) if _differs(each.folder, runtime)), None)


def _copies(project: gomod.GoMod) -> Iterator[Copy]:
    below = Path("vendor", gosource.MODULE)
    yield Copy(project.folder / below, "go mod vendor")
    for folder in (project.folder, *project.folder.parents):
        if (folder / "go.work").is_file():
            yield Copy(folder / below, "go work vendor")


def _differs(copy: Path, runtime: Path) -> bool:
    """Only the packages that the project uses are copied, but all of each."""
    if not copy.is_dir():
        return False
    copied = {path.relative_to(copy) for path in copy.rglob("*") if path.is_file()}
    packages = {path.parent for path in copied}
    wanted = {Path(name) for name in gosource.files(runtime) if Path(name).parent in packages}
    return any(_read(copy / path) != _read(runtime / path) for path in copied | wanted)


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
