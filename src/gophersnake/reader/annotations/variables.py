"""Type variables: `T = TypeVar("T")`, and `T` of `def first[T](…)` (PEP 695)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

import griffe

from gophersnake.model import Scalar, Type, Variable
from gophersnake.reader.annotations.use import Bound, Converts, Expression, Rule, Scope, Use

TYPE_VARIABLE = "typing.TypeVar"
_PARAM_SPEC = "typing.ParamSpec"
_TYPE_VAR_TUPLE = "typing.TypeVarTuple"
KINDS = {
    TYPE_VARIABLE: "it stands for a type that Go could not tell here",
    _PARAM_SPEC: "it stands for parameters of a function: Go cannot be generic over those",
    _TYPE_VAR_TUPLE: "it stands for any number of types: Go cannot be generic over those",
}
"""What makes type variables, and why values of such a type are objects."""

_KINDS_695 = {
    griffe.TypeParameterKind.type_var: TYPE_VARIABLE,
    griffe.TypeParameterKind.param_spec: _PARAM_SPEC,
    griffe.TypeParameterKind.type_var_tuple: _TYPE_VAR_TUPLE,
}
_STARS = {
    griffe.TypeParameterKind.type_var: "",
    griffe.TypeParameterKind.param_spec: "**",
    griffe.TypeParameterKind.type_var_tuple: "*",
}
_GENERIC = frozenset({"typing.Generic", "typing.Protocol"})
_MARKS = re.compile(r"^_+|(_co|_contra)$")


def kind_of(use: Use, converter: Converts) -> str:
    """Return what made a type variable (KINDS); empty for any other type."""
    value = use.object.value if isinstance(use.object, griffe.Attribute) else None
    if use.object is not None and isinstance(value, griffe.ExprCall):
        path = converter.resolve(value.function, Scope(use.object.module)).path
        return path if path in KINDS else ""
    parameter = _parameter(use.path, converter)
    return "" if parameter is None else _KINDS_695[parameter.kind]


def of_class(cls: griffe.Class, bases: Sequence[Use], converter: Converts) -> list[tuple[Use, str]]:
    """Return the type variables that a class with these bases is generic over, in order, and what
    made each."""
    if cls.type_parameters:
        uses = [
            Use(path, None, each.name, Scope(cls.module))
            for each, path in zip(cls.type_parameters, paths_of(cls), strict=True)
        ]
        return [(use, kind_of(use, converter)) for use in uses]
    naming = [each for each in bases if each.path in _GENERIC and each.arguments] or bases
    found: dict[str, tuple[Use, str]] = {}
    for base in naming:
        for argument in base.arguments or ():
            for name in names_in(argument):
                use = converter.resolve(name, base.scope)
                kind = kind_of(use, converter)
                if kind:
                    found.setdefault(use.path, (use, kind))
    return list(found.values())


def paths_of(owner: griffe.Class | griffe.TypeAlias) -> list[str]:
    """Return the paths of type parameters as griffe has them: `m.Shape[*Ts]`."""
    return [f"{owner.path}[{_STARS[each.kind]}{each.name}]" for each in owner.type_parameters]


def converted(use: Use, converter: Converts) -> Type | None:
    """Return a type variable, where the one who reads can do with it, else an object; None for
    any other type."""
    kind = kind_of(use, converter)
    if not kind and use.path.endswith((".args", ".kwargs")):
        return _arguments(use, converter)
    if kind == TYPE_VARIABLE and use.scope.generic:
        return variable(use, converter)
    return use.refused(KINDS[kind]) if kind else None


def variable(use: Use, converter: Converts) -> Variable:
    """Return a type variable that TypeVar or PEP 695 makes."""
    parameter = _parameter(use.path, converter)
    if parameter is not None:
        owner = _owner(use.path, converter)
        assert owner is not None
        name, scope = parameter.name, Scope(owner.module)
        constraints, bound = tuple(parameter.constraints or ()), parameter.bound
    else:
        assert isinstance(use.object, griffe.Attribute)
        assert isinstance(use.object.value, griffe.ExprCall)
        name, scope = use.object.name, Scope(use.object.module)
        arguments = use.object.value.arguments
        constraints = tuple(each for each in arguments[1:] if not isinstance(each, _Keyword))
        bound = _keywords(use.object.value).get("bound")
    return Variable(
        path=use.path,
        name=_MARKS.sub("", name) or name,
        constraints=tuple(converter.convert(each, scope) for each in constraints),
        bound="" if bound is None else str(bound).strip("'\""),
    )


def bound(
    paths: Iterable[str], use: Use, scope: Scope, converter: Converts
) -> dict[str, Bound | Type | None]:
    """Return what the type variables of a class stand for where it is used: where that is not
    written, their default (PEP 696), or any type."""
    found: dict[str, Bound | Type | None] = {}
    paths = list(paths)
    written = iter(_dealt(use.arguments, paths, scope, converter) if use.arguments else ())
    for path in paths:
        argument = next(written, None)
        default = _default(path, converter) if argument is None else None
        if argument is not None:
            found[path] = Bound(argument, scope)
        elif default is not None:  # it may be another one of them
            found[path] = replace(default, scope=replace(default.scope, bindings=dict(found)))
        else:
            found[path] = None
    return found


def _dealt(
    arguments: Sequence[Expression], paths: Sequence[str], scope: Scope, converter: Converts
) -> list[Expression]:
    """Return one argument for each type variable: a tuple for a TypeVarTuple, and for a ParamSpec
    that is alone a list, whose brackets may be left out."""
    kinds = [_kind(path, scope, converter) for path in paths]
    dealt = list(arguments)
    if kinds == [_PARAM_SPEC] and not isinstance(dealt[0], griffe.ExprList) and dealt != ["..."]:
        use = converter.resolve(dealt[0], scope)
        is_list = use.path == "typing.Concatenate" or kind_of(use, converter) == _PARAM_SPEC
        return dealt if is_list else [griffe.ExprList(dealt)]  # type: ignore[arg-type]
    if _TYPE_VAR_TUPLE in kinds:
        place = kinds.index(_TYPE_VAR_TUPLE)
        end = len(dealt) - (len(paths) - place - 1)
        dealt[place:end] = [griffe.ExprTuple(dealt[place:end], implicit=True)]
    return dealt


def given(paths: Iterable[str], use: Use, scope: Scope, converter: Converts) -> dict[str, Type]:
    """Return the same as types."""
    return {
        path: converter.convert(each.expression, each.scope)
        if isinstance(each, Bound)
        else Scalar.ANY
        for path, each in bound(paths, use, scope, converter).items()
    }


def _kind(path: str, scope: Scope, converter: Converts) -> str:
    found = None if path.endswith("]") else converter.library.follow(path).object
    return kind_of(Use(path, None, path, scope, found), converter)


def _default(path: str, converter: Converts) -> Bound | None:
    parameter, owner = _parameter(path, converter), _owner(path, converter)
    if parameter is not None and owner is not None:
        return Bound(parameter.default, Scope(owner.module)) if parameter.default else None
    made = converter.library.follow(path).object
    if not isinstance(made, griffe.Attribute):
        return None
    default = _keywords(made.value).get("default")
    return Bound(default, Scope(made.module)) if default is not None else None


def _keywords(call: object) -> dict[str, Expression]:
    arguments = call.arguments if isinstance(call, griffe.ExprCall) else ()
    return {each.name: each.value for each in arguments if isinstance(each, _Keyword)}


def _arguments(use: Use, converter: Converts) -> Type | None:
    """`*args: P.args, **kwargs: P.kwargs` of a ParamSpec: whatever the function takes that they
    are for."""
    is_specification = _kind(use.path.rpartition(".")[0], use.scope, converter) == _PARAM_SPEC
    return Scalar.ANY if is_specification else None


_Keyword = griffe.ExprKeyword


def _owner(path: str, converter: Converts) -> griffe.Object | None:
    """Return the function or class that has a type parameter, `module.first[T]`."""
    if not path.endswith("]"):
        return None
    return converter.library.follow(path[: path.rindex("[")]).object


def _parameter(path: str, converter: Converts) -> griffe.TypeParameter | None:
    owner = _owner(path, converter)
    if not isinstance(owner, (griffe.Function, griffe.Class, griffe.TypeAlias)):
        return None
    name = path[path.rindex("[") + 1 : -1].lstrip("*")
    return next((each for each in owner.type_parameters if each.name == name), None)


def _any_str(use: Use, _converter: Converts) -> Type:
    """`AnyStr`: str or bytes, the same in the whole call."""
    if not use.scope.generic:
        return use.refused(KINDS[TYPE_VARIABLE])
    return Variable(use.path, "AnyStr", (Scalar.STR, Scalar.BYTES))


def names_in(expression: Expression) -> list[griffe.ExprName | griffe.ExprAttribute]:
    """Return the names in an annotation, in order."""
    if isinstance(expression, (griffe.ExprName, griffe.ExprAttribute)):
        return [expression]
    if not isinstance(expression, griffe.Expr):
        return []
    parts = [part for part in expression if part is not expression]
    return [name for part in parts for name in names_in(part)]


RULES: dict[str, Rule] = {"typing.AnyStr": _any_str}
