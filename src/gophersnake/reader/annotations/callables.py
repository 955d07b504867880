"""`Callable` and Protocols with `__call__`."""

from __future__ import annotations

import griffe

from gophersnake.model import CallableOf, CallableParameter, ParameterKind, Scalar, Type
from gophersnake.reader.annotations import variables
from gophersnake.reader.annotations.unpacking import single
from gophersnake.reader.annotations.use import Bound, Converts, Expression, Rule, Scope, Use

MOST_PARAMETERS = 8
_AWAITABLES = {"collections.abc.Awaitable", "collections.abc.Coroutine"}
_VARIED = {ParameterKind.VAR_POSITIONAL, ParameterKind.VAR_KEYWORD}


def _callable(use: Use, converter: Converts) -> Type:
    if use.arguments is None:
        return CallableOf(None, Scalar.ANY)
    if len(use.arguments) != 2:
        return use.refused("it is written Callable[[A, B], R] or Callable[..., R]")
    taken, returned = use.arguments
    result, is_async = _result(returned, use.scope, converter)
    arguments = _taken(taken, use.scope, converter)
    if arguments is None:
        return CallableOf(None, result, is_async)
    with converter.where(passing=not converter.passing):
        parameters = tuple(
            CallableParameter(converter.convert(each.expression, each.scope)) for each in arguments
        )
    return _called_with(parameters, result, is_async)


def _taken(taken: Expression, scope: Scope, converter: Converts) -> list[Bound] | None:
    """Return the types of the arguments, of a ParamSpec those that an alias is given for it;
    None where they may be any, as with `...`."""
    if isinstance(taken, griffe.ExprList):
        return single(taken.elements, scope, converter)
    if isinstance(taken, str):
        return None
    use = converter.resolve(taken, scope)
    known = scope.bindings.get(use.path)
    if isinstance(known, Bound):
        return _taken(known.expression, known.scope, converter)
    if use.path != "typing.Concatenate" or not use.arguments:
        return None
    first = single(use.arguments[:-1], use.scope, converter)
    rest = _taken(use.arguments[-1], use.scope, converter)
    return None if first is None or rest is None else [*first, *rest]


def _called_with(
    parameters: tuple[CallableParameter, ...], result: Type, is_async: bool
) -> CallableOf:
    """Return a callable of these parameters. Where Go has no function of such, it is one of any
    arguments: a list of those by place, and a map of those by name."""
    varied = any(each.kind in _VARIED for each in parameters)
    known = None if varied or len(parameters) > MOST_PARAMETERS else parameters
    return CallableOf(known, result, is_async)


def _result(returned: Expression, scope: Scope, converter: Converts) -> tuple[Type, bool]:
    """The type of a callable's result, and whether it has to be awaited."""
    use = converter.resolve(returned, scope)
    if use.path in _AWAITABLES:
        awaited = use.arguments[-1] if use.arguments else None
        return (Scalar.ANY if awaited is None else converter.convert(awaited, scope)), True
    return converter.convert(returned, scope), False


def call_of(obj: griffe.Object | None, converter: Converts) -> griffe.Function | None:
    """Return the `__call__` of a Protocol that has one; None for anything else."""
    if not isinstance(obj, griffe.Class) or not _is_protocol(obj, converter):
        return None
    call = obj.members.get("__call__")
    return call if isinstance(call, griffe.Function) else None


def protocol(use: Use, converter: Converts) -> Type | None:
    """Return the callable that a Protocol with `__call__` describes; None for anything else."""
    call, cls = call_of(use.object, converter), use.object
    if call is None or not isinstance(cls, griffe.Class):
        return None
    others = [name for name in cls.members if not name.startswith("__")]
    if others:
        return use.refused(f"a Go function has no attribute {others[0]}, as this Protocol wants")
    if cls.path in use.scope.expanding:
        return use.refused(f"{cls.path} is defined by itself")
    scope = Scope(cls.module, _bindings(cls, use, converter), (*use.scope.expanding, cls.path))
    with converter.where(passing=not converter.passing):
        parameters = tuple(_parameter(each, scope, converter) for each in list(call.parameters)[1:])
    result, is_async = (
        (Scalar.ANY, False) if call.returns is None else _result(call.returns, scope, converter)
    )
    return _called_with(parameters, result, is_async or "async" in call.labels)


def _bindings(cls: griffe.Class, use: Use, converter: Converts) -> dict[str, Bound | Type | None]:
    """Return what the type variables of a generic Protocol stand for."""
    bases = [converter.resolve(base, Scope(cls.module)) for base in cls.bases]
    paths = [variable.path for variable, _ in variables.of_class(cls, bases, converter)]
    return variables.bound(paths, use, use.scope, converter)


def _is_protocol(cls: griffe.Class, converter: Converts) -> bool:
    scope = Scope(cls.module)
    return any(converter.resolve(base, scope).path == "typing.Protocol" for base in cls.bases)


def _parameter(parameter: griffe.Parameter, scope: Scope, converter: Converts) -> CallableParameter:
    assert parameter.kind is not None
    annotation = parameter.annotation
    return CallableParameter(
        type=Scalar.ANY if annotation is None else converter.convert(annotation, scope),
        name=parameter.name,
        kind=ParameterKind(parameter.kind.name),
        has_default=parameter.default is not None,
    )


def _wrapped(use: Use, converter: Converts) -> Type:
    """`functools.partial[R]`, which says what comes back alone."""
    given = use.arguments or ()
    return CallableOf(None, converter.convert(given[0], use.scope) if given else Scalar.ANY)


RULES: dict[str, Rule] = {
    "collections.abc.Callable": _callable,
    "functools.partial": _wrapped,
}
