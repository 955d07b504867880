"""The public modules in a package, found by their files."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from gophersnake.reader.finder import Finder, Found

_SUFFIXES = {".py", ".pyi"}
_NOT_OFFERED = re.compile(r"_.*|tests?|testing|test_.*|.*_test|conftest|setup|noxfile")
"""Private modules, and those that are there for the package's own makers."""
_NOT_PYTHON = re.compile(r"node_modules|testdata")
"""Folders without an `__init__` that may hold Python files of somebody else's."""


def submodules(found: Found, finder: Finder) -> Iterator[str]:
    """Yield the dotted names of all public modules below a package, in no order.

    A module counts where it can be read: a compiled one needs a stub, and of the standard
    library only what this version of Python has is there.
    """
    if found.package:
        folders = {file.parent for file in (found.source, found.stub) if file is not None}
        yield from _below(found.name, folders, finder)


def is_within(package: str, module: str) -> bool:
    """Whether a module is one of the public modules below a package, by its name."""
    below = module.removeprefix(f"{package}.")
    return below != module and not any(map(_NOT_OFFERED.fullmatch, below.split(".")))


def _below(name: str, folders: Collection[Path], finder: Finder) -> Iterator[str]:
    """Yield the public modules in these folders, which are those of the package `name`."""
    for last in {last for folder in folders for last in _names(folder)}:
        inner = finder.find(f"{name}.{last}")
        if inner is None:  # a namespace package: it has modules, and no text of its own
            yield from _below(f"{name}.{last}", [each / last for each in folders], finder)
        elif inner.types is not None:
            yield inner.name
            yield from submodules(inner, finder)


def _names(folder: Path) -> Iterator[str]:
    for path in folder.iterdir() if folder.is_dir() else ():
        package = path.is_dir() and (_is_regular(path) or _is_namespace(path))
        if not package and path.suffix not in _SUFFIXES:
            continue
        name = path.name if package else path.stem
        if name.isidentifier() and not _NOT_OFFERED.fullmatch(name):
            yield name


def _is_regular(folder: Path) -> bool:
    return any((folder / f"__init__{each}").is_file() for each in _SUFFIXES)


def _is_namespace(folder: Path) -> bool:
    """Whether a folder without an `__init__` counts. Links are not followed, as they are not
    for what a Go package carries."""
    return not folder.is_symlink() and not _NOT_PYTHON.fullmatch(folder.name)
