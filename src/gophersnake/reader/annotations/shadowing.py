"""Values that have the name of a type: `date: date` in a class, `def list() -> list[int]`."""

from __future__ import annotations

import griffe

from gophersnake.reader.annotations.aliases import is_type_name
from gophersnake.reader.annotations.spelling import is_builtin
from gophersnake.reader.annotations.use import Converts
from gophersnake.reader.parsing import imported


def hidden(name: griffe.ExprName, converter: Converts) -> str | None:
    """Return the path that an annotation can only mean where what a class or module has under
    the name is a value: when Python comes to `date: date`, there is no other. It is empty where
    that is what the class's module has; None where no value hides the name."""
    scope = name.parent
    if not isinstance(scope, griffe.Object) or name.is_type_parameter:
        return None
    while isinstance(scope, griffe.Class) and name.name not in scope.members:
        scope = scope.parent
    if isinstance(scope, griffe.Module):
        return _outside(name.name, scope, converter) or None
    if not isinstance(scope, griffe.Class) or not _is_value_of_class(name.name, scope, converter):
        return None
    return _outside(name.name, scope.module, converter)


def _outside(name: str, module: griffe.Module, converter: Converts) -> str:
    """Return the path of what a module imports under the name of a value of its own, or of what
    Python itself has under it; empty where neither is so."""
    path = imported(module, name) or (f"builtins.{name}" if is_builtin(name) else "")
    return path if path and _is_value(name, module, converter) else ""


def _is_value(name: str, module: griffe.Module, converter: Converts) -> bool:
    """Whether a module defines a function or a variable of that name, or a class whose bases are
    looked at. What a variable is that is only given another name is not known."""
    member = module.members.get(name)
    if not isinstance(member, griffe.Attribute):
        return isinstance(member, griffe.Function) or converter.is_making(member)
    if member.annotation is None and isinstance(member.value, _NAMES):
        return False
    return not is_type_name(member, converter)


_NAMES = (
    *(griffe.ExprName, griffe.ExprAttribute, griffe.ExprSubscript),
    *(griffe.ExprBinOp, griffe.ExprIfExp),
)


def _is_value_of_class(name: str, cls: griffe.Class, converter: Converts) -> bool:
    member = cls.members.get(name)
    if isinstance(member, griffe.Attribute):
        return not _is_in_class(member) or not is_type_name(member, converter)
    return isinstance(member, griffe.Function) or converter.is_making(member)


def _is_in_class(member: griffe.Attribute) -> bool:
    """Whether the body of the class gives the name a value other than what has it outside."""
    value = member.value
    same = isinstance(value, griffe.ExprName) and value.name == member.name
    return value is not None and not same and "class-attribute" in member.labels
