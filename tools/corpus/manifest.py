"""What the corpus consists of."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gophersnake.reader.finder import typeshed_stub

_FILE = Path(__file__).with_name("manifest.txt")
_NO_LIBRARY = frozenset({"antigravity", "this"})
"""Modules that do something when they are imported, and offer nothing."""
LIBRARY = "the standard library"


@dataclass(frozen=True)
class Part:
    """What has a row of its own in the table of shares."""

    name: str
    folder: str
    """Where its Go packages are in the Go module."""
    modules: tuple[str, ...]
    is_library: bool = False
    is_whole: bool = True
    """Whether these are all of its modules."""


@dataclass(frozen=True)
class Distribution:
    """A release on PyPI, and the modules to generate of it."""

    name: str
    version: str
    modules: tuple[str, ...]

    @property
    def requirement(self) -> str:
        return f"{self.name}=={self.version}"


def parts(only: Collection[str] | None = None) -> list[Part]:
    """Return all there is, or what `only` names: `stdlib`, modules of it, or distributions."""
    whole = only is None or "stdlib" in only
    modules = tuple(name for name in library() if whole or name in (only or ()))
    found = [Part(LIBRARY, "library", modules, is_library=True, is_whole=whole)] if modules else []
    for each in distributions():
        if each.modules and (only is None or each.name in only):
            name = f"{each.name} {each.version}"
            found.append(Part(name, each.name.replace("-", "_"), each.modules))
    return found


def distributions(file: Path = _FILE) -> list[Distribution]:
    """Return what the manifest lists. Raises ValueError for a line that is no row of it."""
    return [_row(line) for line in _rows(file)]


def library() -> list[str]:
    """Return the modules of the standard library that have a stub, without those in packages."""
    names = sorted(sys.stdlib_module_names - _NO_LIBRARY)
    return [name for name in names if typeshed_stub(name) is not None]


def _rows(file: Path) -> Iterator[str]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def _row(line: str) -> Distribution:
    requirement, _, listed = line.partition(":")
    name, pin, version = requirement.strip().partition("==")
    if not pin or not version:
        raise ValueError(f"{line!r}: expected NAME==VERSION")
    modules: Sequence[str] = listed.split() or [name]
    return Distribution(name, version, () if modules == ["-"] else tuple(modules))
