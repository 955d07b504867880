"""Other names for decorators: `frozen = dataclass(frozen=True)`, `memo = functools.cache`.

They are what a module is written with, not what it offers: nothing of Go's can be decorated.
"""

from __future__ import annotations

import ast

import griffe

from gophersnake.reader.annotations.spelling import canonical
from gophersnake.reader.classes import Classes
from gophersnake.reader.declarations.records import attrs, dataclasses
from gophersnake.reader.decorators import KNOWN
from gophersnake.reader.parsing import node_of

_DECORATORS = KNOWN | dataclasses.DECORATORS | attrs.DECORATORS
_PARTIAL = "functools.partial"


def is_decorator(attribute: griffe.Attribute, classes: Classes) -> bool:
    """Whether a variable is another name for a decorator, be it with some of its arguments. One
    that is called with what it decorates, `fast = cache(slow)`, is what it makes of that."""
    node = node_of(attribute)
    value = node.value if isinstance(node, (ast.Assign, ast.AnnAssign)) else None
    if value is None:
        return False
    if isinstance(value, ast.Call) and _decorates(value, attribute.module, classes):
        return False
    named = classes.decorators_in(value, attribute.module)
    return any(canonical(each.path) in _DECORATORS for each in named)


def _decorates(call: ast.Call, module: griffe.Module, classes: Classes) -> bool:
    is_partial = classes.path(call.func, module) == _PARTIAL
    return len(call.args) > (1 if is_partial else 0)
