"""Decorated functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gophersnake.model import Location, ManagerOf, ObjectOf, Scalar, Skipped

if TYPE_CHECKING:
    from tests.reader.conftest import Project

PRELUDE = """
import abc, contextlib, functools, typing, warnings, nowhere
from contextlib import contextmanager
from functools import lru_cache as remember
from typing import Callable, Concatenate, Iterator, ParamSpec, TypeVar
import typing_extensions
P = ParamSpec("P")
R = TypeVar("R")
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


@pytest.mark.parametrize("decorator", ["timed"])
def test_decorators_that_change_the_result(project: Project, decorator: str) -> None:
    function = project.function(f"{PRELUDE}\n@{decorator}\ndef f(x: int) -> Iterator[int]: ...")
    assert function.parameters[0].type is Scalar.INT
    reason = f"the decorator @{decorator} makes another result of it"
    assert function.result == ObjectOf("Iterator[int]", reason)


@pytest.mark.parametrize(
    ("returns", "item"),
    [
        ("AsyncIterator[int]", Scalar.INT),
        ("AsyncGenerator[int, None]", Scalar.INT),
        ("AsyncGenerator[int, str]", Scalar.INT),
        ("Any", Scalar.ANY),
    ],
)
def test_an_async_context_manager_is_no_coroutine_function(
    project: Project, returns: str, item: Scalar
) -> None:
    prelude = f"{PRELUDE}\nfrom collections.abc import *\nfrom typing import Any\n"
    decorated = f"@contextlib.asynccontextmanager\nasync def f() -> {returns}:\n    yield 1"
    function = project.function(prelude + decorated)
    assert function.result == ManagerOf(item, is_async=True)
    assert not function.is_async
    assert not function.is_stream


def test_decorators_that_give_another_signature(project: Project) -> None:
    module = project.module(f"{PRELUDE}\n@first\ndef f(x: int) -> str: ...\n")
    assert "f" not in [each.name for each in module.functions]
    assert module.skipped == (
        Skipped("f", Location("m.py", 24), "its decorator @first gives it another signature"),
    )


@pytest.mark.parametrize("decorator", ["unclear", "nowhere.thing", "unclear(1)", "table['x']"])
def test_unknown_decorators_are_noted(project: Project, decorator: str) -> None:
    function = project.function(f"{PRELUDE}\n@{decorator}\ndef f(x: int) -> str: ...")
    assert function.result is Scalar.STR
    (note,) = function.notes
    assert note.endswith("may change the signature; it is taken as it is written")
