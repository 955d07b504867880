"""Methods by another name, in the body of a class: `b = a`, `__iter__ = items`,
`parse = staticmethod(_parse)`, `make = classmethod(_make)`.
"""

from __future__ import annotations

import ast
import copy

import griffe

from gophersnake.reader.annotations.use import Converts, Expression, Scope
from gophersnake.reader.declarations.accessors import BINDERS, decorated
from gophersnake.reader.parsing import node_of

_OF_CLASS = frozenset(BINDERS.values())


def behind(
    member: griffe.Object | griffe.Alias, converter: Converts
) -> griffe.Object | griffe.Alias:
    """Return the method that a member of a class is another name for, as it is where it is
    defined; a property under the name that it has here, also one that a decorator makes; any
    other member as it is."""
    if isinstance(member, griffe.Function):
        return decorated(member, converter)
    found: griffe.Object | griffe.Alias | None = member
    seen: set[int] = set()
    while isinstance(found, griffe.Attribute) and "property" not in found.labels:
        if id(found) in seen:
            return member
        seen.add(id(found))
        found = _named(found, converter)
    if isinstance(found, griffe.Function):
        found = decorated(found, converter)
    if found is None or found is member:
        return member
    if isinstance(found, griffe.Attribute):
        found = copy.copy(found)
        found.name = member.name
    return found


def key_of(member: griffe.Object | griffe.Alias, function: griffe.Function) -> str | None:
    """Return what the signature of a method is known by under another name; None where that is
    in another module."""
    module = member.parent.module if member.parent is not None else None
    if module is not function.module:
        return None
    return member.path.removeprefix(f"{function.module.path}.")


def _named(
    attribute: griffe.Attribute, converter: Converts
) -> griffe.Function | griffe.Attribute | None:
    """Return the member or function that the body of a class gives another name."""
    cls, value, node = attribute.parent, attribute.value, node_of(attribute)
    if not isinstance(cls, griffe.Class) or not isinstance(node, ast.Assign):
        return None
    if not all(isinstance(each, ast.Name) for each in node.targets):
        return None
    if not isinstance(value, griffe.ExprCall):
        found = _function(value, cls, converter)
        if not isinstance(found, griffe.Function) or found.labels & _OF_CLASS:
            return found
        return found if len(found.parameters) > 0 else None
    label = BINDERS.get(converter.resolve(value.function, Scope(cls.module)).path)
    if label is None or len(value.arguments) != 1:
        return None
    found = _function(value.arguments[0], cls, converter)
    if not isinstance(found, griffe.Function) or found.labels & _OF_CLASS or found.overloads:
        return None
    wrapped = copy.copy(found)
    wrapped.labels = {*found.labels, label}
    return wrapped


def _function(
    value: Expression | None, cls: griffe.Class, converter: Converts
) -> griffe.Function | griffe.Attribute | None:
    if isinstance(value, griffe.ExprName) and value.name in cls.members:
        own = cls.members[value.name]
        return own if isinstance(own, (griffe.Function, griffe.Attribute)) else None
    if not isinstance(value, (griffe.ExprName, griffe.ExprAttribute)):
        return None
    found = converter.resolve(value, Scope(cls.module)).object
    if isinstance(found, griffe.Attribute):
        return found if "property" in found.labels else None
    if not isinstance(found, griffe.Function) or not _is_written_here(found, converter):
        return None
    of_class = isinstance(found.parent, griffe.Class) and found.labels & _OF_CLASS
    return None if of_class else found


def _is_written_here(function: griffe.Function, converter: Converts) -> bool:
    """Whether a function is one of Python's, and not of C, which would be no method."""
    found = converter.library.finder.find(function.module.path)
    return found is not None and found.local
