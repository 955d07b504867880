"""Descriptors: what an attribute of a class gives and takes that has `__get__`.

https://docs.python.org/3/howto/descriptor.html
"""

from __future__ import annotations

import ast
from dataclasses import dataclass

import griffe

from gophersnake import conditions
from gophersnake.model import Scalar, Type
from gophersnake.reader.annotations.use import Scope, Use
from gophersnake.reader.classes import Classes
from gophersnake.reader.declarations.generics import Bindings, lineage
from gophersnake.reader.functions import FunctionReader, Membership
from gophersnake.reader.parsing import expression_of, node_of

_VALUE = 2
"""Which parameter of `__set__` takes the value."""


@dataclass(frozen=True)
class Descriptor:
    gives: Type | None
    """None where it cannot be read: `property(None, _set_size)`."""
    takes: Type | None
    """None where it cannot be set."""
    is_deleted: bool


def descriptor(
    attribute: griffe.Attribute, functions: FunctionReader, bindings: Bindings
) -> Descriptor | None:
    """Return what an attribute is whose class has `__get__`, be that annotated or called for
    its value, or what `property(…)` makes; None for any other."""
    call = _property(attribute)
    if call is not None:
        return _of_property(call, attribute, functions, bindings)
    use = _class_of(attribute, functions, bindings)
    if use is None or not isinstance(use.object, griffe.Class):
        return None
    converter = functions.converter
    classes = Classes(converter)
    found = {
        name: member
        for each in reversed(classes.mro(use.object))
        for name, member in each.members.items()
        if isinstance(member, griffe.Function)
    }
    getter, setter = found.get("__get__"), found.get("__set__")
    if getter is None:
        return None
    line = lineage(use.object, classes, converter)
    given = [converter.convert(each, use.scope) for each in use.arguments or ()]
    stands = {
        variable.path: given[place] if place < len(given) else Scalar.ANY
        for place, variable in enumerate(line.variables)
    }
    membership = Membership({**line.of(use.object.path), **stands})
    gives = functions.read(_of_instance(getter), attribute.name, membership).result
    takes = functions.read(setter, attribute.name, membership).parameters if setter else ()
    return Descriptor(
        gives, takes[_VALUE].type if len(takes) > _VALUE else None, "__delete__" in found
    )


def _property(attribute: griffe.Attribute) -> ast.Call | None:
    """Return the call of `size = property(_get_size)`."""
    node = node_of(attribute)
    call = node.value if isinstance(node, ast.Assign) else None
    if not isinstance(call, ast.Call) or not isinstance(attribute.parent, griffe.Class):
        return None
    return call if ast.unparse(call.func) == "property" else None


def _of_property(
    call: ast.Call, attribute: griffe.Attribute, functions: FunctionReader, bindings: Bindings
) -> Descriptor | None:
    """Return what a property does that is made of methods of the class; None where it is made of
    something else, or cannot be read."""
    given = dict(zip(("fget", "fset", "fdel"), call.args, strict=False))
    given |= {each.arg: each.value for each in call.keywords if each.arg}
    members = {
        name: attribute.parent.members.get(ast.unparse(node)) if attribute.parent else None
        for name, node in given.items()
    }
    getter, setter = members.get("fget"), members.get("fset")
    membership = Membership(bindings)
    gives: Type | None = None
    takes: Type | None = None
    if isinstance(getter, griffe.Function):
        gives = functions.read(getter, attribute.name, membership).result
    elif ast.unparse(given.get("fget", ast.Constant(None))) != "None":
        return None
    if isinstance(setter, griffe.Function):
        parameters = functions.read(setter, attribute.name, membership).parameters
        takes = parameters[1].type if len(parameters) > 1 else Scalar.ANY
    found = Descriptor(gives, takes, isinstance(members.get("fdel"), griffe.Function))
    return None if found == Descriptor(None, None, is_deleted=False) else found


def _class_of(
    attribute: griffe.Attribute, functions: FunctionReader, bindings: Bindings
) -> Use | None:
    """Return the class of an attribute of a class; None where it is of each instance."""
    parent = attribute.parent
    node = node_of(parent) if isinstance(parent, griffe.Class) else None
    if not isinstance(node, ast.ClassDef) or not isinstance(parent, griffe.Class):
        return None
    written = _written(node, attribute.name)
    expression = expression_of(written, parent, attribute.name) if written is not None else None
    if expression is None:
        return None
    return functions.converter.resolve(expression, Scope(attribute.module, bindings))


def _written(cls: ast.ClassDef, name: str) -> ast.expr | None:
    """Return the class of what the body of a class gives a name: as it is annotated, or called."""
    for each in conditions.executed(cls.body):
        if isinstance(each, ast.AnnAssign) and ast.unparse(each.target) == name:
            return each.annotation
        if isinstance(each, ast.Assign) and name in map(ast.unparse, each.targets):
            return each.value.func if isinstance(each.value, ast.Call) else None
    return None


def _of_instance(getter: griffe.Function) -> griffe.Function:
    """Return the overload for an instance: the last that is not for the class alone, where the
    instance is None."""
    variants = [
        each
        for each in getter.overloads or ()
        if str(list(each.parameters)[1].annotation) != "None"
    ]
    return variants[-1] if variants else getter
