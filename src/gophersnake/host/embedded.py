"""Importing the Python modules that a Go binary carries, from memory.

While developing, `GOPHERSNAKE_SOURCES` names a folder: what is found there is imported
from there, as the files are now.
"""

from __future__ import annotations

import os
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType, ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = "<embedded>"
"""Where the files of embedded modules appear to lie, in tracebacks and `__file__`."""


class Importer:
    """Finder and loader (PEP 451) of modules whose sources are held in memory.

    Paths are those of the model's sources: relative, with slashes, `package/module.py`.
    """

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def locate(self, name: str) -> str | None:
        """Return the path of a module's source, or None if it is not held here."""
        stem = name.replace(".", "/")
        for path in (f"{stem}/__init__.py", f"{stem}.py"):
            if path in self.files:
                return path
        return None

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        found = self.locate(name)
        if found is None:
            return self._namespace(name, path, target)
        spec = ModuleSpec(
            name,
            self,  # type: ignore[arg-type]  # a loader by its methods; the ABC is costly to import
            origin=f"{ROOT}/{found}",
            is_package=self.is_package(name),
        )
        spec.has_location = True
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations += self._folders(name, path, target)
        return spec

    def _folders(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None
    ) -> list[str]:
        """Return where the modules of a package lie: here, and where the environment has the
        package, for compiled modules are not held here."""
        folders = [f"{ROOT}/{name.replace('.', '/')}"]
        for finder in sys.meta_path:
            find = None if finder is self else getattr(finder, "find_spec", None)
            found = find(name, path, target) if find else None
            if found is not None:
                return folders + list(found.submodule_search_locations or ())
        return folders

    def _namespace(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None
    ) -> ModuleSpec | None:
        folder = name.replace(".", "/") + "/"
        if not any(path.startswith(folder) for path in self.files):
            return None
        spec = ModuleSpec(name, None, is_package=True)
        spec.submodule_search_locations = self._folders(name, path, target)
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        return None

    # Python leaves its own frames out of a traceback, and so this one, which is it.
    exec_module = SourceFileLoader.exec_module

    def get_code(self, name: str) -> CodeType:
        path = self.locate(name)
        if path is None:
            raise ImportError(f"{name} is not embedded", name=name)
        return compile(self.files[path], f"{ROOT}/{path}", "exec", dont_inherit=True)

    def get_source(self, name: str) -> str | None:
        path = self.locate(name)
        if path is None:
            return None
        import importlib.util

        return importlib.util.decode_source(self.files[path])

    def get_data(self, path: str) -> bytes:
        """Return a file by the path it appears to have (`pkgutil.get_data`)."""
        relative = path.replace(os.sep, "/").removeprefix(ROOT + "/")
        if relative not in self.files:
            raise OSError(f"{path} is not embedded")
        return self.files[relative]

    def is_package(self, name: str) -> bool:
        return (self.locate(name) or "").endswith("/__init__.py")


_importer = Importer()


def add(files: dict[str, bytes]) -> None:
    """Make these sources importable, before anything of the same name elsewhere.

    Modules that `GOPHERSNAKE_SOURCES` has on disk are left to it.
    """
    folder = os.environ.get("GOPHERSNAKE_SOURCES")
    if folder:
        if not os.path.isdir(folder):
            raise NotADirectoryError(f"GOPHERSNAKE_SOURCES is {folder!r}, which is not a folder")
        if folder not in sys.path:
            sys.path.insert(0, folder)
        # Compiled files tell a source's change by the second and its size: an editor is quicker.
        sys.dont_write_bytecode = True
        files = {path: data for path, data in files.items() if not _on_disk(folder, path)}
    _importer.files.update(files)
    if _importer not in sys.meta_path:
        sys.meta_path.insert(0, _importer)


def held() -> dict[str, bytes]:
    """Return the sources that are importable from memory."""
    return dict(_importer.files)


def _on_disk(folder: str, path: str) -> bool:
    top = path.split("/", maxsplit=1)[0]
    return os.path.exists(os.path.join(folder, top))
