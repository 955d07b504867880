"""The `[tool.gophersnake]` table of a project's pyproject.toml.

    [tool.gophersnake]
    modules = ["pyoutliers", { name = "statistics", output = "internal/stats" }]
    output = "internal"
    skip = ["pyoutliers.plot*"]
    big-ints = ["pyoutliers.exact"]

    [tool.gophersnake.rename]
    "pyoutliers.detect" = "DetectAll"

    [tool.gophersnake.types]
    "pyoutliers.detect.data" = "NDArray[np.float64]"

Each key is one reader here, listed in `_KEYS`; what it does not like is an error at its line.
"""

from __future__ import annotations

import ast
import difflib
import importlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from gophersnake.errors import SourceError
from gophersnake.project.discovery import Target
from gophersnake.project.toml import Places
from gophersnake.settings import Settings

tomllib = importlib.import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")

_TABLE = ("tool", "gophersnake")
_FILE = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a project wants. `folder` is where its pyproject.toml lies."""

    folder: Path = field(default_factory=Path)
    targets: tuple[Target, ...] = ()
    output: Path | None = None
    """The folder that gets a folder for each module that has none of its own."""
    settings: Settings = field(default_factory=Settings)

    def placed(self, target: Target) -> Target:
        """The target in the folder that the configuration has for it, if it has one."""
        if target.folder is None:
            return next((each for each in self.targets if each.name == target.name), target)
        return target


def find(place: Path) -> Configuration:
    """The configuration that rules at `place`: the nearest pyproject.toml with our table, there
    or above; an empty one where there is none.

    Errors: SourceError with the line for a file that is not TOML, and for what is wrong in
    our table.
    """
    for folder in (place, *_above(place)):
        if (folder / _FILE).is_file() and (found := read(folder)) is not None:
            return found
    return Configuration(place)


def read(folder: Path) -> Configuration | None:
    """Read `folder`/pyproject.toml; None where it has no table of ours."""
    path = folder / _FILE
    text = path.read_text(encoding="utf-8")
    try:
        table: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        places = Places(str(path), text)
        raise SourceError(places.of_error(error), "is not TOML", str(error)) from error
    for key in _TABLE:
        table = table.get(key) if isinstance(table, dict) else None
    if table is None:
        return None
    return _Reader(folder, Places(str(path), text)).read(table)


def _above(place: Path) -> list[Path]:
    """The folders above, as seen from here."""
    return [Path(os.path.relpath(each)) for each in place.resolve().parents]


class _Reader:
    def __init__(self, folder: Path, places: Places) -> None:
        self._folder = folder
        self._places = places

    def read(self, table: object) -> Configuration:
        if not isinstance(table, dict):
            raise self._error((), "expected a table")
        result = Configuration(self._folder)
        for key, value in table.items():
            read = _KEYS.get(key)
            if read is None:
                raise self._unknown(key, (), _KEYS)
            result = read(self, value, result)
        if result.output is None:
            return result
        output = result.output
        placed = [
            target if target.folder else replace(target, folder=output / target.last)
            for target in result.targets
        ]
        return replace(result, targets=tuple(placed))

    def modules(self, value: object, into: Configuration) -> Configuration:
        if not isinstance(value, list):
            raise self._error(("modules",), 'expected a list, such as ["pyoutliers"]')
        return replace(into, targets=tuple(dict.fromkeys(map(self._target, value))))

    def _target(self, value: object) -> Target:
        if isinstance(value, str) and value:
            return Target(self._name(value))
        if not isinstance(value, dict) or not isinstance(value.get("name"), str):
            raise self._error(("modules",), 'expected a name, or { name = "…", output = "…" }')
        for key in value:
            if key not in {"name", "output"}:
                raise self._unknown(key, ("modules",), ("name", "output"))
        output = value.get("output")
        if output is not None and not isinstance(output, str):
            raise self._error(("modules",), "output: expected the path of a folder")
        return Target(self._name(value["name"]), self._folder / output if output else None)

    def _name(self, name: str) -> str:
        """A path is seen from the pyproject.toml, a dotted name from anywhere."""
        if "/" not in name and not name.endswith(".py"):
            return name
        path = str(self._folder / name)
        return path if "/" in path or path.endswith(".py") else f"./{path}"

    def output(self, value: object, into: Configuration) -> Configuration:
        if not isinstance(value, str):
            raise self._error(("output",), "expected the path of a folder")
        return replace(into, output=self._folder / value)

    def skip(self, value: object, into: Configuration) -> Configuration:
        skips = self._strings(value, "skip", 'such as ["pyoutliers.plot*"]')
        return self._with(into, "skip", skips, skips=skips)

    def big_ints(self, value: object, into: Configuration) -> Configuration:
        if isinstance(value, bool):
            modules: tuple[str, ...] = ("*",) if value else ()
        else:
            modules = self._strings(value, "big-ints", "or true for all modules")
        return self._with(into, "big-ints", modules, big_ints=modules)

    def rename(self, value: object, into: Configuration) -> Configuration:
        names = self._table(value, "rename")
        for path, name in names.items():
            if not name.isidentifier():
                raise self._error(("rename", path), f"{name!r} is no name")
        return self._with(into, "rename", names, renames=names)

    def types(self, value: object, into: Configuration) -> Configuration:
        types = self._table(value, "types")
        for path, annotation in types.items():
            try:
                ast.parse(annotation.strip(), mode="eval")
            except SyntaxError as error:
                what = f"{annotation!r} is no annotation: {error.msg}"
                raise self._error(("types", path), what) from error
        return self._with(into, "types", types, types=types)

    def _with(
        self, into: Configuration, key: str, paths: Iterable[str], **settings: Any
    ) -> Configuration:
        """The configuration with settings on these paths, and where they stand."""
        places = {(key, path): self._places.of((*_TABLE, key, path)) for path in paths}
        known = {**into.settings.places, **places}
        return replace(into, settings=replace(into.settings, places=known, **settings))

    def _strings(self, value: object, key: str, example: str) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self._error((key,), f"expected a list of strings, {example}")
        return tuple(value)

    def _table(self, value: object, key: str) -> Mapping[str, str]:
        if not isinstance(value, dict):
            raise self._error((key,), "expected a table")
        return dict(self._flat(value, (key,)))

    def _flat(self, table: dict[str, Any], within: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """The entries by dotted path, whether the path is in quotes or TOML took it apart."""
        for key, value in table.items():
            keys = (*within, key)
            if isinstance(value, dict):
                yield from self._flat(value, keys)
            elif isinstance(value, str):
                yield ".".join(keys[1:]), value
            else:
                raise self._error(keys, "expected a string")

    def _error(self, keys: tuple[str, ...], what: str, remedy: str = "") -> SourceError:
        shown = f"{keys[-1]}: {what}" if keys else what
        return SourceError(self._places.of((*_TABLE, *keys)), shown, remedy)

    def _unknown(self, key: str, within: tuple[str, ...], known: Any) -> SourceError:
        location = self._places.of((*_TABLE, *within, key))
        return SourceError(location, f"{key}: there is no such key", _suggestion(key, list(known)))


_KEYS: Mapping[str, Callable[[_Reader, object, Configuration], Configuration]] = {
    "modules": _Reader.modules,
    "output": _Reader.output,
    "skip": _Reader.skip,
    "rename": _Reader.rename,
    "types": _Reader.types,
    "big-ints": _Reader.big_ints,
}


def _suggestion(key: str, known: list[str]) -> str:
    close = difflib.get_close_matches(key.replace("_", "-"), known, 1)
    guess = f"did you mean {close[0]}? " if close else ""
    return f"{guess}There are {', '.join(known[:-1])} and {known[-1]}"
