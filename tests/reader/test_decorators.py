"""Decorated functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gophersnake.model import (
    AwaitableOf,
    Class,
    ManagerOf,
    ObjectOf,
    Scalar,
    SequenceKind,
    SequenceOf,
    TupleOf,
    Type,
)

if TYPE_CHECKING:
    from tests.reader.conftest import Project

PRELUDE = """
import abc, contextlib, functools, typing, warnings, nowhere
from contextlib import contextmanager
from functools import lru_cache as remember
from typing import Awaitable, Callable, Concatenate, Coroutine, Iterator, ParamSpec, TypeVar
import typing_extensions
P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., object])

def wrapping(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)
    return inner
def typed(function: Callable[P, R]) -> Callable[P, R]: ...
def same(function: F) -> F: ...
def factory(times: int) -> Callable[[Callable[P, R]], Callable[P, R]]: ...
def timed(function: Callable[P, R]) -> Callable[P, tuple[float, R]]: ...
def first(function: Callable[Concatenate[int, P], R]) -> Callable[P, R]: ...
def unclear(function): ...
def added(function: Callable[P, R]) -> Callable[Concatenate[int, P], R]: ...
def listed(function: Callable[P, Iterator[T]]) -> Callable[P, list[T]]: ...
def shown(function: Callable[..., object]) -> Callable[..., str]: ...
def shown_later(times: int) -> Callable[[Callable[..., object]], Callable[..., str]]: ...
def later(function: Callable[P, R]) -> Callable[P, Awaitable[R]]: ...
def blocking(function: Callable[P, Coroutine[object, object, R]]) -> Callable[P, R]: ...
def parsed(function: Callable[P, str]) -> Callable[P, T]: ...
"""


@pytest.mark.parametrize(
    "decorator",
    [
        "functools.cache",
        "functools.lru_cache",
        "functools.lru_cache(maxsize=None)",
        "remember(maxsize=5)",
        "staticmethod",
        "typing.final",
        "typing_extensions.deprecated('no')",
        "warnings.deprecated('no')",
        "wrapping",
        "typed",
        "same",
        "factory(3)",
    ],
)
def test_decorators_that_keep_the_signature(project: Project, decorator: str) -> None:
    function = project.function(f"{PRELUDE}\n@{decorator}\ndef f(x: int) -> str: ...")
    assert function.parameters[0].type is Scalar.INT
    assert function.result is Scalar.STR
    assert function.notes == ()


@pytest.mark.parametrize("decorator", ["contextmanager", "contextlib.contextmanager"])
@pytest.mark.parametrize(
    ("returns", "item"),
    [("Iterator[int]", Scalar.INT), ("Any", Scalar.ANY)],
)
def test_decorators_that_make_a_context_manager(
    project: Project, decorator: str, returns: str, item: Scalar
) -> None:
    prelude = f"{PRELUDE}\nfrom typing import Any\n"
    function = project.function(f"{prelude}@{decorator}\ndef f(x: int) -> {returns}: ...")
    assert function.parameters[0].type is Scalar.INT
    assert function.result == ManagerOf(item)


@pytest.mark.parametrize(
    ("decorator", "written", "wanted"),
    [
        ("timed", "def f(x: int) -> str: ...", TupleOf((Scalar.FLOAT, Scalar.STR))),
        (
            "timed",
            "async def f(x: int) -> str: ...",
            TupleOf((Scalar.FLOAT, AwaitableOf(Scalar.STR))),
        ),
        (
            "listed",
            "def f(x: int) -> Iterator[int]: ...",
            SequenceOf(SequenceKind.LIST, Scalar.INT),
        ),
        ("shown", "def f(x: int) -> object: ...", Scalar.STR),
        ("blocking", "async def f(x: int) -> str: ...", Scalar.STR),
        ("shown_later(3)", "def f(x: int) -> object: ...", Scalar.STR),
    ],
)
def test_decorators_that_make_another_result(
    project: Project, decorator: str, written: str, wanted: Type
) -> None:
    function = project.function(f"{PRELUDE}\n@{decorator}\n{written}")
    assert function.parameters[0].type is Scalar.INT
    assert function.result == wanted
    assert not function.is_async


def test_a_decorator_that_makes_a_function_asynchronous(project: Project) -> None:
    function = project.function(f"{PRELUDE}\n@later\ndef f(x: int) -> str: ...")
    assert (function.result, function.is_async) == (Scalar.STR, True)


@pytest.mark.parametrize(
    ("decorators", "returns"),
    [
        ("@listed", "list[int]"),
        ("@shown\n@timed", "str"),
        ("@parsed", "str"),
    ],
)
def test_a_result_that_cannot_be_told_is_an_object(
    project: Project, decorators: str, returns: str
) -> None:
    function = project.function(f"{PRELUDE}\n{decorators}\ndef f(x: int) -> {returns}: ...")
    assert function.parameters[0].type is Scalar.INT
    assert isinstance(function.result, ObjectOf)
    assert function.result.reason.endswith("makes another result of it")


@pytest.mark.parametrize("is_async", [False, True])
def test_what_a_decorator_passes_is_no_parameter(project: Project, is_async: bool) -> None:
    written = f"{'async ' * is_async}def f(a: int, b: str, *, c: int = 0) -> str: ..."
    function = project.function(f"{PRELUDE}\n@first\n{written}")
    assert [each.name for each in function.parameters] == ["b", "c"]
    assert (function.result, function.is_async) == (Scalar.STR, is_async)
    assert function.signature == ""


@pytest.mark.parametrize(
    ("decorators", "written"),
    [
        ("@first", "def f(*, x: int) -> str: ..."),
        ("@first", "def f() -> str: ..."),
        ("@added", "def f(x: int) -> str: ..."),
        ("@first\n@timed", "def f(x: int) -> str: ..."),
    ],
)
def test_decorators_that_give_another_signature(
    project: Project, decorators: str, written: str
) -> None:
    module = project.module(f"{PRELUDE}\n{decorators}\n{written}\n")
    assert "f" not in [each.name for each in module.functions]
    (skipped,) = module.skipped
    name = decorators.partition("\n")[0]
    assert (skipped.name, skipped.reason) == (
        "f",
        f"its decorator {name} gives it another signature",
    )


def test_a_decorator_that_passes_the_instance(project: Project) -> None:
    module = project.module(f"{PRELUDE}\nclass A:\n    @first\n    def f(self) -> str: ...\n")
    (cls,) = module.declarations
    assert isinstance(cls, Class)
    assert cls.members == ()


@pytest.mark.parametrize("decorator", ["unclear", "nowhere.thing", "unclear(1)", "table['x']"])
def test_unknown_decorators_are_noted(project: Project, decorator: str) -> None:
    function = project.function(f"{PRELUDE}\n@{decorator}\ndef f(x: int) -> str: ...")
    assert function.result is Scalar.STR
    (note,) = function.notes
    assert note.endswith("may change the signature; it is taken as it is written")


def test_decorators_are_known_through_star_imports(project: Project) -> None:
    module = project.module(
        """
        from contextlib import *
        from functools import *
        from typing import *
        P = ParamSpec("P")
        R = TypeVar("R")
        def listed(function: Callable[P, R]) -> Callable[P, list[R]]: ...
        @lru_cache
        def a() -> int: ...
        @contextmanager
        def b() -> Iterator[int]: ...
        @listed
        def c(x: str) -> int: ...
        d = partial(a)
        """
    )
    results = {each.name: each.result for each in module.functions}
    assert results["a"] == results["d"] == Scalar.INT
    assert results["b"] == ManagerOf(Scalar.INT)
    assert results["c"] == SequenceOf(SequenceKind.LIST, Scalar.INT)
