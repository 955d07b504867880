"""The variables of modules, and the attributes of classes, whose types their text tells.

Standard library only: it also runs in the interpreter that a Go program starts.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gophersnake import conditions
from gophersnake.inference import common, type_of

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Variable:
    """A variable of a module, or an attribute of a class, whose type its text tells."""

    statement: ast.AnnAssign | ast.Assign
    """Where it is told: the first that does."""
    type: ast.expr
    is_inferred: bool = False
    """Whether it is only told by the values that it is given."""


def variables(statements: list[ast.stmt]) -> dict[str, Variable]:
    """Return the variables of a module that are annotated, or, as `VERSION = "1.2"`, are only
    ever given values of one type that are written out."""
    annotated: dict[str, Variable] = {}
    given: dict[str, list[ast.Assign]] = {}
    for statement in conditions.executed(statements):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            type_ = type_of(statement.value) if _is_bare_final(statement.annotation) else None
            told = Variable(statement, type_ or statement.annotation, is_inferred=type_ is not None)
            annotated.setdefault(statement.target.id, told)
        elif isinstance(statement, ast.Assign):
            for target in statement.targets:
                if isinstance(target, ast.Name):
                    given.setdefault(target.id, []).append(statement)
    found = dict(annotated)
    for name, assigned in given.items():
        type_ = common(type_of(each.value) for each in assigned)
        if type_ is not None and name not in annotated:
            found[name] = Variable(assigned[0], type_, is_inferred=True)
    return found


def attributes(cls: ast.ClassDef) -> dict[str, Variable]:
    """Return the attributes of a class that are annotated, in its body or where `self.x` is set
    in `__init__`; the first counts. One that `__init__` only gives a parameter, as in
    `self.x = x`, has the parameter's annotation; one that the class and its methods only ever
    give values of one type that are written out is of that."""
    annotated: dict[str, Variable] = {}
    passed: dict[str, Variable] = {}
    defined: set[str] = set()
    for statement in conditions.executed(cls.body):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            annotated.setdefault(statement.target.id, _typed(statement))
        elif isinstance(statement, FunctionNode):
            defined.add(statement.name)
            if statement.name == "__init__":
                for name, each in _annotated(statement):
                    annotated.setdefault(name, _typed(each))
                passed = _passed(statement)
    found = {**_inferred(cls), **passed}
    return {name: each for name, each in found.items() if name not in defined} | annotated


def _is_bare_final(annotation: ast.expr) -> bool:
    return ast.unparse(annotation).rpartition(".")[2] == "Final"


def _typed(statement: ast.AnnAssign) -> Variable:
    """Return `limit: Final = 3` of a class as a `Final[int]`, any other as it is."""
    type_ = type_of(statement.value) if _is_bare_final(statement.annotation) else None
    if type_ is None:
        return Variable(statement, statement.annotation)
    return Variable(statement, ast.Subscript(statement.annotation, type_, ast.Load()))


def _annotated(node: FunctionNode) -> Iterator[tuple[str, ast.AnnAssign]]:
    """Yield the `self.name: annotation` of an `__init__`."""
    for statement in conditions.executed(node.body):
        if isinstance(statement, ast.AnnAssign):
            name = _attribute_of(statement.target, node)
            if name:
                yield name, statement


def _passed(node: FunctionNode) -> dict[str, Variable]:
    """Return the attributes that an `__init__` gives parameters of one annotation, and nothing
    else, as if they were annotated there."""
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    annotations = {each.arg: each.annotation for each in arguments}
    found: dict[str, Variable] = {}
    others: set[str] = set()
    for statement, target, value in _pairs(conditions.executed(node.body)):
        annotation = annotations.get(value.id) if isinstance(value, ast.Name) else None
        name = _attribute_of(target, node)
        if not name or annotation is None:
            others.update(_attribute_of(each, node) for each in ast.walk(target))
            continue
        first = found.setdefault(name, Variable(statement, annotation))
        if ast.dump(first.type) != ast.dump(annotation):
            others.add(name)
    return {name: each for name, each in found.items() if name not in others}


def _inferred(cls: ast.ClassDef) -> dict[str, Variable]:
    """Return the attributes that the class and its methods only ever give values of one type
    that are written out, if its body or `__init__` gives them one."""
    body = list(conditions.executed(cls.body))
    methods = [each for each in body if isinstance(each, FunctionNode)]
    first = dict(reversed([*_begun(body, methods)]))
    types: dict[str, list[ast.expr | None]] = {}
    for method in methods if first else ():
        for name, type_ in _set(method):
            types.setdefault(name, []).append(type_)
    for _, target, value in _pairs(body):
        for each in ast.walk(target):
            if isinstance(each, ast.Name):
                types.setdefault(each.id, []).append(type_of(value) if each is target else None)
    found = {name: common(types[name]) for name in sorted(first)}
    return {
        name: Variable(first[name], type_, is_inferred=True)
        for name, type_ in found.items()
        if type_ is not None
    }


def _begun(body: list[ast.stmt], methods: list[FunctionNode]) -> Iterator[tuple[str, ast.Assign]]:
    """Yield what the body of a class, or its `__init__`, gives a value that is written out."""
    for statement, target, value in _pairs(body):
        if isinstance(target, ast.Name) and type_of(value) is not None:
            yield target.id, statement
    for method in methods:
        if method.name == "__init__":
            for statement, target, value in _pairs(conditions.executed(method.body)):
                name = _attribute_of(target, method)
                if name and type_of(value) is not None:
                    yield name, statement


def _set(method: FunctionNode) -> Iterator[tuple[str, ast.expr | None]]:
    """Yield each attribute that a method sets or deletes, and the type of what it is given; None
    where that is not known."""
    nodes = list(ast.walk(method))
    types = {id(target): type_of(value) for _, target, value in _pairs(nodes)}
    for each in nodes:
        if isinstance(each, ast.AugAssign) and isinstance(each.op, (ast.Add, ast.Sub)):
            types[id(each.target)] = type_of(each.value)
    for each in nodes:
        if isinstance(each, ast.Attribute) and not isinstance(each.ctx, ast.Load):
            yield _attribute_of(each, method), types.get(id(each))


def _pairs(statements: Iterable[ast.AST]) -> Iterator[tuple[ast.Assign, ast.expr, ast.expr]]:
    """Yield what is assigned to what; of `self.x, self.y = x, y`, both."""
    for statement in statements:
        if not isinstance(statement, ast.Assign):
            continue
        for target in statement.targets:
            value = statement.value
            if (
                isinstance(target, ast.Tuple)
                and isinstance(value, ast.Tuple)
                and len(target.elts) == len(value.elts)
            ):
                yield from (
                    (statement, *pair) for pair in zip(target.elts, value.elts, strict=True)
                )
            else:
                yield statement, target, value


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
