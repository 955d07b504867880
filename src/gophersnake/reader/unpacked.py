"""`*args: *tuple[int, str]` and `*args: *Ts` (PEP 646): arguments, each of its own type."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import replace

import griffe

from gophersnake.model import Parameter, ParameterKind, Scalar, Type
from gophersnake.reader.annotations import Converter, unpacking
from gophersnake.reader.annotations.use import Scope
from gophersnake.reader.parsing import expression_of

Places = list[tuple[Type, bool]]
"""A type for each argument, and whether it is that of any number of them."""

_ANYTHING: Places = [(Scalar.ANY, True)]


def unpacked(
    args: Parameter,
    node: ast.expr | None,
    before: Sequence[Parameter],
    converter: Converter,
    scope: Scope,
) -> list[Parameter] | None:
    """Return the parameters that `*args` stands for; None where its annotation is not unpacked.
    It takes anything where any number comes before the last ones, and where the parameters
    `before` may be left out: what is passed by place cannot follow them."""
    with converter.where(passing=True):
        places = _places(node, converter, scope)
    if places is None:
        return None
    if any(is_open for _, is_open in places[:-1]) or any(each.default for each in before):
        places = _ANYTHING
    return list(_parameters(args, places))


def _parameters(args: Parameter, places: Places) -> Iterator[Parameter]:
    for number, (type_, is_open) in enumerate(places):
        if is_open:
            yield replace(args, type=type_)
        else:
            name = f"{args.name}_{number}"
            yield replace(args, name=name, type=type_, kind=ParameterKind.POSITIONAL_ONLY)


def _places(node: ast.expr | None, converter: Converter, scope: Scope) -> Places | None:
    inner = unpacking.unpacked(_expression(node, scope), scope, converter) if node else None
    if inner is None:
        return None
    return [
        (converter.convert(item.expression, item.scope) if item else Scalar.ANY, is_open)
        for item, is_open in unpacking.within(inner, scope, converter)
    ]


def _expression(node: ast.expr, scope: Scope) -> griffe.Expr | str:
    parent, member = scope.member or (scope.module, None)
    found = expression_of(node, parent, member)
    return ast.unparse(node) if found is None else found
