"""`shorter = functools.partial(longer, 1, key=2)`: a function with what is left of parameters."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace

import griffe

from gophersnake.model import Function, Parameter, ParameterKind
from gophersnake.reader.annotations.use import Scope
from gophersnake.reader.decorators import Does, effect
from gophersnake.reader.functions import FunctionReader
from gophersnake.reader.parsing import node_of, text_of

_BY_PLACE = (ParameterKind.POSITIONAL_ONLY, ParameterKind.POSITIONAL_OR_KEYWORD)


def read_partial(attribute: griffe.Attribute, name: str, reader: FunctionReader) -> Function | None:
    """Return the function that a variable is, if it is a partial one of a function that can be
    read; None for anything else."""
    call = _call(attribute, reader)
    if call is None:
        return None
    function = _function(call, attribute, reader)
    if function is None or any(isinstance(each, ast.Starred) for each in call.args):
        return None
    given = {each.arg: text_of(each.value, attribute.module) for each in call.keywords if each.arg}
    if len(given) != len(call.keywords):
        return None
    read = reader.read(function, name)
    left = tuple(_left(read.parameters, len(call.args) - 1, given))
    location = reader.types.location(attribute)
    return replace(read, parameters=left, signature="", location=location)


def _call(attribute: griffe.Attribute, reader: FunctionReader) -> ast.Call | None:
    value, node = attribute.value, node_of(attribute)
    if not isinstance(value, griffe.ExprCall) or not isinstance(node, ast.Assign):
        return None
    called = reader.converter.resolve(value.function, Scope(attribute.module)).path
    if called != "functools.partial" or not isinstance(node.value, ast.Call):
        return None
    return node.value if node.value.args else None


def _function(
    call: ast.Call, attribute: griffe.Attribute, reader: FunctionReader
) -> griffe.Function | None:
    name = griffe.get_expression(call.args[0], parent=attribute.module)
    if not isinstance(name, (griffe.ExprName, griffe.ExprAttribute)):
        return None
    found = reader.types.follow(reader.converter.path_of(name, attribute.module)).object
    if not isinstance(found, griffe.Function) or isinstance(found.parent, griffe.Class):
        return None
    keeps = effect(found, reader.converter).does is Does.KEEPS
    return found if keeps and not found.overloads else None


def _left(
    parameters: tuple[Parameter, ...], places: int, given: dict[str, str]
) -> Iterator[Parameter]:
    """Yield the parameters that are left: what is given by name has another default, and that
    and what follows it can be passed by name alone."""
    by_name = False
    for each in parameters:
        if each.kind in _BY_PLACE and places > 0:
            places -= 1
            continue
        by_name |= each.name in given
        if each.kind is ParameterKind.POSITIONAL_OR_KEYWORD and by_name:
            each = replace(each, kind=ParameterKind.KEYWORD_ONLY)  # noqa: PLW2901
        if not (by_name and each.kind is ParameterKind.VAR_POSITIONAL):
            yield replace(each, default=given.get(each.name, each.default))
