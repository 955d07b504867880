"""The public modules in a package, found by their files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from gophersnake.reader.finder import Finder, Found

_SUFFIXES = {".py", ".pyi"}
_NOT_OFFERED = re.compile(r"_.*|tests?|testing|test_.*|.*_test|conftest|setup|noxfile")
"""Private modules, and those that are there for the package's own makers."""


def submodules(found: Found, finder: Finder) -> Iterator[str]:
    """Yield the dotted names of all public modules below a package, in no order.

    A module counts where it can be read: a compiled one needs a stub, and of the standard
    library only what this version of Python has is there.
    """
    if not found.package:
        return
    folders = {file.parent for file in (found.source, found.stub) if file is not None}
    names = {name for folder in folders for name in _names(folder)}
    for name in names:
        inner = finder.find(f"{found.name}.{name}")
        if inner is not None and inner.types is not None:
            yield inner.name
            yield from submodules(inner, finder)


def _names(folder: Path) -> Iterator[str]:
    for path in folder.iterdir():
        package = path.is_dir() and any((path / f"__init__{each}").is_file() for each in _SUFFIXES)
        if not package and path.suffix not in _SUFFIXES:
            continue
        name = path.name if package else path.stem
        if name.isidentifier() and not _NOT_OFFERED.fullmatch(name):
            yield name
