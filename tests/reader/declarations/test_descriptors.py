"""Attributes whose classes have `__get__`."""

from __future__ import annotations

import pytest

from gophersnake.model import Access, Class, Scalar, Type
from tests.reader.conftest import Project

PRELUDE = """
from typing import Any, Generic, TypeVar, overload
T = TypeVar("T")
class Both:
    @overload
    def __get__(self, instance: None, owner: type) -> "Both": ...
    @overload
    def __get__(self, instance: object, owner: type) -> int: ...
    def __get__(self, instance: Any, owner: type) -> Any: ...
    def __set__(self, instance: object, value: float) -> None: ...
class Read(Generic[T]):
    def __get__(self, instance: object, owner: type) -> T: ...
    def __delete__(self, instance: object) -> None: ...
"""
METHODS = """def _get(self) -> int: ...
    def _put(self, value: float) -> None: ...
    def _drop(self) -> None: ...
    """


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("x = Both()", [(Access.GET, Scalar.INT), (Access.SET, Scalar.FLOAT)]),
        ("x: Both = Both()", [(Access.GET, Scalar.INT), (Access.SET, Scalar.FLOAT)]),
        ("x: Read[str] = Read()", [(Access.GET, Scalar.STR), (Access.DELETE, Scalar.NONE)]),
        ("x = Read[str]()", [(Access.GET, Scalar.STR), (Access.DELETE, Scalar.NONE)]),
        (
            f"{METHODS}x = property(_get, _put, fdel=_drop)",
            [(Access.GET, Scalar.INT), (Access.SET, Scalar.FLOAT), (Access.DELETE, Scalar.NONE)],
        ),
        (f"{METHODS}x = property(fget=_get, doc='The x.')", [(Access.GET, Scalar.INT)]),
        (f"{METHODS}x = property(None, _put)", [(Access.SET, Scalar.FLOAT)]),
        (f"{METHODS}x = property(fdel=_drop)", [(Access.DELETE, Scalar.NONE)]),
        (f"{METHODS}x = property(lambda self: 1, _put)", []),
        ("x = property()", []),
        ("x = property(lambda self: 1)", []),
        ("x = make()", []),
        ("x = Plain()", []),
    ],
)
def test_they_are_of_the_type_that_is_given_and_taken(
    project: Project, written: str, expected: list[tuple[Access, Type]]
) -> None:
    text = f"{PRELUDE}class Plain: ...\ndef make(): ...\nclass C:\n    {written}"
    module = project.module(text)
    found = next(each for each in module.declarations if each.name == "C")
    assert isinstance(found, Class)
    types = [
        (each.access, each.parameters[1].type if each.access is Access.SET else each.result)
        for each in found.members
    ]
    assert types == expected


def test_one_that_an_instance_sets_in_init_is_the_class_s(project: Project) -> None:
    text = "class C:\n    x = Both()\n    def __init__(self) -> None:\n        self.x = 0.5"
    module = project.module(PRELUDE + text)
    found = next(each for each in module.declarations if each.name == "C")
    assert isinstance(found, Class)
    assert [each.result for each in found.members] == [Scalar.INT, Scalar.NONE]
