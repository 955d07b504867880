"""Values that have the name of a type: `date: date` in a class, `def list() -> list[int]`."""

from __future__ import annotations

import griffe

from gophersnake.reader.annotations.aliases import is_type_name
from gophersnake.reader.annotations.spelling import is_builtin
from gophersnake.reader.annotations.use import Converts


def hides(name: griffe.ExprName, converter: Converts) -> bool:
    """Whether what a class or module has under the name is a value, so that an annotation can
    only mean what has the name outside: when Python comes to `date: date`, there is no other."""
    scope = name.parent
    if not isinstance(scope, griffe.Object) or name.is_type_parameter:
        return False
    while isinstance(scope, griffe.Class) and name.name not in scope.members:
        scope = scope.parent
    if isinstance(scope, griffe.Module):
        return is_builtin(name.name) and is_function(name.name, scope)
    member = scope.members.get(name.name) if isinstance(scope, griffe.Class) else None
    if isinstance(member, griffe.Attribute):
        return not _is_in_class(member) or not is_type_name(member, converter)
    return isinstance(member, griffe.Function)


def is_function(name: str, module: griffe.Module) -> bool:
    """Whether a module defines a function of that name."""
    return isinstance(module.members.get(name), griffe.Function)


def _is_in_class(member: griffe.Attribute) -> bool:
    """Whether the body of the class gives the name a value other than what has it outside."""
    value = member.value
    same = isinstance(value, griffe.ExprName) and value.name == member.name
    return value is not None and not same and "class-attribute" in member.labels
