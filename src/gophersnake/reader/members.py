"""Each public name of a module to a function of the model, or to a reason why not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import griffe

from gophersnake.errors import SourceError
from gophersnake.model import Access, Function, Location, Skipped
from gophersnake.reader.annotations.aliases import is_type_name
from gophersnake.reader.annotations.callables import call_of
from gophersnake.reader.annotations.elements import is_dtype
from gophersnake.reader.annotations.sentinels import is_sentinel
from gophersnake.reader.classes import Classes
from gophersnake.reader.declarations import Declarations
from gophersnake.reader.decorated import read_decorated
from gophersnake.reader.functions import FunctionReader
from gophersnake.reader.partials import read_partial
from gophersnake.reader.public import public_names, unread_stars
from gophersnake.reader.shorthands import is_decorator
from gophersnake.reader.submodules import is_within
from gophersnake.reader.variables import read_variable
from gophersnake.reader.wishes import Wish


class Members:
    """Reads the public members of one module."""

    def __init__(
        self, module: griffe.Module, reader: FunctionReader, declarations: Declarations
    ) -> None:
        self.module = module
        self.reader = reader
        self.declarations = declarations
        self.types = reader.types
        self.classes = Classes(reader.converter)
        self.names: Mapping[str, bool] = {}
        self.offered: set[str] = set()
        """The paths of the declared classes among the public names."""

    def read(self) -> tuple[list[Function], list[Skipped]]:
        functions: list[Function] = []
        skipped: list[Skipped] = []
        self.names = public_names(self.module, self.types)
        for name, exported in self.names.items():
            wish = self.reader.wishes.of(f"{self.module.path}.{name}")
            found = (
                self._skipped(name, wish.skip, self._object(name))
                if wish.skip
                else self._member(name, wish, exported=exported)
            )
            if isinstance(found, Skipped):
                skipped.append(found)
            elif found is not None:
                functions += found
        self._refuse_clashes(functions)
        return functions, [*skipped, *self._unread_stars(), *self._missing_in_stub()]

    def _refuse_clashes(self, functions: Sequence[Function]) -> None:
        """Two names that come to one in Go are told apart there, unless one was wished for."""
        own = [(each.known_as, each.name) for each in functions]
        classes = self.declarations.called()
        own += [(classes.get(each) or _last(each), _last(each)) for each in self.offered]
        for name in self.names:
            path = f"{self.module.path}.{name}"
            wished = self.reader.wishes.of(path).name
            for known, other in own:
                if wished and other != name and _alike(known, wished):
                    what = f"{name} is to be called {wished}, as {other} is"
                    raise SourceError(self._wished_at(path), what, "give one another name")

    def _wished_at(self, path: str) -> Location:
        """Return where somebody wished for a name."""
        at = self.reader.settings.places.get(("rename", path))
        return at or self.types.location(self.types.follow(path).object or self.module)

    def _object(self, name: str) -> griffe.Object | None:
        return self.types.follow(f"{self.module.path}.{name}").object

    def _member(self, name: str, wish: Wish, *, exported: bool) -> list[Function] | Skipped | None:
        target = self.types.follow(f"{self.module.path}.{name}")
        found = target.object
        if isinstance(found, griffe.Attribute):
            if is_decorator(found, self.classes):
                return None
            found = self._behind(found)
        if isinstance(found, griffe.Function):
            return self._function(found, name, wish.name)
        if self.declarations.is_root(found):
            return None  # its values are those of its root
        if (declared := self.declarations.declare(found)) is not None:
            self.offered.add(declared)
            return None
        if isinstance(found, griffe.Module):
            if not exported or is_within(self.module.path, found.path):
                return None  # a module in a package is generated with it
            return self._skipped(name, f"it is a module: generate it by its own name, {found.path}")
        if call_of(found, self.reader.converter) is not None:
            return None  # functions of that type are Go functions
        if isinstance(found, griffe.Class):
            reason = "metaclasses, and enums without members, have no form in Go"
            return self._skipped(name, reason, found)
        if isinstance(found, griffe.TypeAlias):
            return None
        if isinstance(found, griffe.Attribute):
            if is_type_name(found, self.reader.converter) or _is_plain_dtype(found):
                return None  # it is for annotations
            if is_sentinel(found, self.reader.converter):
                return None  # Go leaves out what it stands for
            partial = read_partial(found, name, self.reader)
            if partial is not None:
                called = replace(partial, called=wish.name)
                return [self.reader.overridden(called, f"{self.module.path}.{name}")]
            return self._variable(found, name, wish.name)
        return self._skipped(name, self._reason(name, target.path))

    def _behind(self, attribute: griffe.Attribute) -> griffe.Object:
        """Return the function or class that `shorter = longer` gives another name."""
        value = attribute.value
        if attribute.annotation is not None:
            return attribute
        if not isinstance(value, (griffe.ExprName, griffe.ExprAttribute)):
            return attribute
        target = self.reader.converter.path_of(value, attribute.module)
        found = self.types.follow(target).object
        return found if isinstance(found, (griffe.Function, griffe.Class)) else attribute

    def _function(
        self, function: griffe.Function, name: str, called: str
    ) -> list[Function] | Skipped:
        read = read_decorated(
            function, name, self.reader, self.reader.converter, self.names, called
        )
        if isinstance(read, str):
            return self._skipped(name, read, function)
        path = f"{self.module.path}.{name}"
        return [self.reader.overridden(each, path) for each in read]

    def _variable(
        self, attribute: griffe.Attribute, name: str, called: str
    ) -> list[Function] | Skipped:
        read = read_variable(attribute, name, self.module, self.reader)
        if isinstance(read, str):
            return self._skipped(name, read, attribute)
        prefixes = {Access.CONSTANT: "", Access.SET: "set_"}
        named = [
            replace(each, called=prefixes[each.access] + called) if called else each
            for each in read
        ]
        return [each for each in named if each is named[0] or each.known_as not in self.names]

    def _reason(self, name: str, path: str) -> str:
        if path != f"{self.module.path}.{name}":
            return f"it is imported from {path}, which cannot be read"
        if "__getattr__" in self.module.members:
            return "it is made by the module's __getattr__ when the program runs"
        return "__all__ names it, but the module does not define it"

    def _unread_stars(self) -> list[Skipped]:
        return [
            Skipped("*", self.types.location(star), f"the module {star.target_path} cannot be read")
            for star in unread_stars(self.module, self.types)
        ]

    def _missing_in_stub(self) -> list[Skipped]:
        """Report what a stub beside the user's own source leaves out."""
        found = self.types.finder.find(self.module.path)
        source = self.reader.sources.module(self.module.path)
        if found is None or not found.local or found.stub is None or source is None:
            return []
        stub = self.types.shown(found.stub)
        return [
            Skipped(name, self.types.location(member), f"the stub {stub} does not have it")
            for name in public_names(source, self.reader.sources)
            if isinstance(member := source.members.get(name), griffe.Function)
            and name not in self.module.members
        ]

    def _skipped(self, name: str, reason: str, obj: griffe.Object | None = None) -> Skipped:
        place = obj or self.module.members.get(name) or self.module
        return Skipped(name, self.types.location(place), reason)


def _last(path: str) -> str:
    return path.rpartition(".")[2]


def _alike(one: str, other: str) -> bool:
    """Whether two names may be the same in Go, where words begin with capitals."""
    return one.replace("_", "").lower() == other.replace("_", "").lower()


def _is_plain_dtype(attribute: griffe.Attribute) -> bool:
    return attribute.annotation is None and is_dtype(attribute)
