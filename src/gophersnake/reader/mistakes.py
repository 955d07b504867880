"""Settings that name nothing: what is misspelt must not pass for a wish that was heard."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import griffe

from gophersnake.errors import GophersnakeError, SourceError
from gophersnake.model import Location
from gophersnake.reader.annotations import Converter
from gophersnake.reader.annotations.arrays import ELEMENTS
from gophersnake.reader.annotations.mentions import mentions
from gophersnake.reader.annotations.spelling import builtin_names, canonical, is_builtin
from gophersnake.reader.annotations.written import importable
from gophersnake.reader.classes import Classes
from gophersnake.reader.finder import Finder, default_search_paths
from gophersnake.reader.library import Library
from gophersnake.reader.overloads import overloads_of
from gophersnake.reader.parsing import text_of_module
from gophersnake.reader.target import locate
from gophersnake.settings import Settings

_ANYTHING = frozenset("*?[")
_RESULT = "return"
_ANNOTATION = "annotation"
"""The table, as it were, of the types that annotations name."""
_NUMPY = "numpy"
_CLOSE = 0.85
"""How much of an element's name, after `numpy.`, must be alike for it to be what was meant."""
_UNKNOWN = "…"
_EMPTY = frozenset({"builtins.object", "typing.Generic", "typing.Protocol", "abc.ABC"})
"""Classes that nothing is wanted of."""


def mistakes(settings: Settings, types: Library, root: str) -> Iterator[GophersnakeError]:
    """Yield an error for each setting on the module or package `root` that names nothing in it.

    Patterns may fit nothing, and what other modules have is not looked at.
    """
    for table, path in settings.paths():
        if not _ANYTHING & set(path) and f"{path}.".startswith(f"{root}."):
            try:
                wrong = _wrong(table, path, types)
            except SourceError:  # reading the module says it
                continue
            if wrong:
                yield _error(f"{path}: {wrong[0]}", wrong[1], settings.places.get((table, path)))


def strangers(
    settings: Settings, targets: Iterable[str], folder: Path
) -> Iterator[GophersnakeError]:
    """Yield an error for each setting on a module that is neither one of `targets`, as the user
    names them, nor anywhere else to be found: in `folder`, or where Python imports from; and
    for each annotation that names what is not there.

    A type is read by its name, so its module need not be there: it is an error only where its
    name is nearly that of a target.
    """
    roots, finders = _roots(targets, folder)
    for table, path in settings.paths():
        root = path.partition(".")[0]
        if _ANYTHING & set(root) or root in roots or any(each.has(root) for each in finders):
            continue
        close = difflib.get_close_matches(root, sorted(roots), 1)
        if close or table != "types":
            remedy = f"did you mean {close[0]}?" if close else ""
            place = settings.places.get((table, path))
            yield _error(f"{path}: there is no module {root}", remedy, place)
    libraries = [Library(each, folder) for each in finders]
    for path, annotation in settings.types.items():
        for name, named in mentions(annotation):
            wrong = _misnamed(name, named, path, libraries)
            if wrong:
                place = settings.places.get(("types", path))
                yield _error(f"{path}: {annotation}: {wrong[0]}", wrong[1], place)


def _roots(targets: Iterable[str], folder: Path) -> tuple[set[str], list[Finder]]:
    """Return the top-level names of modules that the user names, and where to look for more."""
    paths = default_search_paths(folder)
    roots, finders = set(), [Finder(paths, [folder])]
    for target in targets:
        try:
            finder, found = locate(target, paths, folder)
        except GophersnakeError:  # reading it says what is wrong
            roots.add(target.partition(".")[0])
        else:
            roots.add(found.name.partition(".")[0])
            finders.append(finder)
    return roots, finders


def _error(what: str, remedy: str, place: Location | None) -> GophersnakeError:
    return SourceError(place, what, remedy) if place else GophersnakeError(what, remedy)


Wrong = tuple[str, str]
"""What is wrong, and what to do about it."""


