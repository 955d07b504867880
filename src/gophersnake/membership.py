"""The functions of a module and of its classes, by the keys their signatures are known by.

    f                  a function
    Stack              what makes an instance: `__init__`, else `__new__`, without `self`
    Stack.push         a method, as it is written; a class method without `cls`
    Stack.size         an attribute or property: a function without parameters that returns it
    Stack.size.setter  and one that takes the new value
    size, size.setter  likewise, a variable of the module

An attribute that becomes a property keeps its keys, so to who uses it nothing has changed.
Standard library only: the interpreter that a Go program starts uses it too.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

from gophersnake import conditions

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
Keyed = Iterator[tuple[str, FunctionNode]]

SETTER = ".setter"
_PROPERTIES = {"property", "cached_property", "abstractproperty", "getter"}
_CONSTRUCTORS = ("__init__", "__new__")


def functions(statements: list[ast.stmt]) -> Keyed:
    """Yield the functions that a module's statements define, with their keys."""
    for name, variable in variables(statements).items():
        yield name, getter(name, variable.type)
        yield f"{name}{SETTER}", setter(name, variable.type)
    for statement in conditions.executed(statements):
        if isinstance(statement, ast.ClassDef):
            yield from _members(statement, statement.name)
        elif isinstance(statement, FunctionNode):
            yield statement.name, statement


@dataclass(frozen=True)
class Variable:
    """A variable of a module whose type its text tells."""

    statement: ast.AnnAssign | ast.Assign
    """Where it is told: the first that does."""
    type: ast.expr


def variables(statements: list[ast.stmt]) -> dict[str, Variable]:
    """Return the variables of a module that are annotated, or, as `VERSION = "1.2"`, are only
    ever given literals of one type."""
    annotated: dict[str, Variable] = {}
    given: dict[str, list[ast.Assign]] = {}
    for statement in conditions.executed(statements):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            type_ = _of_literal(statement.value) if _is_bare_final(statement.annotation) else None
            variable = Variable(statement, type_ or statement.annotation)
            annotated.setdefault(statement.target.id, variable)
        elif isinstance(statement, ast.Assign):
            for target in statement.targets:
                if isinstance(target, ast.Name):
                    given.setdefault(target.id, []).append(statement)
    found = dict(annotated)
    for name in [each for each in given if each not in annotated]:
        types = [_of_literal(each.value) for each in given[name]]
        first = types[0]
        if first is not None and all(each is not None and each.id == first.id for each in types):
            found[name] = Variable(given[name][0], first)
    return found


def _is_bare_final(annotation: ast.expr) -> bool:
    return ast.unparse(annotation).rpartition(".")[2] == "Final"


def _typed(statement: ast.AnnAssign) -> ast.AnnAssign:
    """Return `limit: Final = 3` of a class as `limit: Final[int] = 3`, any other as it is."""
    type_ = _of_literal(statement.value) if _is_bare_final(statement.annotation) else None
    if type_ is None:
        return statement
    typed = copy.copy(statement)
    typed.annotation = ast.Subscript(statement.annotation, type_, ast.Load())
    return typed


def _of_literal(value: ast.expr | None) -> ast.Name | None:
    """Return the type of a value that is written out; None for any other."""
    if isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.USub):
        value = value.operand
    if not isinstance(value, ast.Constant) or value.value is None or value.value is ...:
        return None
    return ast.Name(type(value.value).__name__, ast.Load())


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


def annotated(cls: ast.ClassDef) -> dict[str, ast.AnnAssign]:
    """Return where a class's attributes have their annotations: in its body, or where `self.x`
    is set in `__init__`. The first counts. One that `__init__` only gives a parameter, as in
    `self.x = x`, has the parameter's."""
    found: dict[str, ast.AnnAssign] = {}
    passed: dict[str, ast.AnnAssign] = {}
    defined: set[str] = set()
    for statement in conditions.executed(cls.body):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            found.setdefault(statement.target.id, _typed(statement))
        elif isinstance(statement, FunctionNode):
            defined.add(statement.name)
            if statement.name == "__init__":
                for name, each in _assigned(statement):
                    found.setdefault(name, _typed(each))
                passed = _passed(statement)
    return {name: each for name, each in passed.items() if name not in defined} | found


def _members(cls: ast.ClassDef, key: str) -> Keyed:
    made_by = ""
    for statement in conditions.executed(cls.body):
        if isinstance(statement, ast.ClassDef):
            yield from _members(statement, f"{key}.{statement.name}")
        elif isinstance(statement, FunctionNode):
            name = statement.name
            yield from _method(statement, f"{key}.{name}")
            if name in _CONSTRUCTORS and made_by != "__init__":
                made_by = name
                yield key, without_first(statement)
    for name, attribute in annotated(cls).items():
        yield f"{key}.{name}", getter(name, attribute.annotation)
        yield f"{key}.{name}{SETTER}", setter(name, attribute.annotation)


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


def _assigned(node: FunctionNode) -> Iterator[tuple[str, ast.AnnAssign]]:
    """Yield the `self.name: annotation` of an `__init__`."""
    for statement in conditions.executed(node.body):
        if isinstance(statement, ast.AnnAssign):
            name = _attribute_of(statement.target, node)
            if name:
                yield name, statement


def _passed(node: FunctionNode) -> dict[str, ast.AnnAssign]:
    """Return the attributes that an `__init__` gives parameters of one annotation, and nothing
    else, as if they were annotated there."""
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    annotations = {each.arg: each.annotation for each in arguments}
    found: dict[str, ast.AnnAssign] = {}
    others: set[str] = set()
    for target, value in _pairs(node):
        annotation = annotations.get(value.id) if isinstance(value, ast.Name) else None
        name = _attribute_of(target, node)
        if not name or annotation is None:
            others.update(_attribute_of(each, node) for each in ast.walk(target))
            continue
        assert isinstance(target, ast.Attribute)
        made = ast.AnnAssign(target, annotation, value, simple=0)
        first = found.setdefault(name, ast.copy_location(made, target))
        if ast.dump(first.annotation) != ast.dump(annotation):
            others.add(name)
    return {name: each for name, each in found.items() if name not in others}


def _pairs(node: FunctionNode) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Yield what a function assigns to what; of `self.x, self.y = x, y`, both."""
    for statement in conditions.executed(node.body):
        if not isinstance(statement, ast.Assign):
            continue
        for target in statement.targets:
            value = statement.value
            if (
                isinstance(target, ast.Tuple)
                and isinstance(value, ast.Tuple)
                and len(target.elts) == len(value.elts)
            ):
                yield from zip(target.elts, value.elts, strict=True)
            else:
                yield target, value


def _attribute_of(target: ast.AST, method: FunctionNode) -> str:
    """Return the name of the attribute of `self` that is assigned to, or nothing."""
    arguments = [*method.args.posonlyargs, *method.args.args]
    if (
        isinstance(target, ast.Attribute)
        and isinstance(target.value, ast.Name)
        and target.value.id == (arguments[0].arg if arguments else "")
    ):
        return target.attr
    return ""
