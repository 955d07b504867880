"""Functions, iterators and context managers as types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gophersnake.model import (
    AwaitableOf,
    CallableOf,
    CallableParameter,
    IterationKind,
    IterationOf,
    ManagerOf,
    ObjectOf,
    OptionalOf,
    ParameterKind,
    Scalar,
    SequenceKind,
    SequenceOf,
    Type,
    Variable,
)

if TYPE_CHECKING:
    from tests.reader.conftest import Project

INT, STR, ANY, NONE = Scalar.INT, Scalar.STR, Scalar.ANY, Scalar.NONE
PRELUDE = """
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Coroutine
from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager
from typing import Concatenate, ParamSpec, Protocol
from typing_extensions import TypeVarTuple, Unpack
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
"""


def function(*types: Type, to: Type) -> CallableOf:
    return CallableOf(tuple(map(CallableParameter, types)), to)


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("Callable[[int, str], bool]", function(INT, STR, to=Scalar.BOOL)),
        ("typing.Callable[[], None]", function(to=NONE)),
        ("Callable[..., int]", CallableOf(None, INT)),
        ("Callable", CallableOf(None, ANY)),
        ("Callable[P, int]", CallableOf(None, INT)),
        ("Callable[Concatenate[int, P], int]", CallableOf(None, INT)),
        ("Callable[[int, Unpack[Ts]], int]", CallableOf(None, INT)),
        ("Callable[[Callable[[int], str]], int]", function(function(INT, to=STR), to=INT)),
        ("Callable[[int], str] | None", OptionalOf(function(INT, to=STR))),
        (
            "list[Callable[[], int]]",
            SequenceOf(SequenceKind.LIST, function(to=INT)),
        ),
        (
            "Callable[[int], Awaitable[str]]",
            CallableOf((CallableParameter(INT),), STR, is_async=True),
        ),
        ("Callable[..., Coroutine[Any, Any, int]]", CallableOf(None, INT, is_async=True)),
    ],
)
def test_callables(project: Project, annotation: str, wanted: Type) -> None:
    assert project.type_of(annotation, PRELUDE) == wanted


def test_a_callable_of_too_many_parameters_takes_any(project: Project) -> None:
    found = project.type_of(f"Callable[[{', '.join(['int'] * 9)}], int]", PRELUDE)
    assert found == CallableOf(None, INT)


def test_a_protocol_with_call_is_a_callable(project: Project) -> None:
    found = project.type_of(
        "Compare",
        PRELUDE
        + """
class Compare(Protocol):
    def __call__(self, a: int, /, b: str = "", *, key: list[int] | None = None) -> bool: ...
