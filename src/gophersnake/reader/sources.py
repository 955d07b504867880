"""The files of the user's own that the Go package carries."""

from __future__ import annotations

import ast
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

from gophersnake import signature
from gophersnake.model import Source
from gophersnake.reader.finder import Finder, Found

_NEVER = {*sys.builtin_module_names, "gophersnake"}
"""What a program has anyway: what is in the interpreter, and what runs it there."""


def sources(found: Found, finder: Finder) -> tuple[Source, ...]:
    """Return every `.py` file that a local module needs, sorted by path.

    That is its top-level module (a submodule needs the packages around it, so all of the
    package), and the top-level modules of the user's own that these import, even inside
    functions. Data files and compiled modules are not carried. Empty for a module that is
    installed in the environment.
    """
    if not found.local:
        return ()
    carried: dict[str, Path] = {}
    done: set[str] = set()
    waiting = [found.name.partition(".")[0]]
    while waiting:
        top = waiting.pop()
        if top in done or top in _NEVER:
            continue
        done.add(top)
        place = finder.find(top) or (found if top == found.name.partition(".")[0] else None)
        if place is not None and place.local:
            files = _files(place, top)
            carried |= files
            waiting += [name for file in files.values() for name in _imports(file)]
    return tuple(Source(path, str(file)) for path, file in sorted(carried.items()))


def digest(found: Found, carried: tuple[Source, ...]) -> str:
    """Return the digest over the carried files, or over the module's own file if none is."""
    if carried:
        return signature.digest((each.path, Path(each.file).read_bytes()) for each in carried)
    file = found.source or found.stub
    return signature.digest([(file.name, file.read_bytes())]) if file else ""


def _files(found: Found, top: str) -> dict[str, Path]:
    """Return the importable files of a top-level module by their paths in its root."""
    folder, file = found.root / top, found.root / f"{top}.py"
    if found.source == file or (not folder.is_dir() and file.is_file()):
        return {file.name: file}
    paths = {each.relative_to(found.root): each for each in folder.rglob("*.py")}
    return {path.as_posix(): each for path, each in paths.items() if _importable(path)}


def _importable(path: Path) -> bool:
    return all(part.isidentifier() for part in path.with_suffix("").parts)


def _imports(file: Path) -> Iterator[str]:
    """Yield the top-level modules that a file imports by their full names."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(file.read_bytes())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return  # never imported, or refused where the module is read
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name.partition(".")[0] for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.partition(".")[0]
