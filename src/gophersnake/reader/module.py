"""A module, from the name the user gives to the model."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from pathlib import Path

from gophersnake import model
from gophersnake.model import Location
from gophersnake.reader import sources
from gophersnake.reader.declarations import Declarations
from gophersnake.reader.finder import default_search_paths
from gophersnake.reader.functions import FunctionReader
from gophersnake.reader.library import Library
from gophersnake.reader.members import Members
from gophersnake.reader.target import locate
from gophersnake.settings import NONE, Settings


def read(
    target: str, *, search_paths: Sequence[Path] | None = None, settings: Settings = NONE
) -> model.Module:
    """Read a module's public functions, and the classes they use.

    `target` is a dotted name (`a.b.c`) or a path (`./pyoutliers`, `stats.py`). Dotted names
    are looked up in `search_paths` (by default the working directory and the folders this
    Python imports from) and in the standard library. A module given by its path, or found
    below the working directory and not where packages are installed, is local: the result
    lists its source files.

    `settings` say what is wanted otherwise than the Python says. A type without a
    counterpart is an ObjectOf with the reason, a public name without one is Skipped with
    the reason; neither costs the others.

    Raises ModuleNotFound; NothingToRead for a compiled module without stubs; SourceError
    with the place for a file that Python could not parse.
    """
    working_directory = Path.cwd()
    paths = default_search_paths() if search_paths is None else search_paths
    finder, found = locate(target, paths, working_directory)
    types = Library(finder, working_directory)
    implementation = types.of_sources()
    module = types.module(found.name)
    assert module is not None
    assert found.types is not None
    reader = FunctionReader(types, implementation, settings)
    declarations = Declarations(module, reader)
    reader.converter.declarations = declarations
    functions, skipped = Members(module, reader, declarations).read()
    carried = sources.sources(found, finder)
    docstring = module.docstring
    if docstring is None and (source := implementation.module(found.name)):
        docstring = source.docstring
    return model.Module(
        name=found.name,
        functions=tuple(functions),
        location=Location(types.shown(found.types), 1),
        doc=inspect.cleandoc(docstring.value) if docstring else "",
        skipped=tuple(skipped),
        sources=carried,
        digest=sources.digest(found, carried),
        declarations=declarations.read(functions),
        called=declarations.called(),
    )
