"""What `@deprecated("use g")` says of a function or class (PEP 702)."""

from __future__ import annotations

import ast

import griffe

from gophersnake.reader.annotations.aliases import named
from gophersnake.reader.annotations.use import Converts, Scope
from gophersnake.reader.parsing import node_of

_PATHS = frozenset({"warnings.deprecated", "typing.deprecated"})
_UNTOLD = "its module says so."


def deprecation(obj: griffe.Object, converter: Converts) -> str:
    """Return the message of an object's decorator, on one line; empty where it has none. A
    property has those of its getter."""
    for decorator in getattr(node_of(obj), "decorator_list", ()):
        if isinstance(decorator, ast.Call) and _is_deprecated(decorator, obj.module, converter):
            message = decorator.args[0] if decorator.args else None
            text = message.value if isinstance(message, ast.Constant) else None
            return " ".join(text.split()) if isinstance(text, str) else _UNTOLD
    return ""


def _is_deprecated(call: ast.Call, module: griffe.Module, converter: Converts) -> bool:
    name = griffe.get_expression(call.func, parent=module)
    if not isinstance(name, (griffe.ExprName, griffe.ExprAttribute)):
        return False
    return named(name, Scope(module), converter).path in _PATHS
