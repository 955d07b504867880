"""Functions, iterators and context managers in Go."""

from __future__ import annotations

import pytest

from gophersnake.model import (
    AwaitableOf,
    CallableOf,
    CallableParameter,
    IterationKind,
    IterationOf,
    ManagerOf,
    OptionalOf,
    ParameterKind,
    Scalar,
    Type,
)
from gophersnake.writer.types import PLAIN
from gophersnake.writer.types.spelling import spelled
from tests.writer.models import FLOATS
from tests.writer.test_types import expression

INT, STR, NONE, ANY = Scalar.INT, Scalar.STR, Scalar.NONE, Scalar.ANY
TWO = CallableOf((CallableParameter(INT), CallableParameter(FLOATS)), STR)
NOTHING = CallableOf((), NONE)


@pytest.mark.parametrize(
    ("type", "go", "codec", "assignable"),
    [
        (
            TWO,
            "python.Func2[int, []float64, string]",
            "bind.Func2(bind.Str, bind.Int, bind.List(bind.Float))",
            "func(context.Context, int, []float64) (string, error)",
        ),
        (NOTHING, "python.Proc0", "bind.Proc0()", "func(context.Context) error"),
        (
            CallableOf(None, ANY),
            "python.FuncVar[any]",
            "bind.FuncVar(bind.Any)",
            "func(ctx context.Context, args []any, kwargs map[string]any) (any, error)",
        ),
        (
            CallableOf(None, NONE),
            "python.ProcVar",
            "bind.ProcVar",
            "func(ctx context.Context, args []any, kwargs map[string]any) error",
        ),
        (
            OptionalOf(NOTHING),
            "python.Proc0",
            "bind.OptionalFunc(bind.Proc0())",
            "func(context.Context) error",
        ),
    ],
)
def test_callables(type: Type, go: str, codec: str, assignable: str) -> None:
    for mapper in (PLAIN.parameters, PLAIN.results, PLAIN.fields):
        mapped = mapper.value(type)
        assert (mapped.go, expression(mapped.codec), mapped.assignable) == (go, codec, assignable)


def test_parameters_of_a_protocol_keep_their_names() -> None:
    mapped = PLAIN.parameters.value(
        CallableOf(
            (
                CallableParameter(INT, "a", ParameterKind.POSITIONAL_OR_KEYWORD),
                CallableParameter(STR, "b", ParameterKind.KEYWORD_ONLY, has_default=True),
            ),
            NONE,
        )
    )
    assert mapped.go == "python.Proc2[int, python.Opt[string]]"
    assert mapped.codec.literals == (
        'bind.Param("a", {0})',
        'bind.KeywordOnly("b", {1}).Default()',
    )


def test_async_callables_are_the_same_functions() -> None:
    mapped = PLAIN.parameters.value(CallableOf(None, INT, is_async=True))
    assert mapped.go == "python.FuncVar[int]"
    assert (mapped.codec.maker, mapped.codec.parts[0].maker) == ("bind.Async", "bind.FuncVar")


def iteration(kind: IterationKind, *types: Type | None) -> IterationOf:
    return IterationOf(kind, INT, *types)


@pytest.mark.parametrize(
    ("type", "taken", "given"),
    [
        (iteration(IterationKind.ITERATOR), "iter.Seq[int]", "iter.Seq2[int, error]"),
        (iteration(IterationKind.ITERABLE), "iter.Seq[int]", "iter.Seq2[int, error]"),
        (iteration(IterationKind.GENERATOR), "iter.Seq[int]", "iter.Seq2[int, error]"),
        (
            iteration(IterationKind.GENERATOR, STR, None),
            "*python.Generator[int, string, struct{}]",
            "*python.Generator[int, string, struct{}]",
        ),
        (iteration(IterationKind.ASYNC_ITERATOR), "iter.Seq[int]", "iter.Seq2[int, error]"),
        (iteration(IterationKind.ASYNC_ITERABLE), "iter.Seq[int]", "iter.Seq2[int, error]"),
        (
            iteration(IterationKind.ASYNC_GENERATOR, STR, None),
            "*python.Generator[int, string, struct{}]",
            "*python.Generator[int, string, struct{}]",
        ),
        (AwaitableOf(INT), "python.Func0[int]", "python.Func0[int]"),
        (ManagerOf(STR), "*python.ContextManager[string]", "*python.ContextManager[string]"),
        (
            ManagerOf(STR, is_async=True),
            "*python.ContextManager[string]",
            "*python.ContextManager[string]",
        ),
    ],
)
def test_iteration(type: Type, taken: str, given: str) -> None:
    assert PLAIN.parameters.value(type).go == taken
    assert PLAIN.results.value(type).go == given
    assert PLAIN.fields.value(type).go == given


@pytest.mark.parametrize(
    ("type", "text"),
    [
        (TWO, "Callable[[int, list[float]], str]"),
        (CallableOf(None, NONE), "Callable[..., None]"),
        (iteration(IterationKind.ITERABLE), "Iterable[int]"),
        (iteration(IterationKind.GENERATOR, STR, None), "Generator[int, str, None]"),
        (iteration(IterationKind.ASYNC_ITERABLE), "AsyncIterable[int]"),
        (AwaitableOf(STR), "Awaitable[str]"),
        (iteration(IterationKind.ASYNC_GENERATOR, STR, None), "AsyncGenerator[int, str]"),
        (ManagerOf(STR), "AbstractContextManager[str]"),
        (ManagerOf(STR, is_async=True), "AbstractAsyncContextManager[str]"),
    ],
)
def test_spelling(type: Type, text: str) -> None:
    assert spelled(type) == text