def _misnamed(name: str, path: str, owner: str, libraries: Sequence[Library]) -> Wrong | None:
    """Return what is wrong with a type that an annotation for `owner` names."""
    first = path.partition(".")[0]
    if Converter(libraries[0]).knows(canonical(path)) or path in ELEMENTS:
        return None
    if path == first and is_builtin(path):
        return None
    having = next((each for each in libraries if each.finder.has(first)), None)
    if having is not None and path != first:
        return _wrong(_ANNOTATION, path, having)
    if path != first and first == _NUMPY:  # Go code can be made where it is not installed
        close = difflib.get_close_matches(path, sorted(ELEMENTS), 1, _CLOSE)
        return (f"there is no {name}", f"did you mean {close[0]}?") if close else None
    if path != first:
        return f"there is no module {first}", ""
    for module in _above(owner):
        if any(each.follow(f"{module}.{name}").object is not None for each in libraries):
            return f"there is no {name}", f"name it by its whole path: {module}.{name}"
    close = difflib.get_close_matches(name, sorted({*builtin_names(), *importable()}), 1)
    return f"there is no {name}", f"did you mean {close[0]}?" if close else ""


def _above(path: str) -> Iterator[str]:
    """Yield what a path is in, the nearest first."""
    while "." in path:
        path = path.rpartition(".")[0]
        yield path


def _wrong(table: str, path: str, types: Library) -> Wrong | None:
    parts = path.split(".")
    length = len(parts)
    while types.finder.find(".".join(parts[:length])) is None:
        length -= 1
    name, rest = ".".join(parts[:length]), parts[length:]
    if table == "big-ints":
        return ("there is no such module", "") if rest else None
    if not rest:
        return None if table == "skip" else ("it is a module", "")
    module = types.module(name)
    if module is None or "__getattr__" in module.members:
        return None
    if types.lookup(module, rest[:1]) is None:
        if _is_defined(module, rest[0]):
            return None  # for another platform or version of Python
        return _missing(name, rest[0], module.members)
    found = types.follow(f"{name}.{rest[0]}").object
    return _within(table, f"{name}.{rest[0]}", found, rest[1:], types)


def _is_defined(module: griffe.Module, name: str) -> bool:
    """Whether any branch of a module defines a function, class or variable of this name."""
    for each in ast.walk(ast.parse(text_of_module(module))):
        if name in (getattr(each, "name", ""), getattr(each, "asname", "")):
            return True
        if isinstance(each, ast.Name) and each.id == name and isinstance(each.ctx, ast.Store):
            return True
    return False


def _within(
    table: str, path: str, found: griffe.Object | None, rest: list[str], types: Library
) -> Wrong | None:
    """Return what is wrong with the rest of a path, after that of `found`."""
    if isinstance(found, griffe.Class):
        if not rest:
            return None
        known = _members(found, types)
        if rest[0] not in known:
            return None if _UNKNOWN in known else _missing(path, rest[0], known)
        member = known[rest[0]]
        inner = member if isinstance(member, griffe.Object) else None
        return _within(table, f"{path}.{rest[0]}", inner, rest[1:], types)
    if isinstance(found, griffe.Function) and table == "types":
        return _of_function(path, found, rest)
    if isinstance(found, griffe.Function) and rest:
        return f"{path} is a function, of which nothing has a name in Go", ""
    return None


def _members(cls: griffe.Class, types: Library) -> dict[str, object]:
    """Return the members of a class and of those that it inherits from, the nearest of each
    name; something `_UNKNOWN` is among them where one of those cannot be read."""
    classes = Classes(Converter(types))
    line = classes.mro(cls)
    above = (base for each in line for base in classes.bases(each))
    whole = all(isinstance(each.object, griffe.Class) or each.path in _EMPTY for each in above)
    found: dict[str, object] = {} if whole else {_UNKNOWN: None}
    for each in reversed(line):
        found |= each.members
    return found


def _of_function(path: str, function: griffe.Function, rest: list[str]) -> Wrong | None:
    variants = [function, *overloads_of(function)]
    names = [each.name for variant in variants for each in variant.parameters] + [_RESULT]
    if not rest:
        return "it is a function", f"name a parameter of it, or {path}.{_RESULT}"
    return None if rest[0] in names and not rest[1:] else _missing(path, ".".join(rest), names)


def _missing(owner: str, name: str, known: Iterable[str]) -> Wrong:
    close = difflib.get_close_matches(name, sorted(known), 1)
    return f"{owner} has no {name}", f"did you mean {owner}.{close[0]}?" if close else ""
