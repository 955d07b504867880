"""The modules read so far, and the way from a dotted path to what it names.

Modules are parsed when something in them is asked for, one file at a time; parents of a
submodule are not parsed, as their names do not matter for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import griffe

from gophersnake.errors import SourceError
from gophersnake.model import Location
from gophersnake.reader.exports import exports
from gophersnake.reader.finder import Finder, Found, typeshed_folder
from gophersnake.reader.parsing import node_of, parse


@dataclass(frozen=True)
class Target:
    """What a dotted path leads to, through all re-exports. The object is None where the path
    leaves what can be read: a compiled module, one that is not installed, a dynamic name."""

    path: str
    object: griffe.Object | None


_MOST_HOPS = 40
"""An import of so many imports is in a circle in which the path gets longer each time."""


class Library:
    """Parsed modules by dotted name, as their types say (stub before source)."""

    def __init__(self, finder: Finder, working_directory: Path) -> None:
        self.finder = finder
        self._working_directory = working_directory.resolve()
        self._files: dict[Path, griffe.Module] = {}
        self._shown: dict[Path, str] = {}
        self._modules: dict[str, griffe.Module | None] = {}
        self._circle: set[tuple[str, str]] = set()
        self._starred: dict[tuple[str, str], griffe.Alias | None] = {}
        self._stars: dict[str, list[griffe.Alias]] = {}
        self._members: dict[str, tuple[griffe.Object | griffe.Alias | None, frozenset[str]]] = {}
        self.asked: set[str] = set()
        """The modules that were asked for, be they there or not, since somebody emptied this."""

    def of_sources(self) -> Library:
        """Return the same modules as their source text says, whatever the stubs say.

        A module without source text is not there.
        """
        library = _SourceLibrary(self.finder, self._working_directory)
        library._files = self._files  # a file read for both is parsed once
        return library

    def module(self, name: str) -> griffe.Module | None:
        """Return the parsed module, or None where there is no text of it.

        Raises SourceError for a syntax error in a module of the user's own.
        """
        self.asked.add(name)
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
        path = self._file(found)
        if path is None:
            return None
        if path not in self._files:
            name, parents = found.name.rpartition(".")[2], self._parents(found.name)
            self._files[path] = parse(name, path, self.shown(path), parents, own=found.local)
        return self._files[path]

    def _file(self, found: Found) -> Path | None:
        return found.types

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
        if path not in self._shown:
            self._shown[path] = self._short(path)
        return self._shown[path]

    def _short(self, path: Path) -> str:
        resolved = path.resolve()
        for base, prefix in ((typeshed_folder(), "typeshed"), (self._working_directory, "")):
            if resolved.is_relative_to(base.resolve()):
                return (Path(prefix) / resolved.relative_to(base.resolve())).as_posix()
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

    def follow(self, path: str, stop: Callable[[str], bool] | None = None) -> Target:
        """Follow a dotted path to what it names, through imports of imports.

        Ends early at a path for which `stop` holds, and where the text to read ends.
        """
        seen: set[str] = set()
        while path not in seen and len(seen) < _MOST_HOPS:
            if stop is not None and stop(path):
                return Target(path, None)
            seen.add(path)
            member = self._member(path)
            if member is None:
                break
            if not isinstance(member, griffe.Alias):
                return Target(path, member)
            path = member.target_path
        return Target(path, self.module(path))

    def _member(self, path: str) -> griffe.Object | griffe.Alias | None:
        """Return what a path names, and remember it, together with the modules asked for it."""
        if path not in self._members:
            before, self.asked = self.asked, set()
            try:
                found = self._look_up(path)
                if not self._circle:  # inside of a circle of star imports it is not the last word
                    self._members[path] = (found, frozenset(self.asked))
            finally:
                self.asked |= before
            return found
        found, asked = self._members[path]
        self.asked |= asked
        return found

    def _look_up(self, path: str) -> griffe.Object | griffe.Alias | None:
        """Return what the longest module in the path says of the rest of the path."""
        parts = path.split(".")
        if "[" in path:  # a type parameter (PEP 695)
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
        key = (module.path, name)
        if key not in self._starred:
            found = self._among_stars(module, name)
            if self._circle:
                return found
            self._starred[key] = found
        return self._starred[key]

    def _among_stars(self, module: griffe.Module, name: str) -> griffe.Alias | None:
        if module.path not in self._stars:
            self._stars[module.path] = stars(module)
        for star in self._stars[module.path]:
            path = f"{star.target_path}.{name}"
            source = None if name.startswith("_") else self.module(star.target_path)
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
            found = self._through_stars(module, name) is not None
            return found or name in (exports(module, self) or ())  # one that running it makes
        finally:
            self._circle.discard(key)


def stars(module: griffe.Module) -> list[griffe.Alias]:
    """Return the star imports of a module, the last first (it wins)."""
    members = [each for each in module.members.values() if isinstance(each, griffe.Alias)]
    return [each for each in reversed(members) if each.name.endswith("/*")]


class _SourceLibrary(Library):
    def _file(self, found: Found) -> Path | None:
        return found.source
