"""What makes the instances of a class: the class itself, called."""

from __future__ import annotations

from dataclasses import dataclass, replace

import griffe

from gophersnake.model import Function, Named, Parameter, ParameterKind, Scalar
from gophersnake.reader.declarations.classes.bases import is_protocol
from gophersnake.reader.declarations.family import Reading
from gophersnake.reader.declarations.generics import Bindings
from gophersnake.reader.declarations.methods import Owner
from gophersnake.reader.declarations.records.constructor import made_by_its_fields
from gophersnake.reader.declarations.records.transforms import transform
from gophersnake.reader.functions import FunctionReader, Membership
from gophersnake.reader.overloads import overloads_of, read_overloads

_PLAIN = frozenset(
    {"builtins.object", "typing.Generic", "typing.Protocol", "abc.ABC", "typing.Hashable"}
)
"""Bases whose constructor takes nothing."""


def constructors(cls: griffe.Class, owner: Owner, reading: Reading) -> list[Function]:
    """Return a function for each overload of a class's constructor; none where it cannot be
    called, because something in it is abstract."""
    if reading.classes.is_abstract(cls) or is_protocol(cls, reading.classes):
        return []
    found = _defined(cls, "__init__", reading) or _defined(cls, "__new__", reading)
    if found is None or _is_made_by_its_fields(cls, reading):
        made = made_by_its_fields(cls, owner, reading)
        return [made or _undefined(cls, owner, reading)]
    reader = _ConstructorReader(owner, reading.functions, owner.bindings(found))
    if overloads_of(found):
        return read_overloads(found, owner.name, reader)
    return [reader.read(found, owner.name)]


def _is_made_by_its_fields(cls: griffe.Class, reading: Reading) -> bool:
    """Whether what makes a class of its fields (PEP 681) gives it its constructor, before any
    that it would inherit."""
    for each in reading.classes.mro(cls):
        if "__init__" in each.members:
            return False
        if transform(each, reading.classes) is not None:
            return True
    return False


def _defined(cls: griffe.Class, name: str, reading: Reading) -> griffe.Function | None:
    for each in reading.classes.mro(cls):
        member = each.members.get(name)
        if isinstance(member, griffe.Function):
            return member
    return None


def _undefined(cls: griffe.Class, owner: Owner, reading: Reading) -> Function:
    """Return the constructor of a class that defines none: it takes nothing, unless it has
    that of a class which cannot be read."""
    known = {each.path for each in reading.classes.mro(cls)}
    above = [base.path for each in reading.classes.mro(cls) for base in reading.classes.bases(each)]
    anything = any(path not in known and path not in _PLAIN for path in above)
    parameters = [Parameter("args", ParameterKind.VAR_POSITIONAL, Scalar.ANY)]
    if not reading.classes.is_exception(cls):
        parameters.append(Parameter("kwargs", ParameterKind.VAR_KEYWORD, Scalar.ANY))
    return Function(
        name=owner.name,
        parameters=tuple(parameters) if anything else (),
        result=owner.receiver,
        signature="",
        location=reading.functions.types.location(cls),
    )


@dataclass(frozen=True)
class _ConstructorReader:
    owner: Owner
    functions: FunctionReader
    bindings: Bindings

    def read(self, function: griffe.Function, name: str) -> Function:
        parent = function.parent
        inherited = parent is None or parent.path != self.owner.path
        key = "" if inherited else self.owner.name
        read = self.functions.read(function, name, Membership(self.bindings, key, is_bound=True))
        read = self.functions.overridden(read, function.path)
        result: Named = self.owner.receiver
        signature = "" if inherited else read.signature
        return replace(read, result=result, returns="", is_async=False, signature=signature)
