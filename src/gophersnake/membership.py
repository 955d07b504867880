"""The functions of a module and of its classes, by the keys their signatures are known by.

    f                  a function
    Stack              what makes an instance: `__init__`, else `__new__`, without `self`
    Stack.push         a method, as it is written; a class method without `cls`
    Stack.add          likewise, by another name: `add = push`, `make = classmethod(_make)`
    Stack.size         an attribute or property: a function without parameters that returns it
    Stack.size.setter  and one that takes the new value
    size, size.setter  likewise, a variable of the module

An attribute that becomes a property keeps its keys, so to who uses it nothing has changed.
Standard library only: the interpreter that a Go program starts uses it too.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Mapping

from gophersnake import conditions
from gophersnake.variables import FunctionNode, attributes, variables

Keyed = Iterator[tuple[str, FunctionNode]]

SETTER = ".setter"
_PROPERTIES = {"property", "cached_property", "abstractproperty", "getter"}
_WRAPPERS = {"staticmethod", "classmethod"}
_CONSTRUCTORS = ("__init__", "__new__")


def functions(statements: list[ast.stmt]) -> Keyed:
    """Yield the functions that a module's statements define, with their keys."""
    for name, variable in variables(statements).items():
        yield name, getter(name, variable.type)
        yield f"{name}{SETTER}", setter(name, variable.type)
    for statement in conditions.executed(statements):
        if isinstance(statement, ast.ClassDef):
            yield from _members(statement, statement.name, _defined(statements))
        elif isinstance(statement, FunctionNode):
            yield statement.name, statement


def without_first(node: FunctionNode) -> FunctionNode:
    """Return a method as who calls it sees it: without `self` or `cls`."""
    arguments = copy.copy(node.args)
    if arguments.posonlyargs:
        arguments.posonlyargs = arguments.posonlyargs[1:]
    else:
        arguments.args = arguments.args[1:]
    arguments.defaults = arguments.defaults[
        -len(arguments.posonlyargs) - len(arguments.args) or len(arguments.defaults) :
    ]
    seen = copy.copy(node)
    seen.args = arguments
    return seen


def getter(name: str, annotation: ast.expr | None) -> FunctionNode:
    """Return the function that gives an attribute."""
    made = ast.parse(f"def {name}(): ...").body[0]
    assert isinstance(made, ast.FunctionDef)
    made.returns = annotation
    return made


def setter(name: str, annotation: ast.expr | None) -> FunctionNode:
    """Return the function that sets an attribute."""
    made = ast.parse(f"def {name}(value): ...").body[0]
    assert isinstance(made, ast.FunctionDef)
    made.args.args[0].annotation = annotation
    return made


def value_of_setter(node: FunctionNode) -> ast.expr | None:
    """Return the annotation of what `@size.setter def size(self, value)` takes."""
    arguments = [*node.args.posonlyargs, *node.args.args]
    return arguments[1].annotation if len(arguments) > 1 else None


def _members(cls: ast.ClassDef, key: str, outside: Mapping[str, list[FunctionNode]]) -> Keyed:
    made_by = ""
    known = {**outside, **_defined(cls.body)}
    for statement in conditions.executed(cls.body):
        if isinstance(statement, ast.ClassDef):
            yield from _members(statement, f"{key}.{statement.name}", outside)
        elif isinstance(statement, ast.Assign):
            for name, node in _renamed(statement, known):
                yield from _method(node, f"{key}.{name}")
        elif isinstance(statement, FunctionNode):
            name = statement.name
            yield from _method(statement, f"{key}.{name}")
            if name in _CONSTRUCTORS and made_by != "__init__":
                made_by = name
                yield key, without_first(statement)
    for name, attribute in attributes(cls).items():
        yield f"{key}.{name}", getter(name, attribute.type)
        yield f"{key}.{name}{SETTER}", setter(name, attribute.type)


def _defined(statements: list[ast.stmt]) -> dict[str, list[FunctionNode]]:
    """Return the functions of a body by name: of a property, each of its methods."""
    found: dict[str, list[FunctionNode]] = {}
    for each in conditions.executed(statements):
        if isinstance(each, FunctionNode):
            found.setdefault(each.name, []).append(each)
    return found


def _renamed(
    statement: ast.Assign, known: dict[str, list[FunctionNode]]
) -> Iterator[tuple[str, FunctionNode]]:
    """Yield the methods to which a statement of a class's body gives other names, of which
    those that come after it know."""
    value: ast.expr = statement.value
    wrapper = ""
    if isinstance(value, ast.Call) and len(value.args) == 1 and not value.keywords:
        wrapper, value = ast.unparse(value.func), value.args[0]
    found = known.get(value.id, []) if isinstance(value, ast.Name) else []
    if wrapper:
        found = [_wrapped(each, wrapper) for each in found if wrapper in _WRAPPERS]
    for target in statement.targets if found else ():
        if isinstance(target, ast.Name):
            known[target.id] = found
            yield from ((target.id, each) for each in found)


def _wrapped(node: FunctionNode, wrapper: str) -> FunctionNode:
    wrapped = copy.copy(node)
    wrapped.decorator_list = [*node.decorator_list, ast.Name(wrapper, ast.Load())]
    return wrapped


def _method(node: FunctionNode, key: str) -> Keyed:
    words = {ast.unparse(each).rpartition(".")[2] for each in node.decorator_list}
    if words & _PROPERTIES:
        yield key, getter(node.name, node.returns)
    elif "setter" in words:
        yield f"{key}{SETTER}", setter(node.name, value_of_setter(node))
    elif "classmethod" in words:
        yield key, without_first(node)
    elif "deleter" not in words:
        yield key, node
