"""What a decorator makes of a function, as its annotation tells: of `Callable[P, R]`, say, a
`Callable[P, list[R]]`, or of `Callable[Concatenate[int, P], R]` a `Callable[P, R]`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import griffe

from gophersnake.model import (
    AwaitableOf,
    Function,
    IterationKind,
    IterationOf,
    ParameterKind,
    Type,
)
from gophersnake.reader.annotations import Converter
from gophersnake.reader.annotations.use import Bound, Expression, Scope
from gophersnake.reader.annotations.variables import kind_of, names_in

_AWAITABLES = {"collections.abc.Awaitable", "collections.abc.Coroutine"}
_STREAMS = {IterationKind.ASYNC_ITERATOR, IterationKind.ASYNC_ITERABLE}
_BY_PLACE = {ParameterKind.POSITIONAL_ONLY, ParameterKind.POSITIONAL_OR_KEYWORD}


@dataclass(frozen=True)
class Remaking:
    """The results in a decorator's annotation, of what it is given and of what it makes."""

    given: Expression
    made: Expression
    module: griffe.Module
    passes: int = 0
    """How many of the first arguments the decorator passes itself."""


def remade(
    function: Function, remaking: Remaking, written: griffe.Function, converter: Converter
) -> Function | None:
    """Return what the decorator makes of a function as it is written; None where that cannot be
    told."""
    if remaking.passes and isinstance(written.parent, griffe.Class):
        return None  # it would be the instance that is passed
    passed, left = function.parameters[: remaking.passes], function.parameters[remaking.passes :]
    if len(passed) < remaking.passes or any(each.kind not in _BY_PLACE for each in passed):
        return None
    if passed:  # the running function may show the parameters that are passed already
        function = replace(function, parameters=left, signature="")
    if str(remaking.given) == str(remaking.made):
        return function
    bindings = dict(_bindings(function, remaking, written, converter))
    scope = Scope(remaking.module, bindings)
    for name in names_in(remaking.made):
        use = converter.resolve(name, scope)
        if use.path not in bindings and kind_of(use, converter):
            return None
    return _returning(function, converter.convert(remaking.made, scope))


def _bindings(
    function: Function, remaking: Remaking, written: griffe.Function, converter: Converter
) -> Iterator[tuple[str, Bound | Type | None]]:
    """Yield what the type variables stand for in the result of what the decorator is given."""
    given = converter.resolve(remaking.given, Scope(remaking.module))
    if function.is_stream:
        return
    if kind_of(given, converter):
        yield given.path, AwaitableOf(function.result) if function.is_async else function.result
        return
    variables = [converter.resolve(each, given.scope) for each in given.arguments or ()]
    if function.is_async:
        if given.path in _AWAITABLES and variables and kind_of(variables[-1], converter):
            yield variables[-1].path, function.result
        return
    if written.returns is None:
        return
    own = converter.resolve(written.returns, Scope(written.module))
    if own.path == given.path:
        for variable, argument in zip(variables, own.arguments or (), strict=False):
            if kind_of(variable, converter):
                yield variable.path, Bound(argument, own.scope)


def _returning(function: Function, result: Type) -> Function:
    if isinstance(result, AwaitableOf):
        return replace(function, result=result.result, is_async=True)
    if isinstance(result, IterationOf) and result.kind in _STREAMS:
        return replace(function, result=result.item, is_async=False, is_stream=True)
    return replace(function, result=result, is_async=False)
