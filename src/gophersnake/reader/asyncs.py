"""Whether what a function returns is awaited, or iterated over asynchronously."""

from __future__ import annotations

import ast
from enum import Enum

import griffe

from gophersnake.model import Scalar, Type
from gophersnake.reader.annotations import Converter
from gophersnake.reader.annotations.iteration import NOTHING
from gophersnake.reader.annotations.use import Scope, Use

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


class Manner(Enum):
    """How a function's result reaches who calls it."""

    RETURNED = "returned"
    AWAITED = "awaited"
    STREAMED = "streamed"


# By path, which of the arguments is the type of what comes in the end.
_AWAITABLES = {
    "collections.abc.Awaitable": 0,
    "collections.abc.Coroutine": 2,
    **{f"asyncio{module}.Future": 0 for module in ("", ".futures")},
    **{f"asyncio{module}.Task": 0 for module in ("", ".tasks")},
    **{f"_asyncio.{name}": 0 for name in ("Future", "Task")},
}
_STREAMS = {
    f"collections.abc.{name}": 0 for name in ("AsyncIterator", "AsyncIterable", "AsyncGenerator")
}


def manner(node: FunctionNode) -> Manner:
    """Return what the `def` alone says: `async def` with `yield` is a generator (PEP 525)."""
    if not isinstance(node, ast.AsyncFunctionDef):
        return Manner.RETURNED
    return Manner.STREAMED if any(map(_yields, node.body)) else Manner.AWAITED


def outcome(
    function: griffe.Function, node: FunctionNode, converter: Converter, scope: Scope
) -> tuple[Manner, Type | None]:
    """Return the manner, and the type of what comes in the end, item by item if it is streamed;
    None where that is the type of the annotation."""
    said = manner(node)
    if function.returns is None:
        return said, Scalar.ANY if said is Manner.STREAMED else None
    use = converter.resolve(function.returns, scope)
    if said is not Manner.AWAITED and use.path in _AWAITABLES:
        return Manner.AWAITED, _argument(use, _AWAITABLES[use.path], converter)
    if _is_sent(use, converter):
        return (said if said is Manner.AWAITED else Manner.RETURNED), None
    if use.path in _STREAMS:
        return Manner.STREAMED, _argument(use, _STREAMS[use.path], converter)
    return said, Scalar.ANY if said is Manner.STREAMED else None


def _is_sent(use: Use, converter: Converter) -> bool:
    """Whether this is an asynchronous generator that is sent values: no stream of them alone."""
    arguments = use.arguments or ()
    if use.path != "collections.abc.AsyncGenerator" or len(arguments) < 2:
        return False
    return converter.convert(arguments[1], use.scope) not in NOTHING


def _argument(use: Use, index: int, converter: Converter) -> Type:
    arguments = use.arguments or ()
    if index >= len(arguments):
        return Scalar.ANY
    return converter.convert(arguments[index], use.scope)


def _yields(node: ast.AST) -> bool:
    if isinstance(node, (ast.Yield, ast.YieldFrom)):
        return True
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
        return False
    return any(map(_yields, ast.iter_child_nodes(node)))
