"""Each class that a module uses, by the path types refer to it with, read once."""

from __future__ import annotations

from typing import TypeGuard

import griffe

from gophersnake.model import Declaration, Field
from gophersnake.reader.classes import Classes
from gophersnake.reader.declarations import classes, enums, records
from gophersnake.reader.declarations.family import Family, Made, Reading
from gophersnake.reader.declarations.records import typeddicts
from gophersnake.reader.functions import FunctionReader

FAMILIES: tuple[Family, ...] = (enums.FAMILY, records.FAMILY, classes.FAMILY)
"""The first that accepts a class has it."""


class Declarations:
    """The declarations of one module. Knows of a class by its name alone until all functions
    are read; then the classes are read, which may make more of them known."""

    def __init__(self, module: griffe.Module, functions: FunctionReader) -> None:
        self._module = module
        self._functions = functions
        self._wishes = functions.wishes
        self._classes = Classes(functions.converter)
        self._reading = Reading(self._classes, functions.converter, functions)
        self._families: dict[str, Family | None] = {}
        self._known: dict[str, Made] = {}

    def declare(self, obj: griffe.Object | None) -> str | None:
        """Return the path to refer to a class with, which is declared from now on; None where
        the object is no class that has a form in Go."""
        if not is_made(obj) or self._family(obj) is None:
            return None
        self._known.setdefault(obj.path, obj)
        return obj.path

    def called(self) -> dict[str, str]:
        """Return what declared classes are to be called in Go, by path, where that is wished."""
        wished = {path: self._wishes.of(path).name for path in self._known}
        return {path: name for path, name in wished.items() if name}

    def hashable(self, path: str) -> bool:
        """Whether values of a declared class can be keys of a dict."""
        made = self._known[path]
        family = self._family(made)
        return family is not None and family.hashable(made, self._classes)

    def keys(self, obj: griffe.Object | None) -> tuple[Field, ...] | None:
        """Return the keys of a TypedDict, which is not declared by that; None for what is none."""
        if not is_made(obj) or not typeddicts.KIND.accepts(obj, self._classes):
            return None
        return tuple(slot.field for slot in typeddicts.KIND.slots(obj, self._reading))

    def read(self) -> tuple[Declaration, ...]:
        """Read all classes that are known, and those that become known by that."""
        done: dict[str, Declaration] = {}
        while waiting := [made for path, made in self._known.items() if path not in done]:
            for made in waiting:
                family = self._family(made)
                assert family is not None
                done[made.path] = family.read(made, self._reading)
        return tuple(sorted(done.values(), key=self._place))

    def _family(self, made: Made) -> Family | None:
        if made.path not in self._families:
            wish = self._wishes.of(made.path)
            ours = self._is_ours(made.module.path) and not wish.skip
            families = [each for each in FAMILIES if not (wish.handle and each is records.FAMILY)]
            accepting = (each for each in families if each.accepts(made, self._classes))
            self._families[made.path] = next(accepting, None) if ours else None
        return self._families[made.path]

    def _is_ours(self, module: str) -> bool:
        """Whether a module's classes are declared: the user's own modules, and the package that
        the module which is read is part of."""
        found = self._functions.types.finder.find(module)
        top = self._module.path.partition(".")[0]
        return module.partition(".")[0] == top or (found is not None and found.local)

    def _place(self, declaration: Declaration) -> tuple[bool, str, int, str]:
        elsewhere = declaration.module != self._module.path
        return elsewhere, declaration.module, declaration.location.line, declaration.name


def is_made(obj: griffe.Object | None) -> TypeGuard[Made]:
    """Whether an object is a class, or a variable, which may hold one."""
    return isinstance(obj, (griffe.Class, griffe.Attribute))
