"""A module, from the name the user gives to the model."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gophersnake import model
from gophersnake.reader.session import Session
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
    session = Session(target, search_paths=search_paths, settings=settings)
    return session.read(session.name)
