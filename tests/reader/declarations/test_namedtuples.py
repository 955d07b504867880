"""Named tuples, in every form."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from gophersnake.model import Field, Named, OptionalOf, Record, RecordKind, Scalar, Sized

if TYPE_CHECKING:
    from tests.reader.conftest import Project

INT, STR, ANY = Scalar.INT, Scalar.STR, Scalar.ANY
PRELUDE = """\
import collections
import typing
from collections import namedtuple
from typing import NamedTuple, Optional

"""


def record(project: Project, text: str) -> Record:
    found = project.module(PRELUDE + dedent(text)).declarations[-1]
    assert isinstance(found, Record)
    return found


def test_class(project: Project) -> None:
    found = record(project, "class P(NamedTuple):\n    x: int\n    y: 'str' = 'a'\n")
    assert found.kind is RecordKind.NAMED_TUPLE
    assert found.fields == (Field("x", INT), Field("y", STR, default="'a'"))
    assert found.hashable
    assert found.constructor is not None
    assert found.constructor.result == Named("m.P")
    taken = [(each.name, each.default) for each in found.constructor.parameters]
    assert taken == [("x", None), ("y", "'a'")]


def test_subclass_has_the_fields_of_its_base(project: Project) -> None:
    found = record(
        project, "class P(NamedTuple):\n    x: int\n\nclass Q(P):\n    def f(self): ...\n"
    )
    assert (found.name, found.fields) == ("Q", (Field("x", INT),))


def test_recursion(project: Project) -> None:
    found = record(project, "class P(NamedTuple):\n    next: Optional['P']\n")
    assert found.fields == (Field("next", OptionalOf(Named("m.P"))),)


@pytest.mark.parametrize(
    "text",
    [
        "P = NamedTuple('P', [('x', int), ('y', str)])",
        "P = typing.NamedTuple('P', (('x', int), ('y', 'str')))",
    ],
)
def test_typed_call(project: Project, text: str) -> None:
    found = record(project, text)
    assert (found.path, found.name) == ("m.P", "P")
    assert found.fields == (Field("x", INT), Field("y", STR))


@pytest.mark.parametrize(
    "text",
    [
        "P = namedtuple('P', 'x y')",
        "P = collections.namedtuple('P', 'x, y')",
        "P = namedtuple('P', ['x', 'y'])",
        "P = namedtuple('P', field_names=('x', 'y'))",
        "class P(namedtuple('P', 'x y')):\n    pass",
    ],
)
def test_untyped_call_has_fields_of_any_type(project: Project, text: str) -> None:
    found = record(project, text)
    assert found.name == "P"
    assert found.fields == (Field("x", ANY), Field("y", ANY))


def test_defaults_of_an_untyped_call_are_those_of_the_last(project: Project) -> None:
    found = record(project, "P = namedtuple('P', 'x y z', defaults=[1, None])")
    assert [each.default for each in found.fields] == [None, "1", "None"]


def test_names_that_cannot_be_are_renamed_on_request(project: Project) -> None:
    found = record(project, "P = namedtuple('P', 'a def a _b', rename=True)")
    assert [each.name for each in found.fields] == ["a", "_1", "_2", "_3"]


def test_typed_call_keeps_strings_that_are_no_types(project: Project) -> None:
    text = "P = NamedTuple('P', [('x', typing.Annotated[int, 'big'])])"
    assert record(project, text).fields == (Field("x", Sized.BIG),)


@pytest.mark.parametrize(
    ("call", "item"),
    [("NamedTuple('P', [('x', int)])", INT), ("namedtuple('P', 'x')", ANY)],
)
def test_subclass_has_the_fields_of_a_base_that_a_call_made(
    project: Project, call: str, item: Scalar
) -> None:
    found = record(project, f"P = {call}\nclass Q(P):\n    def f(self): ...\nclass R(Q): ...\n")
    assert (found.name, found.fields) == ("R", (Field("x", item),))
    assert found.constructor is not None
    assert [each.name for each in found.constructor.parameters] == ["x"]
