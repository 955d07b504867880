"""The modules read so far, and the way from a dotted path to what it names.

Modules are parsed when something in them is asked for, one file at a time; parents of a
submodule are not parsed, as their names do not matter for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import griffe

from gophersnake.errors import SourceError
from gophersnake.model import Location
from gophersnake.reader.finder import Finder, Found, typeshed_folder
from gophersnake.reader.parsing import node_of, parse

UNREAD = frozenset({"numpy", "typing", "typing_extensions", "builtins", "types"})
"""Modules whose names the type map knows; nothing else in them is looked up."""


@dataclass(frozen=True)
class Target:
    """What a dotted path leads to, through all re-exports. The object is None where the path
    leaves what can be read: a compiled module, one that is not installed, a dynamic name."""

    path: str
    object: griffe.Object | None


class Library:
    """Parsed modules by dotted name.

    With `stubs` the types' view of each module (stub before source), else the source alone.
    """

    def __init__(self, finder: Finder, working_directory: Path, *, stubs: bool = True) -> None:
        self.finder = finder
        self._working_directory = working_directory.resolve()
        self._stubs = stubs
        self._modules: dict[str, griffe.Module | None] = {}
        self._circle: set[tuple[str, str]] = set()

    def module(self, name: str) -> griffe.Module | None:
        """Return the parsed module, or None where there is no text of it.

        Raises SourceError for a syntax error in a module of the user's own.
        """
        if name not in self._modules:
            self._modules[name] = None  # an import cycle finds nothing, rather than no end
            found = self.finder.find(name)
            try:
                self._modules[name] = self._parse(found) if found else None
            except SourceError:
                if found is None or found.local:
                    raise
        return self._modules[name]

    def _parse(self, found: Found) -> griffe.Module | None:
        path = found.types if self._stubs else found.source
        if path is None:
            return None
        return parse(
            found.name.rpartition(".")[2], path, self.shown(path), self._parents(found.name)
        )

    def _parents(self, name: str) -> griffe.Module | None:
        """Make empty packages that give a submodule its full name."""
        parent: griffe.Module | None = None
        parts = name.split(".")[:-1]
        for length, part in enumerate(parts, 1):
            found = self.finder.find(".".join(parts[:length]))
            file = (found.types if found else None) or Path(part, "__init__.py")
            parent = griffe.Module(part, filepath=file, parent=parent)
        return parent

    def shown(self, path: Path) -> str:
        """Return a path as messages show it: short, and the same on every machine if it can be."""
        for base, prefix in ((typeshed_folder(), "typeshed"), (self._working_directory, "")):
            try:
                return (Path(prefix) / path.resolve().relative_to(base.resolve())).as_posix()
            except ValueError:
                continue
        return path.as_posix()

    def location(self, obj: griffe.Object | griffe.Alias) -> Location:
        """Return where something is defined; for an alias, where it is imported."""
        module = obj.parent if isinstance(obj, griffe.Alias) else obj
        filepath = module.filepath if module is not None else Path("?")
        file = self.shown(filepath if isinstance(filepath, Path) else filepath[0])
        if isinstance(obj, griffe.Alias):
            return Location(file, obj.alias_lineno or 1)
        node = node_of(obj)
        line = getattr(node, "lineno", None) or obj.lineno or 1
        return Location(file, line, getattr(node, "col_offset", 0) + 1)

    def follow(self, path: str, stop: frozenset[str] | set[str] = frozenset()) -> Target:
        """Follow a dotted path to what it names, through imports of imports.

        Ends early at a path in `stop`, and where the text to read ends.
        """
        seen: set[str] = set()
        while path not in seen and path not in stop:
            seen.add(path)
            member = self._member(path)
            if member is None:
                return Target(path, self._as_module(path))
            if not isinstance(member, griffe.Alias):
                return Target(path, member)
            path = member.target_path
        return Target(path, self._as_module(path))

    def _as_module(self, path: str) -> griffe.Module | None:
        return None if path.partition(".")[0] in UNREAD else self.module(path)

    def _member(self, path: str) -> griffe.Object | griffe.Alias | None:
        """Return what the longest module in the path says of the rest of the path."""
        parts = path.split(".")
        if parts[0] in UNREAD or "[" in path:
            return None
        for length in range(len(parts) - 1, 0, -1):
            module = self.module(".".join(parts[:length]))
            member = self.lookup(module, parts[length:]) if module is not None else None
            if member is not None:
                return member
        return None

    def lookup(
        self, module: griffe.Module, names: list[str]
    ) -> griffe.Object | griffe.Alias | None:
        """Return the member `names` of a module, with star imports looked through.

        The last hop of an import is not followed: the answer may be an alias.
        """
        member = module.members.get(names[0]) or self._through_stars(module, names[0])
        for depth, name in enumerate(names[1:], 1):
            if isinstance(member, griffe.Alias):
                rest = ".".join(names[depth:])
                return griffe.Alias(name, f"{member.target_path}.{rest}", parent=module)
            member = member.members.get(name) if member is not None else None
        return member

    def _through_stars(self, module: griffe.Module, name: str) -> griffe.Alias | None:
        for star in stars(module):
            path = f"{star.target_path}.{name}"
            if star.target_path in UNREAD or name.startswith("_"):
                continue
            source = self.module(star.target_path)
            if source is not None and source is not module and self._guarded(source, name):
                return griffe.Alias(name, path, lineno=star.alias_lineno, parent=module)
        return None

    def _guarded(self, module: griffe.Module, name: str) -> bool:
        """Look a name up in a star-imported module; star imports may form a circle."""
        if name in module.members:
            return True
        key = (module.path, name)
        if key in self._circle:
            return False
        self._circle.add(key)
        try:
            return self._through_stars(module, name) is not None
        finally:
            self._circle.discard(key)


def stars(module: griffe.Module) -> list[griffe.Alias]:
    """Return the star imports of a module, the last first (it wins)."""
    members = [each for each in module.members.values() if isinstance(each, griffe.Alias)]
    return [each for each in reversed(members) if each.name.endswith("/*")]
