"""The interpreters this tool makes, and why each."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

from .cache import Site, make_once
from .interpreter import Interpreter
from .shell import say
from .sid import SidRoot
from .source import SourceBuild


class Recipe(Protocol):
    """How one folder of the cache is made and checked."""

    @property
    def name(self) -> str: ...

    @property
    def fingerprint(self) -> str:
        """Changes whenever a folder made before is no longer what is wanted."""
        ...

    def build(self, site: Site) -> Path:
        """Make it in the scratch folder; return the tree that is to be moved to its place."""
        ...

    def check(self, final: Path) -> list[Interpreter]:
        """The interpreters in it; raises ToolError if one is unusable."""
        ...


ALL: tuple[Recipe, ...] = (
    # The newest releases; also with Debian's own layout and its debug builds.
    SidRoot("sid", "sid", ("3.14", "3.15")),
    # Free threading, in the first release that has it.
    SourceBuild("3.13t", "python3.13", "trixie", ("--disable-gil",)),
    # sys.gettotalrefcount, on the Python before immortal objects (3.12): there every leak counts.
    SourceBuild("3.11d", "python3.11", "bookworm", ("--with-pydebug",)),
)


def make(recipe: Recipe, jobs: int | None = None) -> list[Interpreter]:
    """Make `recipe` unless it is there, and return its interpreters, found usable."""
    jobs = jobs or os.cpu_count() or 1
    final = make_once(recipe.name, recipe.fingerprint, recipe.build, jobs)
    say(f"{recipe.name}: ready in {final}")
    return recipe.check(final)
