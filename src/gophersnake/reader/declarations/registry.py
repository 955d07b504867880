"""Each class that a module uses, by the path types refer to it with, read once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeGuard

import griffe

from gophersnake.model import (
    Declaration,
    Enumeration,
    Field,
    Function,
    NewType,
    Scalar,
    Type,
    Union,
)
from gophersnake.reader.annotations import containers
from gophersnake.reader.annotations.names import mentioned
from gophersnake.reader.annotations.use import Use
from gophersnake.reader.classes import Classes
from gophersnake.reader.declarations import classes, enums, layouts, newtypes, records, roots
from gophersnake.reader.declarations.classes.bases import is_protocol
from gophersnake.reader.declarations.family import Family, Made, Reading
from gophersnake.reader.declarations.generics import mapped, variables_of
from gophersnake.reader.declarations.records import typeddicts
from gophersnake.reader.declarations.records.layout import slots_of
from gophersnake.reader.declarations.shared import Led, Shared
from gophersnake.reader.functions import FunctionReader

FAMILIES: tuple[Family, ...] = (
    enums.FAMILY,
    newtypes.FAMILY,
    records.FAMILY,
    layouts.FAMILY,
    classes.FAMILY,
)
"""The first that accepts a class has it."""


class Declarations:
    """The declarations of one module. Knows of a class by its name alone until all functions
    are read; then the classes are read, which may make more of them known."""

    def __init__(
        self, module: griffe.Module, functions: FunctionReader, shared: Shared | None = None
    ) -> None:
        self._module = module
        self._shared = shared or Shared(functions.types, functions.sources)
        self._led = Led()
        self._functions = functions
        self._wishes = functions.wishes
        self._classes = Classes(functions.converter)
        self._reading = Reading(self._classes, functions.converter, functions)
        self._families: dict[str, Family | None] = {}
        self._known: dict[str, Made] = {}
        self._variables: dict[str, tuple[str, ...]] = {}
        self._added: dict[str, Declaration] = {}

    def declare(self, obj: griffe.Object | None) -> str | None:
        """Return the path to refer to a class with, which is declared from now on; None where
        the object is no class that has a form in Go."""
        if not is_made(obj) or self._family(obj) is None:
            return None
        self._known.setdefault(obj.path, obj)
        self._led.classes[obj.path] = obj
        return obj.path

    def called(self) -> dict[str, str]:
        """Return what declared classes are to be called in Go, by path, where that is wished."""
        wished = {path: self._wishes.of(path).name for path in self._known}
        return {path: name for path, name in wished.items() if name}

    def add(self, declaration: Declaration) -> str:
        """Declare a literal or union; return the path to refer to it with."""
        self._led.added.append(declaration)
        first = self._added.setdefault(declaration.path, declaration)
        if _rank(declaration) < _rank(first):  # the order in which they come does not matter
            self._added[declaration.path] = declaration
        return declaration.path

    def cases(self, path: str) -> tuple[Type, ...] | None:
        """Return the types of a declared union; None for what is none."""
        found = self._added.get(path)
        return found.cases if isinstance(found, Union) else None

    def literal(self, path: str) -> tuple[str, ...] | None:
        """Return the values of a declared literal, as Python writes them; None for what is none."""
        found = self._added.get(path)
        if not isinstance(found, Enumeration) or not found.is_literal:
            return None
        return tuple(each.name for each in found.members)

    def hashable(self, path: str) -> bool:
        """Whether values of what is declared can be keys of a dict."""
        if path not in self._known:
            found = self._added.get(path)
            items = (found.item,) if isinstance(found, NewType) else self.cases(path) or ()
            return all(containers.hashable(each, self) for each in items)
        made = self._known[path]
        family = self._family(made)
        return family is not None and family.hashable(made, self._classes)

    def covers(self, wide: str, narrow: str) -> bool:
        """Whether a declared class takes the objects of another one, too: those of a class that
        inherits from it. A protocol may take those of any class that is none. A TypedDict takes
        no key that it does not have, so it is the one with more keys that takes more."""
        first, second = self._known.get(wide), self._known.get(narrow)
        if not isinstance(first, griffe.Class) or not isinstance(second, griffe.Class):
            return False
        if typeddicts.KIND.accepts(first, self._classes):
            first, second = second, first
        if first in self._classes.mro(second):
            return first is not second
        return is_protocol(first, self._classes) and not is_protocol(second, self._classes)

    def scalar(self, path: str) -> Scalar | None:
        """Return the scalar that a NewType is of; None for what is none."""
        made = self._known.get(path)
        return newtypes.scalar_of(made, self._classes) if made is not None else None

    def variables(self, obj: griffe.Object | None) -> tuple[str, ...]:
        """Return the paths of the type variables that a class is generic over in Go too."""
        generic = (classes.FAMILY, records.FAMILY)
        if not isinstance(obj, griffe.Class) or self._family(obj) not in generic:
            return ()
        if obj.path not in self._variables:
            found = variables_of(obj, self._classes, self._reading.converter)
            is_generic = mapped(found) and not self._classes.is_exception(obj)
            self._variables[obj.path] = tuple(use.path for use, _ in found) if is_generic else ()
        return self._variables[obj.path]

    def is_root(self, obj: griffe.Object | None) -> bool:
        """Whether an object is a class all of whose instances are one value in Go."""
        if not isinstance(obj, griffe.Class) or not roots.is_root_model(obj, self._classes):
            return False
        wish = self._wishes.of(obj.path)
        return not wish.handle and not wish.skip

    def root(self, use: Use) -> Type | None:
        """Return what a class is, all of whose instances are one value (RootOf); None for any
        other, and for one whose instances are to stay in Python."""
        return roots.converted(use, self._reading) if self.is_root(use.object) else None

    def keys(self, obj: griffe.Object | None) -> tuple[Field, ...] | None:
        """Return the keys of a TypedDict, which is not declared by that; None for what is none."""
        if not is_made(obj) or not typeddicts.KIND.accepts(obj, self._classes):
            return None
        return tuple(slot.field for slot in slots_of(typeddicts.KIND, obj, self._reading))

    def read(self, functions: Sequence[Function]) -> tuple[Declaration, ...]:
        """Read all classes that are known, and those that become known by that. Of the literals
        and unions, the functions and classes use some: the others were part of larger ones."""
        done: dict[str, Declaration] = {}
        while waiting := [made for path, made in self._known.items() if path not in done]:
            for made in waiting:
                done[made.path] = self._read(made)
        done = dict(zip(done, self._shared.finished(list(done.values())), strict=True))
        used = [*done.values(), *self._used(*functions, *done.values())]
        return tuple(sorted(used, key=self._place))

    def _read(self, made: Made) -> Declaration:
        """Read a class, unless it is read already, and make known what that leads to."""
        kept = self._shared.read(made.path, lambda: self._read_first(made))
        for path, used in kept.led.classes.items():
            self._known.setdefault(path, used)
        for each in kept.led.added:
            self.add(each)
        return kept.declaration

    def _read_first(self, made: Made) -> tuple[Declaration, Led]:
        family = self._family(made)
        assert family is not None
        led = self._led = Led()
        declaration = family.read(made, self._reading)
        self._led = Led()
        for path in self._mentioned(declaration):  # what an alias led to that was known before
            if path in self._known:
                led.classes[path] = self._known[path]
        led.added += self._used(declaration)
        return declaration, led

    def _used(self, *mentioning: object) -> Iterator[Declaration]:
        seen: set[str] = set()
        waiting = list(mentioning)
        while waiting:
            for path in self._mentioned(waiting.pop()):
                if path in self._added and path not in seen:
                    seen.add(path)
                    waiting.append(self._added[path])
                    yield self._added[path]

    def _mentioned(self, part: object) -> tuple[str, ...]:
        """Return the paths of what a function or declaration mentions, each once."""
        return self._shared.once.of(_mentioned, part)

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


def _mentioned(part: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mentioned(part)))


def _rank(declaration: Declaration) -> tuple[bool, int, str]:
    """Order what one thing could be called: a parameter says more than a result, and few words
    are better than many."""
    name = declaration.name
    return name.endswith("_result"), name.count("_"), name


def is_made(obj: griffe.Object | None) -> TypeGuard[Made]:
    """Whether an object is a class, or a variable, which may hold one."""
    return isinstance(obj, (griffe.Class, griffe.Attribute))
