"""Methods that are read as attributes, since a decorator makes them so: a property by another
name, a class with `__get__`, and `@Base.size.setter`, which gives a class a property of its own.
"""

from __future__ import annotations

import ast
import copy

import griffe

from gophersnake.reader.annotations.aliases import named
from gophersnake.reader.annotations.use import Converts, Scope
from gophersnake.reader.annotations.variables import TYPE_VARIABLE, kind_of, names_in
from gophersnake.reader.classes import Classes
from gophersnake.reader.parsing import keep_node, node_of

_PROPERTIES = frozenset(
    ["builtins.property", "enum.property", "types.DynamicClassAttribute", "abc.abstractproperty"]
)
_CACHED = frozenset({"functools.cached_property"})
BINDERS = {"builtins.classmethod": "classmethod", "builtins.staticmethod": "staticmethod"}
"""What makes a method one of the class, and the label of such a one."""
_ACCESSORS = frozenset({"getter", "setter", "deleter"})


def decorated(function: griffe.Function, converter: Converts) -> griffe.Function | griffe.Attribute:
    """Return what the first decorator of a method makes of it, where that is no method of the
    instance; else the method as it is."""
    decorators = getattr(node_of(function), "decorator_list", ())
    if not decorators or not isinstance(function.parent, griffe.Class):
        return function
    first, classes = decorators[0], Classes(converter)
    if isinstance(first, ast.Attribute) and first.attr in _ACCESSORS:
        return _of_base(function, first, classes) or function
    if isinstance(first, ast.Call):
        return function
    use = classes.use(first, function.module)
    if use.object is not None and use.path not in BINDERS:
        expression = griffe.get_expression(first, parent=function.module)
        use = named(expression, Scope(function.module), converter) if expression else use
    if use.path in _PROPERTIES | _CACHED:
        return _property(function, cached=use.path in _CACHED)
    if use.path in BINDERS and BINDERS[use.path] not in function.labels:
        bound = copy.copy(function)
        bound.labels = {*function.labels, BINDERS[use.path]}
        return bound
    if isinstance(use.object, griffe.Class) and _gives_the_result(use.object, classes):
        return _property(function)
    return function


def _property(function: griffe.Function, *, cached: bool = False) -> griffe.Attribute:
    made = griffe.Attribute(
        function.name,
        lineno=function.lineno,
        endlineno=function.endlineno,
        annotation=function.returns,
        docstring=function.docstring,
        parent=function.parent,
    )
    made.labels = {"property", *(["cached"] if cached else [])}
    keep_node(made, node_of(function))
    return made


def _of_base(
    function: griffe.Function, decorator: ast.Attribute, classes: Classes
) -> griffe.Attribute | None:
    """Return the property that `@Base.size.setter` makes of that of a class above."""
    if not isinstance(decorator.value, ast.Attribute):
        return None
    base = classes.use(decorator.value.value, function.module).object
    line = classes.mro(base) if isinstance(base, griffe.Class) else []
    found = (each.members.get(decorator.value.attr) for each in line)
    above = next((each for each in found if each is not None), None)
    if not isinstance(above, griffe.Attribute) or "property" not in above.labels:
        return None
    if decorator.attr == "getter":
        made = _property(function)
        made.setter, made.deleter = above.setter, above.deleter
        return made
    made = copy.copy(above)
    made.name = function.name
    setattr(made, decorator.attr, function)
    return made


def _gives_the_result(cls: griffe.Class, classes: Classes) -> bool:
    """Whether a class has a `__get__` that returns a type variable: what the function does that
    it decorates, as `cached_property` has it."""
    found = (each.members.get("__get__") for each in classes.mro(cls))
    getter = next((each for each in found if isinstance(each, griffe.Function)), None)
    variants = [each for each in (getter.overloads or [getter]) if each] if getter else []
    returned = variants[-1].returns if variants else None
    if not isinstance(returned, griffe.ExprName) or getter is None:
        return False
    scope = Scope(getter.module)
    uses = [classes.converter.resolve(name, scope) for name in names_in(returned)]
    return any(kind_of(use, classes.converter) == TYPE_VARIABLE for use in uses)
