"""The methods of a class as functions of the model, whatever the class is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import griffe

from gophersnake.model import (
    Access,
    Function,
    Location,
    Named,
    Parameter,
    ParameterKind,
    Skipped,
)
from gophersnake.reader.annotations.use import Scope
from gophersnake.reader.annotations.variables import TYPE_VARIABLE, kind_of
from gophersnake.reader.declarations.generics import Bindings, Lineage
from gophersnake.reader.declarations.renamed import key_of
from gophersnake.reader.decorated import read_decorated
from gophersnake.reader.functions import FunctionReader, Membership

SELF = "self"


@dataclass(frozen=True)
class Owner:
    """The class that members are read for, which may inherit them from another."""

    name: str
    """Its name in its module, to which the members' are added."""
    receiver: Named
    """What its instances are: the first parameter of methods."""
    path: str
    """Its public path, by which settings and comments wish something for a member."""
    lineage: Lineage | None = None
    """What type variables stand for, of a class by its statement."""

    def bindings(self, member: griffe.Object | griffe.Alias) -> Bindings:
        """Return what the type variables in a member's annotations stand for."""
        found = self.lineage.of(member.parent.path) if self.lineage and member.parent else {}
        return found or {"typing.Self": self.receiver}


@dataclass(frozen=True)
class MethodReader:
    """Reads single methods; `read` is what gophersnake.reader.overloads asks for."""

    owner: Owner
    functions: FunctionReader
    bindings: Bindings
    key: str = ""
    """What a method's signature is known by, if not by the method's own name."""

    def read(self, function: griffe.Function, name: str) -> Function:
        """Return a method, whose first parameter is the instance; of a class or static method
        a function."""
        is_bound = "classmethod" in function.labels
        bindings = dict(self.bindings)
        if "staticmethod" not in function.labels:
            bindings.update(dict.fromkeys(self._own_variables(function), self.owner.receiver))
        membership = Membership(bindings, self.key, is_bound=is_bound)
        read = self.functions.read(function, name, membership)
        if is_bound or "staticmethod" in function.labels:
            return read
        rest = (each for each in read.parameters[1:])
        return replace(
            read, parameters=(receiver(self.owner.receiver), *rest), access=Access.METHOD
        )

    def _own_variables(self, function: griffe.Function) -> Iterator[str]:
        """Yield the type variable that stands for the class, as before there was `Self`:
        `def f(self: T) -> T`, `def of(cls: type[T]) -> T`."""
        first = next(iter(function.parameters), None)
        if first is None or first.annotation is None:
            return
        converter, scope = self.functions.converter, Scope(function.module)
        use = converter.resolve(first.annotation, scope)
        if use.path == "builtins.type" and use.arguments:
            use = converter.resolve(use.arguments[0], scope)
        if use.path not in self.bindings and kind_of(use, converter) == TYPE_VARIABLE:
            yield use.path


def receiver(instance: Named) -> Parameter:
    """Return the parameter that stands for the instance."""
    return Parameter(SELF, ParameterKind.POSITIONAL_ONLY, instance)


def read_method(
    function: griffe.Function,
    owner: Owner,
    functions: FunctionReader,
    bindings: Bindings,
    member: griffe.Object | griffe.Alias,
    called: str = "",
) -> list[Function] | Skipped:
    """Return a function for each of a method's overloads, or why there is none. The method is
    `called` by another name than its own, if that is not empty and its author has no wish. The
    `member` of the class is another one where that is only a name for it."""
    path = f"{owner.path}.{member.name}"
    wish = functions.wishes.of(path)
    location: Location = functions.types.location(member)
    name = f"{owner.name}.{member.name}"
    if wish.skip:
        return Skipped(name, location, wish.skip)
    called = wish.name or called
    key = "" if member is function else key_of(member, function)
    reader = MethodReader(owner, functions, bindings, key or "")
    dotted = f"{owner.name}.{called}" if called else ""
    read = read_decorated(function, name, reader, functions.converter, called=dotted)
    if isinstance(read, str):
        return Skipped(name, location, read)
    if key is None:
        read = [replace(each, signature="") for each in read]
    inherited = [functions.overridden(each, function.path) for each in read]
    return [functions.overridden(each, path) for each in inherited]
