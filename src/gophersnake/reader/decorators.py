"""What decorators do to the signature of a function, as far as their text tells."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from enum import Enum

import griffe

from gophersnake.reader.annotations.spelling import canonical
from gophersnake.reader.annotations.use import Expression
from gophersnake.reader.library import Library
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
_CALLABLE = "collections.abc.Callable"


def effect(function: griffe.Function, library: Library) -> Effect:
    """Return what all decorators of a function do together: the worst of them."""
    effects = [_effect(decorator, library) for decorator in function.decorators]
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


def _effect(decorator: griffe.Decorator, library: Library) -> Effect:
    value = decorator.value
    called = isinstance(value, griffe.ExprCall)
    name = value.function if isinstance(value, griffe.ExprCall) else value
    path = name.canonical_path if isinstance(name, griffe.Expr) else str(name)
    shown = str(name)
    for known in (path, f"builtins.{path}"):
        if canonical(known) in _KEEP:
            return Effect(Does.KEEPS, shown)
        if known in _CHANGE:
            return Effect(_CHANGE[known], shown)
    target = library.follow(path)
    if target.path in _KEEP:
        return Effect(Does.KEEPS, shown)
    if target.path in _CHANGE:
        return Effect(_CHANGE[target.path], shown)
    if isinstance(target.object, griffe.Function):
        return replace(_by_definition(target.object, called=called), decorator=shown)
    return Effect(Does.UNKNOWN, shown)


def _by_definition(decorator: griffe.Function, *, called: bool) -> Effect:
    """Judge a decorator by its annotations, or by its use of functools.wraps."""
    given = next((each.annotation for each in decorator.parameters), None)
    made = decorator.returns
    if called:
        parts = _callable(made)
        if parts is not None:
            arguments, made = parts
            given = _only(arguments)
    if given is not None and made is not None:
        return _compared(given, made, decorator.module)
    if made is None and _wraps(decorator):
        return Effect(Does.KEEPS)
    return Effect(Does.UNKNOWN)


def _compared(given: Expression, made: Expression, module: griffe.Module) -> Effect:
    if str(given) == str(made):
        return Effect(Does.KEEPS)
    before, after = _callable(given), _callable(made)
    if after is None:
        return Effect(Does.UNKNOWN)
    passes = None if before is None else _passed(before[0], after[0])
    if before is None or passes is None:
        return Effect(Does.REPLACES)
    if passes == 0 and str(before[1]) == str(after[1]):
        return Effect(Does.KEEPS)
    return Effect(Does.REMAKES, remaking=Remaking(before[1], after[1], module, passes))


def _passed(given: Expression, made: Expression) -> int | None:
    """Return how many of the first arguments a decorator passes itself, which of
    `Callable[Concatenate[int, P], R]` makes `Callable[P, R]`; None where it does otherwise."""
    if str(given) == str(made):
        return 0
    if not isinstance(given, griffe.ExprSubscript) or not isinstance(given.slice, griffe.ExprTuple):
        return None
    first, rest = given.slice.elements[:-1], given.slice.elements[-1]
    is_rest = canonical(given.canonical_path) == "typing.Concatenate" and str(rest) == str(made)
    return len(first) if is_rest else None


def _callable(
    annotation: Expression | None,
) -> tuple[Expression, Expression] | None:
    """Return the two parts of `Callable[arguments, result]`."""
    if not isinstance(annotation, griffe.ExprSubscript):
        return None
    if canonical(annotation.canonical_path) != _CALLABLE:
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
