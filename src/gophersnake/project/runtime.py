"""The Go runtime's source inside a project: put there, compared, brought up to date."""

from __future__ import annotations

import enum
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gophersnake import __version__, gosource
from gophersnake.errors import GophersnakeError
from gophersnake.project import gomod, vendoring

FOLDER = "third_party/gophersnake"
MARKER = "README.md"
_SHOWN = 3
"""How many of the files that differ are named."""

_README = """\
# The Go runtime of gophersnake {version}

`gophersnake update` put this source here; it must match the Python package that is installed.
Changes made by hand are lost with the next update.

Source: sha256:{digest}
"""


class State(enum.Enum):
    """How a project's runtime stands to the installed package."""

    CURRENT = "current"
    STALE = "stale"
    MISSING = "missing"
    VENDORED = "vendored"
    """It is current, but a copy of it among the vendored modules, which Go builds, is not."""
    ELSEWHERE = "elsewhere"
    """The go.mod takes the runtime from a folder that is not ours to write, such as a checkout."""


class Origin(enum.Enum):
    """Why a runtime is not the installed package's."""

    EDITED = "edited"
    """It is not what was put there."""
    OTHER_BUILD = "other build"
    """It is what was put there, by a package with other sources."""
    UNKNOWN = "unknown"
    """Its marker does not say what was put there."""


@dataclass(frozen=True, slots=True)
class Status:
    state: State
    folder: Path
    version: str = ""
    """The version that the project has; empty where it is not known."""
    origin: Origin = Origin.UNKNOWN
    differing: tuple[str, ...] = ()
    """The files that are not as in the installed package, where the runtime is stale."""
    remedy: str = "gophersnake update"


def status(project: gomod.GoMod) -> Status:
    """Compare the project's runtime with the installed one, and with its vendored copy, file by
    file."""
    found = _own(project)
    copy = vendoring.stale(project, found.folder) if found.state is State.CURRENT else None
    if copy is None:
        return found
    return Status(State.VENDORED, copy.folder, found.version, remedy=copy.command)


def _own(project: gomod.GoMod) -> Status:
    if project.module == gosource.MODULE:
        return Status(State.CURRENT, project.folder, __version__)
    folder = project.runtime or project.folder / FOLDER
    source = gosource.locate()
    if not (folder / "go.mod").is_file():
        return Status(State.MISSING, folder)
    version = _version(folder)
    if folder.resolve() == source.resolve():
        return Status(State.CURRENT, folder, __version__)
    if _same(folder, source):
        return Status(State.CURRENT, folder, version or __version__)
    if not version:
        return Status(State.ELSEWHERE, folder)
    return Status(State.STALE, folder, version, _origin(folder), tuple(_differing(folder, source)))


def install(folder: Path) -> None:
    """Make `folder` the installed package's runtime, exactly."""
    if folder.exists() and any(folder.iterdir()) and not _version(folder):
        raise GophersnakeError(
            f"{folder} is not a runtime that gophersnake put there",
            "move the folder away, then run gophersnake update again",
        )
    gosource.copy(gosource.locate(), folder)
    readme = _README.format(version=__version__, digest=gosource.digest(folder))
    (folder / MARKER).write_text(readme, encoding="utf-8")


def update(project: gomod.GoMod) -> Status:
    """Bring the project's runtime up to date, and its go.mod and go.sum with it.

    A Go module that has no runtime yet gets one. Returns the status before the update;
    where that is ELSEWHERE nothing was changed.
    """
    before = _own(project)
    if before.state is State.ELSEWHERE or not _is_ours(before.folder, project):
        return Status(State.ELSEWHERE, before.folder, before.version)
    if before.state is not State.CURRENT:
        install(before.folder)
    for path, text in connected(project.folder, before.folder):
        path.write_text(text, encoding="utf-8")
    return before


def connected(project: Path, folder: Path) -> Iterator[tuple[Path, str]]:
    """The project's go.mod and go.sum as they must be to use the runtime in `folder`."""
    requires = gomod.read(folder).requires
    relative = f"./{Path(os.path.relpath(folder, project.resolve())).as_posix()}"
    mod = project / "go.mod"
    go = gosource.go_version(folder)
    yield mod, gomod.connect(mod.read_text(encoding="utf-8"), relative, go, requires)
    own = project / "go.sum"
    sums = own.read_text(encoding="utf-8") if own.exists() else ""
    yield own, gomod.merged_sums(sums, (folder / "go.sum").read_text(encoding="utf-8"))


def _is_ours(folder: Path, project: gomod.GoMod) -> bool:
    """Whether a runtime is ours to write: several modules may share one that lies beside them."""
    inside = project.folder.resolve() in folder.parents
    return inside or bool(_version(folder)) or folder.match(FOLDER)


def _version(folder: Path) -> str:
    """The version that the marker in a runtime's folder names; empty where there is none."""
    return _marked(folder, r"\A# The Go runtime of gophersnake (\S+)")


def _origin(folder: Path) -> Origin:
    written = _marked(folder, r"^Source: sha256:(\w+)$")
    if not written:
        return Origin.UNKNOWN
    try:
        return Origin.OTHER_BUILD if gosource.digest(folder) == written else Origin.EDITED
    except OSError:  # a file that belongs there is missing
        return Origin.EDITED


def _marked(folder: Path, pattern: str) -> str:
    """What the marker in a runtime's folder says; empty where it does not, or is not there."""
    marker = folder / MARKER
    if not marker.is_file():
        return ""
    found = re.search(pattern, marker.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""


def _differing(folder: Path, source: Path) -> Iterator[str]:
    names = {*gosource.files(source), *(gosource.files(folder) if _whole(folder) else ())}
    for name in sorted(names):
        here, there = folder / name, source / name
        if not (here.is_file() and there.is_file() and here.read_bytes() == there.read_bytes()):
            yield name


def _whole(folder: Path) -> bool:
    return (folder / "python").is_dir() and (folder / "internal").is_dir()


def _same(one: Path, other: Path) -> bool:
    try:
        return gosource.digest(one) == gosource.digest(other)
    except OSError:
        return False


def told(status: Status) -> tuple[str, str]:
    """What to tell the user of a status, and the remedy (empty where there is nothing to do)."""
    if status.state is State.CURRENT:
        return f"its runtime is {status.version}, {status.folder}", ""
    if status.state is State.ELSEWHERE:
        return f"its runtime is the one in {status.folder}", ""
    if status.state is State.MISSING:
        return f"its Go runtime is missing: {status.folder}", status.remedy
    if status.state is State.VENDORED:
        return f"its vendored runtime is not the current one: {status.folder}", status.remedy
    if status.version == __version__:
        return f"its runtime in {status.folder} {_difference(status)}", status.remedy
    found = f"its runtime in {status.folder} is {status.version}, the package is {__version__}"
    return found, status.remedy


def _difference(status: Status) -> str:
    """How a runtime differs from the installed package's of the same version."""
    files = _listed(status.differing)
    if status.origin is Origin.EDITED:
        return f"has been changed by hand ({files}), which an update undoes"
    builds = f"is of another build of {status.version} than the installed package"
    if status.origin is Origin.OTHER_BUILD:
        return f"{builds} (other: {files})"
    return f"{builds}, or has been changed by hand, which an update undoes (other: {files})"


def _listed(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:_SHOWN])
    return shown if len(names) <= _SHOWN else f"{shown} and {len(names) - _SHOWN} more"
