"""What the user wants otherwise than the Python says: plain immutable data.

It is written in the `[tool.gophersnake]` table of a pyproject.toml (gophersnake.project),
and the reader goes by it. Everything is named by its dotted path, `module.function`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from gophersnake.model import Location


@dataclass(frozen=True, slots=True)
class Settings:
    renames: Mapping[str, str] = field(default_factory=dict)
    """By path: what a function or class is to be called in Go."""
    skips: tuple[str, ...] = ()
    """Paths of what is to be left out; `*` stands for anything."""
    types: Mapping[str, str] = field(default_factory=dict)
    """Annotations to read instead, as Python text: by the path of a type (`pandas.Series`), or
    of one parameter or result (`stats.mean.data`, `stats.mean.return`)."""
    big_ints: tuple[str, ...] = ()
    """The modules, by pattern, whose `int` is `*big.Int`."""
    places: Mapping[tuple[str, str], Location] = field(
        default_factory=dict, repr=False, compare=False
    )
    """Where a path was written, by the name of its table and itself: for messages alone."""

    def paths(self) -> Iterator[tuple[str, str]]:
        """Yield each path and pattern, after the name of its table."""
        tables: dict[str, Iterable[str]] = {
            "rename": self.renames,
            "types": self.types,
            "skip": self.skips,
            "big-ints": self.big_ints,
        }
        for table, paths in tables.items():
            yield from ((table, path) for path in paths)

    def skipping(self, path: str) -> str | None:
        """Return the pattern that leaves `path` out; None where it stays."""
        return next((each for each in self.skips if fnmatchcase(path, each)), None)

    def mention(self, path: str) -> bool:
        """Whether something of this path, or of a part of it, is to be otherwise in Go."""
        return any(f"{each}.".startswith(f"{path}.") for each in (*self.renames, *self.types))

    def has_big_ints(self, module: str) -> bool:
        return any(fnmatchcase(module, each) for each in self.big_ints)


NONE = Settings()
"""Nothing is wanted otherwise."""
