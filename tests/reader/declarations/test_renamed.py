"""Methods by another name."""

from __future__ import annotations

import pytest

from gophersnake import signature
from gophersnake.model import Access, Class, Enumeration, Function, Record, Scalar
from tests.reader.conftest import Project

CLASS = """
from typing import Any, Callable
import functools
def _outside(self: Any, x: int = 1) -> str: ...
def _nothing() -> int: ...
class Base:
    def up(self) -> int: ...
    @staticmethod
    def lone(x: int) -> int: ...
class K(Base):
    def a(self, x: int) -> str: ...
    @property
    def size(self) -> int: ...
    @size.setter
    def size(self, value: int) -> None: ...
    @staticmethod
    def st(x: int) -> bool: ...
    @classmethod
    def cl(cls, x: int) -> float: ...
    def _cl(cls, x: int) -> float: ...
    async def slow(self) -> int: ...
    {}
"""


def members(project: Project, line: str, name: str = "b") -> list[Function]:
    module = project.module(CLASS.format(line))
    cls = next(each for each in module.declarations if each.path == "m.K")
    assert isinstance(cls, Class)
    return [each for each in cls.members if each.name == f"K.{name}"]


@pytest.mark.parametrize(
    ("line", "access", "parameters", "result"),
    [
        ("b = a", Access.METHOD, ["self", "x"], Scalar.STR),
        ("c = a\n    b = c", Access.METHOD, ["self", "x"], Scalar.STR),
        ("b = st", Access.CALL, ["x"], Scalar.BOOL),
        ("b = cl", Access.CALL, ["x"], Scalar.FLOAT),
        ("b = classmethod(_cl)", Access.CALL, ["x"], Scalar.FLOAT),
        ("b = staticmethod(_nothing)", Access.CALL, [], Scalar.INT),
        ("b = _outside", Access.METHOD, ["self", "x"], Scalar.STR),
        ("b = Base.up", Access.METHOD, ["self"], Scalar.INT),
        ("b = slow", Access.METHOD, ["self"], Scalar.INT),
    ],
)
def test_method_by_another_name_is_the_method(
    project: Project, line: str, access: Access, parameters: list[str], result: Scalar
) -> None:
    (found,) = members(project, line)
    assert found.access is access
    assert [each.name for each in found.parameters] == parameters
    assert found.result == result
    assert found.is_async is (line == "b = slow")


def test_property_by_another_name_is_the_property(project: Project) -> None:
    found = members(project, "b = size")
    assert [each.access for each in found] == [Access.GET, Access.SET]
    assert [each.signature for each in found] == ["() -> int", "(value: int)"]


@pytest.mark.parametrize(
    "line",
    [
        "b = _nothing",
        "b = Base.lone",
        "b = len",
        "b = b",
        "b = c\n    c = b",
        "b = functools.partial(a, 1)",
        "b = staticmethod(a, 1)",
        "def __init__(self) -> None:\n        self.b = self.a",
    ],
)
def test_what_may_be_no_method_is_none(project: Project, line: str) -> None:
    assert members(project, line) == []


def test_annotated_attribute_is_no_method(project: Project) -> None:
    found = members(project, "b: Callable[..., int] = a")
    assert [each.access for each in found] == [Access.GET, Access.SET]


@pytest.mark.parametrize("name", ["__iter__", "__getitem__", "__call__", "__or__"])
def test_special_method_may_be_another_name(project: Project, name: str) -> None:
    (found,) = members(project, f"{name} = a", name)
    assert [each.name for each in found.parameters] == ["self", "x"]


def test_enum_has_no_members_that_are_methods(project: Project) -> None:
    module = project.module(
        """
from enum import Enum
class Color(Enum):
    RED = 1
    ROT = RED
    def shout(self) -> str: ...
    cry = shout
    named = classmethod(shout)
    plain = property(shout)
def f(c: Color) -> None: ...
"""
    )
    (color,) = module.declarations
    assert isinstance(color, Enumeration)
    assert [each.name for each in color.members] == ["RED", "ROT"]
    assert [each.name for each in color.methods] == [
        *("Color.shout", "Color.cry", "Color.named", "Color.plain")
    ]


def test_record_has_the_methods_too(project: Project) -> None:
    module = project.module(
        """
from dataclasses import dataclass
@dataclass
class P:
    x: int
    def norm(self) -> float: ...
    __abs__ = length = norm
"""
    )
    (record,) = module.declarations
    assert isinstance(record, Record)
    assert sorted(each.name for each in record.methods) == ["P.__abs__", "P.length", "P.norm"]


def test_drift_is_that_of_the_method(project: Project) -> None:
    text = CLASS.format("b = a\n    c = classmethod(_cl)\n    d = staticmethod(_nothing)")
    known = signature.signatures(text)
    assert known["K.b"] == "(self, x: int) -> str"
    assert known["K.c"] == "(x: int) -> float"
    assert known["K.d"] == "() -> int"
    (found,) = members(project, "b = classmethod(_cl)")
    assert found.signature == "(x: int) -> float"
