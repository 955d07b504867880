"""From what the user names to a module: `pyoutliers`, `./pyoutliers`, `stats.py`, `a.b.c`."""

from __future__ import annotations

import difflib
import os
from collections.abc import Sequence
from pathlib import Path

from gophersnake.errors import GophersnakeError, ModuleNotFound, NothingToRead
from gophersnake.reader.finder import Finder, Found, is_stdlib

_SUFFIXES = (".py", ".pyi")
_CLOSE = 0.75
"""How much of a name must be alike for it to be what the user may have meant."""


def locate(
    target: str, search_paths: Sequence[Path], working_directory: Path
) -> tuple[Finder, Found]:
    """Return the module that `target` names, and the finder for what it imports.

    Raises ModuleNotFound, or GophersnakeError where a path names something that is no module.
    """
    if _is_path(target):
        root, name = _split(target)
        finder = Finder([root, *search_paths], [root, working_directory])
    else:
        name = target
        finder = Finder(search_paths, [working_directory])
    found = finder.find(name)
    if found is None:
        raise _not_found(target, name, finder)
    if found.types is None:
        raise NothingToRead(
            f"{target}: {found.name} is compiled and has no type stubs to read",
            f"write a stub ({name.rpartition('.')[2]}.pyi) beside it, or install {name}-stubs",
        )
    return finder, found


def _is_path(target: str) -> bool:
    separators = [os.sep, *([os.altsep] if os.altsep else [])]
    return (
        target in {".", ".."} or target.endswith(_SUFFIXES) or any(s in target for s in separators)
    )


def _split(target: str) -> tuple[Path, str]:
    """Return the folder that Python would import a file from, and the module's name there."""
    place = Path(os.path.abspath(target))
    if not place.exists():
        raise ModuleNotFound(target, [str(place.parent)], _similar_files(place))
    if place.stem == "__init__":
        place = place.parent
    if place.is_dir() and not _is_package(place):
        raise GophersnakeError(
            f"{target}: this folder is no Python package",
            "add an __init__.py to it, or name one of the modules in it",
        )
    names = [place.stem if place.suffix in _SUFFIXES else place.name]
    folder = place.parent
    while _is_package(folder):
        names.insert(0, folder.name)
        folder = folder.parent
    wrong = next((each for each in names if not each.isidentifier()), None)
    if wrong is not None:
        raise GophersnakeError(
            f"{target}: no module can be called {wrong}",
            "rename it: Python imports names of letters, digits and _ that begin with no digit",
        )
    return folder, ".".join(names)


def _is_package(folder: Path) -> bool:
    return any((folder / f"__init__{suffix}").is_file() for suffix in _SUFFIXES)


def _not_found(target: str, name: str, finder: Finder) -> ModuleNotFound:
    parts = name.split(".")
    folders = [each.joinpath(*parts) for each in finder.search_paths]
    namespaces = [each for each in folders if each.is_dir()]
    if namespaces and all(part.isidentifier() for part in parts):
        return _no_package(target, name, namespaces)
    parent, _, last = name.rpartition(".")
    found = finder.find(parent) if parent else None
    if parent and found is None:
        return _not_found(target, parent, finder)
    if found is not None and found.types is not None:
        if not found.package:
            looked = [f"{found.types} ({parent} is a module, not a package)"]
            return ModuleNotFound(target, looked, _remedy([]))
        folder = found.types.parent
        return ModuleNotFound(target, [f"{folder} (no {last})"], _similar(last, [folder]))
    looked = [
        f"{path} ({f'no {last}' if path.is_dir() else 'no such folder'})"
        for path in finder.search_paths
        if not is_stdlib(path)
    ]
    looked.append("the standard library")
    return ModuleNotFound(target, looked, _similar(last, finder.search_paths))


def _no_package(target: str, name: str, folders: Sequence[Path]) -> ModuleNotFound:
    """A namespace package (PEP 420) has modules, but is none that could have functions."""
    modules = sorted(
        each.stem
        for folder in folders
        for each in folder.iterdir()
        if each.suffix in _SUFFIXES or _is_package(each)
    )
    example = f", such as {name}.{modules[0]}" if modules else ""
    looked = [f"{each} (a folder without __init__.py)" for each in folders]
    return ModuleNotFound(target, looked, f"name one of the modules in it{example}")


def _similar(name: str, folders: Sequence[Path]) -> str:
    names = {
        each.stem
        for folder in folders
        if folder.is_dir()
        for each in folder.iterdir()
        if each.suffix in _SUFFIXES or _is_package(each)
    }
    return _remedy(difflib.get_close_matches(name, sorted(names), 1, _CLOSE))


def _similar_files(place: Path) -> str:
    names = [each.name for each in place.parent.iterdir()] if place.parent.is_dir() else []
    return _remedy(difflib.get_close_matches(place.name, sorted(names), 1, _CLOSE))


def _remedy(close: list[str]) -> str:
    guess = f"did you mean {close[0]}? Else " if close else ""
    return f"{guess}name the module as Python imports it, or the path to its file or folder"
