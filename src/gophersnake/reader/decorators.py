"""What decorators do to the signature of a function, as far as their text tells."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from enum import Enum

import griffe

from gophersnake.reader.annotations import Converter
from gophersnake.reader.annotations.spelling import canonical
from gophersnake.reader.annotations.use import Expression, Scope
from gophersnake.reader.parsing import node_of
from gophersnake.reader.remade import Remaking


class Does(Enum):
    KEEPS = "keeps the signature"
    MAKES_MANAGER = "makes a context manager of the generator"
    MAKES_ASYNC_MANAGER = "makes an asynchronous context manager of the generator"
    REMAKES = "makes another function of it, as its annotation says"
    REPLACES = "gives another signature"
    UNKNOWN = "may do anything"


@dataclass(frozen=True)
class Effect:
    does: Does
    decorator: str = ""
    remaking: Remaking | None = None
    """What it makes of the function; None where other decorators change it, too."""


_KEEP = frozenset(
    [
        "functools.lru_cache",
        "functools.cache",
        "functools.wraps",
        "functools.singledispatch",
        "functools.singledispatchmethod",
        "builtins.staticmethod",
        "builtins.classmethod",
        "abc.abstractmethod",
        "atexit.register",
        "warnings.deprecated",
        "typing.overload",
        "typing.final",
        "typing.override",
        "typing.deprecated",
        "typing.no_type_check",
        "typing.type_check_only",
        "typing.runtime_checkable",
        "numba.jit",
        "numba.njit",
        "numba.core.decorators.jit",
        "numba.core.decorators.njit",
        "jax.jit",
        "numpy.errstate",
        "torch.no_grad",
        "torch.inference_mode",
        "beartype.beartype",
        "typeguard.typechecked",
        "jaxtyping.jaxtyped",
        "pydantic.validate_call",
    ]
)
_CHANGE = {
    "contextlib.contextmanager": Does.MAKES_MANAGER,
    "contextlib.asynccontextmanager": Does.MAKES_ASYNC_MANAGER,
}
KNOWN = _KEEP | _CHANGE.keys()
"""The decorators of functions whose effect is known by their names."""
_CALLABLE = "collections.abc.Callable"


def effect(function: griffe.Function, converter: Converter) -> Effect:
    """Return what all decorators of a function do together: the worst of them."""
    effects = [_effect(each, function.module, converter) for each in function.decorators]
    changing = [each for each in effects if each.does is not Does.KEEPS]
    if len(changing) > 1:
        changing = [_beside_others(each) for each in changing]
    replacing = [each for each in changing if each.does is Does.REPLACES]
    worst = replacing or sorted(changing, key=lambda each: list(Does).index(each.does))[-1:]
    return worst[0] if worst else Effect(Does.KEEPS)


def _beside_others(each: Effect) -> Effect:
    """Return what is known of an effect if it is not that on the function as it is written."""
    if each.remaking is not None and each.remaking.passes:
        return Effect(Does.REPLACES, each.decorator)
    return replace(each, remaking=None)


def _effect(decorator: griffe.Decorator, module: griffe.Module, converter: Converter) -> Effect:
    value = decorator.value
    called = isinstance(value, griffe.ExprCall)
    name = value.function if isinstance(value, griffe.ExprCall) else value
    shown = str(name)
    if not isinstance(name, (griffe.ExprName, griffe.ExprAttribute)):
        return Effect(Does.UNKNOWN, shown)
    path = converter.path_of(name, module)
    target = converter.library.follow(path)
    for known in (path, target.path):
        if canonical(known) in _KEEP:
            return Effect(Does.KEEPS, shown)
        if known in _CHANGE:
            return Effect(_CHANGE[known], shown)
    if isinstance(target.object, griffe.Function):
        return replace(_by_definition(target.object, converter, called=called), decorator=shown)
    return Effect(Does.UNKNOWN, shown)


def _by_definition(decorator: griffe.Function, converter: Converter, *, called: bool) -> Effect:
    """Judge a decorator by its annotations, or by its use of functools.wraps."""
    given = next((each.annotation for each in decorator.parameters), None)
    made, scope = decorator.returns, Scope(decorator.module)
    if called:
        parts = _callable(made, scope, converter)
        if parts is not None:
            arguments, made = parts
            given = _only(arguments)
    if given is not None and made is not None:
        return _compared(given, made, scope, converter)
    if made is None and _wraps(decorator):
        return Effect(Does.KEEPS)
    return Effect(Does.UNKNOWN)


def _compared(given: Expression, made: Expression, scope: Scope, converter: Converter) -> Effect:
    if str(given) == str(made):
        return Effect(Does.KEEPS)
    before, after = (_callable(each, scope, converter) for each in (given, made))
    if after is None:
        return Effect(Does.UNKNOWN)
    passes = None if before is None else _passed(before[0], after[0], scope, converter)
    if before is None or passes is None:
        return Effect(Does.REPLACES)
    if passes == 0 and str(before[1]) == str(after[1]):
        return Effect(Does.KEEPS)
    return Effect(Does.REMAKES, remaking=Remaking(before[1], after[1], scope.module, passes))


def _passed(given: Expression, made: Expression, scope: Scope, converter: Converter) -> int | None:
    """Return how many of the first arguments a decorator passes itself, which of
    `Callable[Concatenate[int, P], R]` makes `Callable[P, R]`; None where it does otherwise."""
    if str(given) == str(made):
        return 0
    if not isinstance(given, griffe.ExprSubscript) or not isinstance(given.slice, griffe.ExprTuple):
        return None
    first, rest = given.slice.elements[:-1], given.slice.elements[-1]
    concatenates = converter.resolve(given, scope).path == "typing.Concatenate"
    is_rest = concatenates and str(rest) == str(made)
    return len(first) if is_rest else None


def _callable(
    annotation: Expression | None, scope: Scope, converter: Converter
) -> tuple[Expression, Expression] | None:
    """Return the two parts of `Callable[arguments, result]`."""
    if not isinstance(annotation, griffe.ExprSubscript):
        return None
    if converter.resolve(annotation, scope).path != _CALLABLE:
        return None
    inner = annotation.slice
    if not isinstance(inner, griffe.ExprTuple) or len(inner.elements) != 2:
        return None
    return inner.elements[0], inner.elements[1]


def _only(arguments: Expression) -> Expression | None:
    """Return the one type in the brackets of a `Callable`'s arguments."""
    if isinstance(arguments, griffe.ExprList) and len(arguments.elements) == 1:
        return arguments.elements[0]
    return None


def _wraps(decorator: griffe.Function) -> bool:
    node = node_of(decorator)
    inner = ast.walk(node) if node is not None else ()
    return any(
        ast.unparse(each).partition("(")[0].rpartition(".")[2] in {"wraps", "update_wrapper"}
        for part in inner
        for each in _calls(part)
    )


def _calls(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return node.decorator_list
    return [node.func] if isinstance(node, ast.Call) else []
