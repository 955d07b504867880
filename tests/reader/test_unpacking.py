"""Types that stand for several (PEP 646), for parameters (PEP 612), and defaults (PEP 696)."""

from __future__ import annotations

import sys

import pytest

from gophersnake.model import (
    CallableOf,
    CallableParameter,
    MappingKind,
    MappingOf,
    ObjectOf,
    Scalar,
    SequenceKind,
    SequenceOf,
    TupleOf,
    Type,
)
from tests.reader.conftest import Project

INT, STR, FLOAT, ANY, NONE = Scalar.INT, Scalar.STR, Scalar.FLOAT, Scalar.ANY, Scalar.NONE
NEEDS_312 = pytest.mark.skipif(sys.version_info < (3, 12), reason="the syntax is of Python 3.12")
NEEDS_313 = pytest.mark.skipif(sys.version_info < (3, 13), reason="the syntax is of Python 3.13")
PRELUDE = """
from typing import Concatenate, Generic
from typing_extensions import ParamSpec, TypeAliasType, TypeVar, TypeVarTuple, Unpack
A = TypeVar("A")
B = TypeVar("B", default=float)
C = TypeVar("C", default=A)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
Fn = Callable[P, A]
Action = Callable[P, None]
With = Callable[Concatenate[int, P], str]
Shape = tuple[Unpack[Ts]]
Ends = tuple[A, Unpack[Ts], int]
Each = Callable[[int, Unpack[Ts]], None]
Table = dict[str, B]
Pair = TypeAliasType("Pair", tuple[A, C], type_params=(A, C))
"""


def function(*types: Type, to: Type = NONE) -> CallableOf:
    return CallableOf(tuple(map(CallableParameter, types)), to)


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("Fn[[int, str], float]", function(INT, STR, to=FLOAT)),
        ("Fn[[], float]", function(to=FLOAT)),
        ("Fn[..., float]", CallableOf(None, FLOAT)),
        ("Fn", CallableOf(None, ANY)),
        ("Action[int, str]", function(INT, STR)),
        ("Action[[int]]", function(INT)),
        ("Action[int]", function(INT)),
        ("Action[...]", CallableOf(None, NONE)),
        ("Action[P]", CallableOf(None, NONE)),
        ("With[[float]]", function(INT, FLOAT, to=STR)),
        ("With[...]", CallableOf(None, STR)),
        ("Action[Concatenate[str, P]]", CallableOf(None, NONE)),
        ("Callable[[Unpack[tuple[int, str]]], None]", function(INT, STR)),
        ("Callable[[int, Unpack[tuple[str, ...]]], None]", CallableOf(None, NONE)),
        ("Each[str, float]", function(INT, STR, FLOAT)),
        ("Each", CallableOf(None, NONE)),
    ],
)
def test_arguments_of_a_callable_may_be_given_to_an_alias(
    project: Project, annotation: str, wanted: Type
) -> None:
    assert project.type_of(annotation, PRELUDE) == wanted


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("tuple[int, Unpack[tuple[str, float]]]", TupleOf((INT, STR, FLOAT))),
        ("tuple[Unpack[tuple[int, ...]]]", SequenceOf(SequenceKind.TUPLE, INT)),
        ("tuple[Unpack[tuple[()]]]", TupleOf(())),
        ("Shape[int, str]", TupleOf((INT, STR))),
        ("Ends[float, str]", TupleOf((FLOAT, STR, INT))),
        ("Ends[float]", TupleOf((FLOAT, INT))),
    ],
)
def test_unpacked_items_are_those_of_the_tuple(
    project: Project, annotation: str, wanted: Type
) -> None:
    assert project.type_of(annotation, PRELUDE) == wanted


@pytest.mark.parametrize("annotation", ["Shape", "Ends[float, Unpack[tuple[int, ...]]]"])
def test_any_number_of_items_is_an_object(project: Project, annotation: str) -> None:
    assert isinstance(project.type_of(annotation, PRELUDE), ObjectOf)


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("Table", MappingOf(MappingKind.DICT, STR, FLOAT)),
        ("Table[int]", MappingOf(MappingKind.DICT, STR, INT)),
        ("Pair[int]", TupleOf((INT, INT))),
        ("Pair[int, str]", TupleOf((INT, STR))),
        ("Pair", TupleOf((ANY, ANY))),
    ],
)
def test_variable_of_an_alias_may_have_a_default(
    project: Project, annotation: str, wanted: Type
) -> None:
    assert project.type_of(annotation, PRELUDE) == wanted


@NEEDS_312
def test_parameters_of_an_alias_by_their_newer_syntax(project: Project) -> None:
    prelude = """
type Fn[**P, R] = Callable[P, R]
type Shape[*Ts] = tuple[*Ts, int]
"""
    assert project.type_of("Fn[[int], str]", prelude) == function(INT, to=STR)
    assert project.type_of("Shape[float, str]", prelude) == TupleOf((FLOAT, STR, INT))


@NEEDS_313
def test_default_of_a_type_parameter(project: Project) -> None:
    prelude = "type Vec[T = float] = list[T]"
    assert project.type_of("Vec", prelude) == SequenceOf(SequenceKind.LIST, FLOAT)


@NEEDS_312
def test_arguments_that_are_passed_on_are_anything(project: Project) -> None:
    text = """
from collections.abc import Callable
def f[**P, R](g: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R: ...
"""
    assert [each.type for each in project.function(text).parameters[1:]] == [ANY, ANY]
