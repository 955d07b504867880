"""Types that a call makes: `conint(ge=0)`, where `def conint(…) -> type[int]`."""

from __future__ import annotations

from collections.abc import Iterator

import griffe

from gophersnake.model import Type
from gophersnake.reader.annotations.use import Bound, Converts, Expression, Scope

_TYPE = "builtins.type"


def made(call: griffe.ExprCall, scope: Scope, converter: Converts) -> Type | None:
    """Return the type that a call says it returns; None where it says no such thing. What the
    arguments ask of a value beside its type, Python checks."""
    found = _returned(call, scope, converter)
    if found is None:
        return None
    function, returned = found
    bindings = dict(_bound(call, scope, function, converter))
    return converter.convert(returned, Scope(function.module, bindings))


def makes_type(call: griffe.ExprCall, scope: Scope, converter: Converts) -> bool:
    """Whether a call returns a type."""
    return _returned(call, scope, converter) is not None


def _returned(
    call: griffe.ExprCall, scope: Scope, converter: Converts
) -> tuple[griffe.Function, Expression] | None:
    """Return the function that is called, and the type that it returns."""
    function = converter.resolve(call.function, scope).object
    if not isinstance(function, griffe.Function) or function.returns is None:
        return None
    returned = _of_type(function.returns, Scope(function.module), converter)
    return None if returned is None else (function, returned)


def _of_type(annotation: Expression, scope: Scope, converter: Converts) -> Expression | None:
    """Return what stands in `type[…]`."""
    use = converter.resolve(annotation, scope)
    return use.arguments[0] if use.path == _TYPE and use.arguments else None


def _bound(
    call: griffe.ExprCall, scope: Scope, function: griffe.Function, converter: Converts
) -> Iterator[tuple[str, Bound]]:
    """Yield the type variables that arguments tell: those of parameters that are `type[T]`."""
    own = Scope(function.module)
    by_name = {
        each.name: each.value for each in call.arguments if isinstance(each, griffe.ExprKeyword)
    }
    by_place = [each for each in call.arguments if not isinstance(each, griffe.ExprKeyword)]
    for place, parameter in enumerate(function.parameters):
        given = by_place[place] if place < len(by_place) else by_name.get(parameter.name)
        if given is None or parameter.annotation is None:
            continue
        item = _of_type(parameter.annotation, own, converter)
        if item is not None:
            yield converter.resolve(item, own).path, Bound(given, scope)
