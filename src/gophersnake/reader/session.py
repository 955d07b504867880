"""Reading several modules of one package: what they share is parsed once."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from pathlib import Path

from gophersnake import model
from gophersnake.errors import GophersnakeError, SourceError
from gophersnake.model import Location
from gophersnake.reader import sources
from gophersnake.reader.declarations import Declarations
from gophersnake.reader.declarations.shared import Shared
from gophersnake.reader.finder import Found, default_search_paths
from gophersnake.reader.fingerprints import Fingerprints
from gophersnake.reader.functions import FunctionReader
from gophersnake.reader.library import Library
from gophersnake.reader.members import Members
from gophersnake.reader.mistakes import mistakes
from gophersnake.reader.submodules import submodules
from gophersnake.reader.target import locate
from gophersnake.settings import NONE, Settings


class Session:
    """Reads the module that `target` names, and the public modules in it where it is a package.

    See `gophersnake.reader.read` for the parameters and errors. Not for concurrent use.
    """

    def __init__(
        self,
        target: str,
        *,
        search_paths: Sequence[Path] | None = None,
        settings: Settings = NONE,
    ) -> None:
        working_directory = Path.cwd()
        paths = default_search_paths() if search_paths is None else search_paths
        self.finder, self._found = locate(target, paths, working_directory)
        self.name = self._found.name
        self._types = Library(self.finder, working_directory)
        self._sources = self._types.of_sources()
        self._fingerprints = Fingerprints(self._sources)
        self._settings = settings
        self._shared = Shared(self._types, self._sources)

    def modules(self) -> list[str]:
        """Return the names of the module itself and of the public modules in it, sorted."""
        within = [
            name
            for name in submodules(self._found, self.finder)
            if self._settings.skipping(name) is None
        ]
        return [self.name, *sorted(within)]

    def read(self, name: str) -> model.Module:
        """Read one module."""
        found = self.finder.find(name)
        assert found is not None
        assert found.types is not None
        self._types.asked, self._sources.asked = set(), set()
        module = self._types.module(name)
        if module is None:
            raise SourceError(Location(self._types.shown(found.types), 1), "cannot be read")
        reader = FunctionReader(self._types, self._sources, self._settings, self._fingerprints)
        declarations = Declarations(module, reader, self._shared)
        reader.converter.declarations = declarations
        members = Members(module, reader, declarations)
        functions, skipped = members.read()
        docstring = module.docstring
        if docstring is None and (source := self._sources.module(name)):
            docstring = source.docstring
        carried = self._carried(found)
        return model.Module(
            name=name,
            functions=tuple(functions),
            location=Location(self._types.shown(found.types), 1),
            doc=inspect.cleandoc(docstring.value) if docstring else "",
            skipped=tuple(skipped),
            sources=carried,
            digest=sources.digest(found, carried),
            declarations=declarations.read(functions),
            called=declarations.called(),
            offers=tuple(sorted(members.offered)),
            carrier=self.name if found.local and name != self.name else "",
        )

    def _carried(self, found: Found) -> tuple[model.Source, ...]:
        """The root of a package carries the sources of all of it."""
        return sources.sources(found, self.finder) if found.name == self.name else ()

    def mistakes(self) -> Iterator[GophersnakeError]:
        """Yield an error for each setting on the modules here that names nothing."""
        return mistakes(self._settings, self._types, self.name)

    def place(self, name: str) -> tuple[str, str]:
        """Return the name of a module and the folder that it is imported from."""
        found = self.finder.find(name)
        return name, str(found.root if found else "")

    def files(self, name: str) -> tuple[Path, ...]:
        """Return the files that hold a module's text; none where there is no such module."""
        found = self.finder.find(name)
        return tuple(each for each in (found.stub, found.source) if each) if found else ()

    def carries(self, module: model.Module) -> bool:
        """Whether a module's Go package would still carry the same files, if it carries any."""
        found = self.finder.find(module.name)
        if found is None:
            return False
        carried = self._carried(found)
        return carried == module.sources and sources.digest(found, carried) == module.digest

    def asked(self) -> Iterator[str]:
        """Yield the modules whose text the last reading depends on, be they there or not."""
        yield from sorted(self._types.asked | self._sources.asked)
