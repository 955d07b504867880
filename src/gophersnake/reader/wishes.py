"""What is wished for a public name, by the settings and by comments in its source."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import griffe

from gophersnake.reader.directives import Directive, Directives
from gophersnake.reader.library import Library
from gophersnake.reader.parsing import node_of, text_of_module
from gophersnake.settings import Settings


@dataclass(frozen=True)
class Wish:
    skip: str = ""
    """Why it is to be left out; empty where it is not."""
    name: str = ""
    """What it is to be called in Go; empty where that is as usual."""
    handle: bool = False
    """Whether a record's instances are to stay in Python, as those of other classes do."""


class Wishes:
    """Looks up wishes. A setting goes before a comment, and a stub's comment before one in the
    source text. Raises SourceError for a comment that says nothing known."""

    def __init__(self, types: Library, sources: Library, settings: Settings) -> None:
        self._libraries = (types, sources)
        self._settings = settings
        self._files: dict[str, Directives] = {}

    def of(self, path: str) -> Wish:
        """Return what is wished for the public name that has this dotted path."""
        said = [self._said(library.follow(path).object, library) for library in self._libraries]
        skip = ""
        if pattern := self._settings.skipping(path):
            skip = f"the settings skip {pattern}"
        elif any(each.skip for each in said):
            skip = "a comment says so: # gophersnake: skip"
        names = [self._settings.renames.get(path, ""), *(each.name for each in said)]
        handle = any(each.handle for each in said)
        return Wish(skip, next(filter(None, names), ""), handle)

    def _said(self, obj: griffe.Object | None, library: Library) -> Directive:
        if obj is None or isinstance(obj, griffe.Module):
            return Directive()
        file = library.shown(_file(obj.module))
        if file not in self._files:
            self._files[file] = Directives(text_of_module(obj.module), file)
        return self._files[file].of(node_of(obj))


def _file(module: griffe.Module) -> Path:
    path = module.filepath
    return path if isinstance(path, Path) else path[0]