""",
    )
    assert found == CallableOf(
        (
            CallableParameter(INT, "a", ParameterKind.POSITIONAL_ONLY),
            CallableParameter(STR, "b", ParameterKind.POSITIONAL_OR_KEYWORD, has_default=True),
            CallableParameter(
                OptionalOf(SequenceOf(SequenceKind.LIST, INT)),
                "key",
                ParameterKind.KEYWORD_ONLY,
                has_default=True,
            ),
        ),
        Scalar.BOOL,
    )


@pytest.mark.parametrize(
    ("call", "wanted"),
    [
        ("def __call__(self, *args: Any, **kwargs: Any) -> int: ...", CallableOf(None, INT)),
        ("def __call__(self, a: int, *rest: int) -> int: ...", CallableOf(None, INT)),
        ("def __call__(self, *, a: int, **rest: int) -> int: ...", CallableOf(None, INT)),
        ("async def __call__(self, **more: int) -> int: ...", CallableOf(None, INT, is_async=True)),
        (
            f"def __call__(self, {', '.join(f'p{i}: int' for i in range(9))}) -> int: ...",
            CallableOf(None, INT),
        ),
        ("async def __call__(self) -> int: ...", CallableOf((), INT, is_async=True)),
        ("def __call__(self): ...", CallableOf((), ANY)),
    ],
)
def test_other_protocols_with_call(project: Project, call: str, wanted: Type) -> None:
    prelude = f"{PRELUDE}\nclass Does(Protocol):\n    {call}\n"
    assert project.type_of("Does", prelude) == wanted


def test_a_protocol_with_an_attribute_too_is_an_object(project: Project) -> None:
    body = "name: str\n    def __call__(self) -> int: ..."
    prelude = f"{PRELUDE}\nclass Does(Protocol):\n    {body}\n"
    reason = "a Go function has no attribute name, as this Protocol wants"
    assert project.type_of("Does", prelude) == ObjectOf("Does", reason)


def test_a_protocol_with_call_is_not_skipped(project: Project) -> None:
    module = project.module(
        f"{PRELUDE}\nclass Does(Protocol):\n    def __call__(self) -> int: ...\n"
    )
    assert [each.name for each in module.skipped] == []


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("Iterator[int]", IterationOf(IterationKind.ITERATOR, INT)),
        ("Iterable[int]", IterationOf(IterationKind.ITERABLE, INT)),
        ("collections.abc.Reversible[str]", IterationOf(IterationKind.ITERABLE, STR)),
        ("Iterator", IterationOf(IterationKind.ITERATOR, ANY)),
        ("AsyncIterator[int]", IterationOf(IterationKind.ASYNC_ITERATOR, INT)),
        ("AsyncIterable[int]", IterationOf(IterationKind.ASYNC_ITERABLE, INT)),
        ("AsyncGenerator[int, None]", IterationOf(IterationKind.ASYNC_ITERATOR, INT)),
        ("AsyncGenerator[int, Any]", IterationOf(IterationKind.ASYNC_ITERATOR, INT)),
        ("AsyncGenerator[int, str]", IterationOf(IterationKind.ASYNC_GENERATOR, INT, STR)),
        ("Awaitable[int]", AwaitableOf(INT)),
        ("Coroutine[Any, Any, int]", AwaitableOf(INT)),
        ("Generator[int]", IterationOf(IterationKind.GENERATOR, INT)),
        ("Generator[int, None, None]", IterationOf(IterationKind.GENERATOR, INT)),
        ("Generator[int, Any, None]", IterationOf(IterationKind.GENERATOR, INT)),
        ("Generator[int, str, None]", IterationOf(IterationKind.GENERATOR, INT, STR)),
        ("Generator[int, None, str]", IterationOf(IterationKind.GENERATOR, INT, None, STR)),
        ("AbstractContextManager[int]", ManagerOf(INT)),
        ("AbstractContextManager[int, bool]", ManagerOf(INT)),
        ("typing.ContextManager[str]", ManagerOf(STR)),
        ("typing.AsyncContextManager[str]", ManagerOf(STR, is_async=True)),
    ],
)
def test_iteration(project: Project, annotation: str, wanted: Type) -> None:
    assert project.type_of(annotation, PRELUDE) == wanted


@pytest.mark.parametrize(
    "annotation", ["Iterator[int, str]", "Generator[int, str, int, str]", "Callable[int]"]
)
def test_wrong_numbers_of_types_are_objects(project: Project, annotation: str) -> None:
    assert isinstance(project.type_of(annotation, PRELUDE), ObjectOf)


def test_a_protocol_that_is_called_with_itself(project: Project) -> None:
    prelude = """
    class Step(typing.Protocol):
        def __call__(self, step: "Step", other: "Step") -> int: ...
    """
    itself = ObjectOf("Step", "m.Step is defined by itself")
    found = project.type_of("Step", prelude)
    assert isinstance(found, CallableOf)
    assert found.parameters is not None
    assert [each.type for each in found.parameters] == [itself, itself]


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("Maps[int, str]", function(INT, to=STR)),
        ("Maps[list[int], Maps[int, str]]", None),
        ("Maps", function(ANY, to=ANY)),
        ("Runs[[int], str]", CallableOf(None, STR)),
        ("Counts", function(ANY, to=INT)),
        ("Counts[int, str]", function(INT, to=STR)),
    ],
)
def test_a_generic_protocol_with_call(
    project: Project, annotation: str, wanted: CallableOf | None
) -> None:
    prelude = f"""{PRELUDE}
import typing_extensions
A = typing.TypeVar("A", contravariant=True)
R = typing.TypeVar("R", covariant=True)

class Maps(Protocol[A, R]):
    def __call__(self, value: A, /) -> R: ...

D = typing_extensions.TypeVar("D", default=int)

class Counts(Protocol[A, D]):
    def __call__(self, value: A, /) -> D: ...

class Runs(Protocol[P, R]):
    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R: ...
"""
    found = project.type_of(annotation, prelude)
    if wanted is None:
        wanted = function(SequenceOf(SequenceKind.LIST, INT), to=function(INT, to=STR))
    assert _nameless(found) == wanted


def test_a_generic_protocol_with_call_of_a_function_s_own_type(project: Project) -> None:
    read = project.function(
        """
        from typing import Protocol, TypeVar
        A = TypeVar("A", contravariant=True)
        T = TypeVar("T")

        class Maps(Protocol[A]):
            def __call__(self, value: A) -> int: ...

        def key(values: list[T], by: Maps[T]) -> T: ...
        """
    )
    by = read.parameters[1].type
    assert isinstance(by, CallableOf)
    assert by.parameters is not None
    assert by.parameters[0].type == read.result
    assert isinstance(read.result, Variable)


def _nameless(type_: Type) -> Type:
    """Return a callable as `Callable` writes it: parameters of a Protocol have names."""
    if not isinstance(type_, CallableOf) or type_.parameters is None:
        return type_
    types = [_nameless(each.type) for each in type_.parameters]
    return function(*types, to=_nameless(type_.result))
