"""The texts that drift is checked against, from the sources the generator reads."""

from __future__ import annotations

import griffe

from gophersnake import signature
from gophersnake.definitions import Modules
from gophersnake.reader.library import Library
from gophersnake.reader.parsing import text_of_module


class Fingerprints:
    """The signatures of modules' functions and records, made once for each module."""

    def __init__(self, sources: Library) -> None:
        self._sources = sources
        self._modules = Modules(self._source_of)
        self._known: dict[str, tuple[dict[str, str], frozenset[str]]] = {}

    def of(self, obj: griffe.Object, key: str = "", suffix: str = "") -> str | None:
        """Return the signature of a function, or of a class whose values are its fields, that
        stands in source text; None where it has none. The key is the object's name in its
        module unless it is given: see gophersnake.membership."""
        module = obj.module
        if module.path not in self._known:
            before, self._sources.asked = self._sources.asked, set()
            try:
                found = self._signatures(module)
            finally:
                asked = frozenset(self._sources.asked)
                self._sources.asked |= before
            self._known[module.path] = (found, asked)
        known, asked = self._known[module.path]
        self._sources.asked |= asked
        key = key or obj.path.removeprefix(f"{module.path}.")
        return known.get(key + suffix)

    def of_attribute(self, path: str, suffix: str) -> str:
        """Return the signature of what gets the attribute with this path, or with a suffix sets
        it; empty where it cannot be told."""
        found = self._sources.follow(path).object
        return (self.of(found, suffix=suffix) if found is not None else None) or ""

    def _signatures(self, module: griffe.Module) -> dict[str, str]:
        return signature.signatures(
            text_of_module(module),
            module.path,
            package=module.is_init_module,
            modules=self._modules,
        )

    def of_record(self, path: str) -> str:
        """Return the signature of the class with this path; empty where it cannot be told."""
        found = self._sources.follow(path).object
        return (self.of(found) if found is not None else None) or ""

    def _source_of(self, name: str) -> tuple[str, bool] | None:
        """Give the source of the user's own modules, and of the packages that are read: what
        the running program can be expected to find as it is now."""
        found = self._sources.finder.find(name)
        if found is None or not found.local:
            return None
        module = self._sources.module(name)
        return (text_of_module(module), found.package) if module is not None else None
