"""Where a module's source and its stub lie, found as Python and PEP 561 say.

Nothing is imported. A module is looked up in the search paths in order (regular packages
before namespace packages, PEP 420), then in the standard library; its types come from a
stubs-only package (`foo-stubs`), a `.pyi` beside it, or typeshed for the standard library.
"""

from __future__ import annotations

import functools
import importlib.machinery
import sys
import sysconfig
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from typeshed_client import finder as typeshed

_COMPILED = tuple(importlib.machinery.EXTENSION_SUFFIXES)


@dataclass(frozen=True)
class Found:
    """The files of one module."""

    name: str
    root: Path
    """The folder that holds the top-level module."""
    source: Path | None = None
    stub: Path | None = None
    package: bool = False
    local: bool = False
    """The user's own, as opposed to installed in the environment."""

    @property
    def types(self) -> Path | None:
        """The file whose annotations count."""
        return self.stub or self.source


def default_search_paths(working_directory: Path | None = None) -> tuple[Path, ...]:
    """Return the working directory and its `src`, then the folders this Python imports from."""
    here = working_directory or Path.cwd()
    folders = [here, here / "src", *[Path(entry) for entry in sys.path if entry]]
    return tuple(dict.fromkeys(each for each in folders if each.is_dir()))


class Finder:
    """Finds modules by dotted name. Looks at folders, never at contents."""

    def __init__(self, search_paths: Sequence[Path], local_roots: Sequence[Path]) -> None:
        self.search_paths = tuple(search_paths)
        self._local_roots = tuple(root.resolve() for root in local_roots)
        self._found: dict[str, Found | None] = {}

    def find(self, name: str) -> Found | None:
        """Return the files of the module `name`, or None where there is no such module."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def has(self, name: str) -> bool:
        """Whether there is a top-level module of this name, or a folder that holds modules."""
        folders = (path / name for path in self.search_paths)
        return self.find(name) is not None or any(map(Path.is_dir, folders))

    def _find(self, name: str) -> Found | None:
        parts = name.split(".")
        if not all(part.isidentifier() for part in parts):
            return None
        runtime = _search(self.search_paths, parts)
        if runtime is None and parts[0] in sys.stdlib_module_names:
            runtime = _search(_stdlib_folders(), parts)
        if runtime is not None and self._is_local(runtime):
            return _with_stubs(_as_local(runtime), self.search_paths)
        stub = typeshed_stub(name)
        if stub is not None and (runtime is None or is_stdlib(runtime.root)):
            source = runtime.source if runtime else None
            package = stub.stem == "__init__"
            return Found(name, typeshed_folder(), source, stub, package)
        if runtime is not None:
            return _with_stubs(runtime, self.search_paths)
        stub = _stubs_package(self.search_paths, parts)
        if stub is None:
            return None
        return Found(name, stub.parents[len(parts) - 1], None, stub, stub.stem == "__init__")

    def _is_local(self, found: Found) -> bool:
        root = found.root.resolve()
        if is_installed(root):
            return False
        return any(root == each or each in root.parents for each in self._local_roots)


def is_installed(path: Path) -> bool:
    """Whether `path` lies where installers or Python itself put modules."""
    return bool({"site-packages", "dist-packages"} & set(path.parts)) or is_stdlib(path)


def is_stdlib(path: Path) -> bool:
    """Whether `path` lies in the standard library, which `site-packages` may lie below."""
    if {"site-packages", "dist-packages"} & set(path.parts):
        return False
    resolved = path.resolve()
    return any(resolved == each or each in resolved.parents for each in _stdlib_folders())


@functools.cache
def typeshed_folder() -> Path:
    return typeshed.find_typeshed()


def typeshed_stub(name: str) -> Path | None:
    """Return typeshed's stub of a module of the standard library in this version of Python."""
    versions = typeshed.get_typeshed_versions(typeshed_folder())
    parts = name.split(".")
    for length in range(1, len(parts) + 1):
        span = versions.get(".".join(parts[:length]))
        if span is None and length == 1:
            return None
        if span is not None:
            current = sys.version_info[:2]
            if current < span.min or (span.max is not None and current > span.max):
                return None
    return _module_file(typeshed_folder().joinpath(*parts[:-1]), parts[-1], ".pyi")


@functools.cache
def _stdlib_folders() -> tuple[Path, ...]:
    paths = sysconfig.get_paths()
    folders = [Path(paths[key]).resolve() for key in ("stdlib", "platstdlib")]
    return tuple(dict.fromkeys([*folders, *[each / "lib-dynload" for each in folders]]))


def _search(roots: Sequence[Path], parts: list[str]) -> Found | None:
    """Find the files of a module at run time, and a `.pyi` beside them."""
    folders = [(root, root) for root in roots]
    for part in parts[:-1]:
        below = [(root, folder / part) for root, folder in folders if (folder / part).is_dir()]
        regular = [each for each in below if _module_file(each[1].parent, part, ".py", ".pyi")]
        folders = regular[:1] or below
    for root, folder in folders:
        found = _in_folder(root, folder, parts)
        if found is not None:
            return found
    return None


def _in_folder(root: Path, folder: Path, parts: list[str]) -> Found | None:
    name, last = ".".join(parts), parts[-1]
    package = folder / last
    for where, stem, is_package in ((package, "__init__", True), (folder, last, False)):
        source, stub = where / f"{stem}.py", where / f"{stem}.pyi"
        compiled = any((where / f"{stem}{suffix}").is_file() for suffix in _COMPILED)
        if source.is_file() or stub.is_file() or compiled:
            return Found(
                name,
                root,
                source if source.is_file() and not compiled else None,
                stub if stub.is_file() else None,
                is_package,
            )
    return None


def _module_file(folder: Path, name: str, *suffixes: str) -> Path | None:
    for suffix in suffixes:
        for candidate in (folder / name / f"__init__{suffix}", folder / f"{name}{suffix}"):
            if candidate.is_file():
                return candidate
    return None


def _stubs_package(roots: Sequence[Path], parts: list[str]) -> Path | None:
    """Return the stub in a stubs-only package (PEP 561)."""
    first, *rest = parts
    for root in roots:
        folder = root / f"{first}-stubs"
        if not folder.is_dir():
            continue
        if rest:
            stub = _module_file(folder.joinpath(*rest[:-1]), rest[-1], ".pyi")
        else:
            stub = folder / "__init__.pyi"
        if stub is not None and stub.is_file():
            return stub
    return None


def _with_stubs(found: Found, roots: Sequence[Path]) -> Found:
    stub = _stubs_package(roots, found.name.split(".")) or found.stub
    return Found(found.name, found.root, found.source, stub, found.package, found.local)


def _as_local(found: Found) -> Found:
    return Found(found.name, found.root, found.source, found.stub, found.package, local=True)
