"""What decorators do to the signature of a function, as far as their text tells."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from enum import Enum

import griffe

from gophersnake.reader.annotations.spelling import canonical
from gophersnake.reader.library import Library
from gophersnake.reader.parsing import node_of


class Does(Enum):
    KEEPS = "keeps the signature"
    MAKES_MANAGER = "makes a context manager of the generator"
    MAKES_ASYNC_MANAGER = "makes an asynchronous context manager of the generator"
    CHANGES_RESULT = "changes the result"
    REPLACES = "gives another signature"
    UNKNOWN = "may do anything"


@dataclass(frozen=True)
class Effect:
    does: Does
    decorator: str = ""


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
    worst = Effect(Does.KEEPS)
    for decorator in function.decorators:
        found = _effect(decorator, library)
        if list(Does).index(found.does) > list(Does).index(worst.does):
            worst = found
        if found.does is Does.REPLACES:
            return found
    return worst


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
        return Effect(_compared(given, made))
    if made is None and _wraps(decorator):
        return Effect(Does.KEEPS)
    return Effect(Does.UNKNOWN)


def _compared(given: griffe.Expr | str, made: griffe.Expr | str) -> Does:
    if str(given) == str(made):
        return Does.KEEPS
    before, after = _callable(given), _callable(made)
    if after is None:
        return Does.UNKNOWN
    if before is None or str(before[0]) != str(after[0]):
        return Does.REPLACES
    return Does.KEEPS if str(before[1]) == str(after[1]) else Does.CHANGES_RESULT


def _callable(
    annotation: griffe.Expr | str | None,
) -> tuple[griffe.Expr | str, griffe.Expr | str] | None:
    """Return the two parts of `Callable[arguments, result]`."""
    if not isinstance(annotation, griffe.ExprSubscript):
        return None
    if canonical(annotation.canonical_path) != _CALLABLE:
        return None
    inner = annotation.slice
    if not isinstance(inner, griffe.ExprTuple) or len(inner.elements) != 2:
        return None
    return inner.elements[0], inner.elements[1]


def _only(arguments: griffe.Expr | str) -> griffe.Expr | str | None:
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
