"""Methods that a decorator makes attributes, or methods of the class."""

from __future__ import annotations

import pytest

from gophersnake.model import Access, Class, Function, Named, Scalar, Type
from tests.reader.conftest import Project

PRELUDE = """
from __future__ import annotations
import enum, functools, types
from typing import Any, Callable, Generic, TypeVar, overload
T = TypeVar("T")
shown = property
kept = functools.cached_property
of_class = classmethod
class lazy(Generic[T]):
    def __init__(self, made: Callable[[Any], T]) -> None: ...
    @overload
    def __get__(self, instance: None, owner: type) -> lazy[T]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance, owner): ...
class bound:
    def __init__(self, made: Any) -> None: ...
    def __get__(self, instance: object, owner: type) -> Callable[..., Any]: ...
class Base:
    @property
    def size(self) -> int: ...
    @size.setter
    def size(self, value: int) -> None: ...
class Between(Base): ...
class K(Between):
"""


def members(project: Project, body: str) -> list[Function]:
    module = project.module(f"{PRELUDE}    {body}\n")
    cls = next(each for each in module.declarations if each.path == "m.K")
    assert isinstance(cls, Class)
    return list(cls.members)


@pytest.mark.parametrize(
    "decorator", ["shown", "enum.property", "types.DynamicClassAttribute", "lazy"]
)
def test_what_is_like_a_property_is_one(project: Project, decorator: str) -> None:
    (found,) = members(project, f"@{decorator}\n    def b(self) -> int: ...")
    assert (found.access, found.result) == (Access.GET, Scalar.INT)


def test_cached_property_by_another_name_is_one(project: Project) -> None:
    found = members(project, "@kept\n    def b(self) -> int: ...")
    assert [each.access for each in found] == [Access.GET, Access.SET, Access.DELETE]


def test_what_may_be_a_method_is_one(project: Project) -> None:
    (found,) = members(project, "@bound\n    def b(self) -> int: ...")
    assert found.access is Access.METHOD


def test_class_method_by_another_name_takes_no_instance(project: Project) -> None:
    (found,) = members(project, "@of_class\n    def b(cls, x: int) -> int: ...")
    assert (found.access, [each.name for each in found.parameters]) == (Access.CALL, ["x"])


@pytest.mark.parametrize(
    ("accessor", "parameters", "wanted"),
    [
        ("setter", "self, value: float", [(Access.GET, Scalar.INT), (Access.SET, Scalar.FLOAT)]),
        ("getter", "self", [(Access.GET, Scalar.FLOAT), (Access.SET, Scalar.INT)]),
        (
            "deleter",
            "self",
            [(Access.GET, Scalar.INT), (Access.SET, Scalar.INT), (Access.DELETE, Scalar.NONE)],
        ),
    ],
)
@pytest.mark.parametrize("base", ["Base", "Between"])
def test_property_of_a_base_may_get_another_accessor(
    project: Project, base: str, accessor: str, parameters: str, wanted: list[tuple[Access, Type]]
) -> None:
    result = "float" if accessor == "getter" else "None"
    found = members(
        project, f"@{base}.size.{accessor}\n    def size({parameters}) -> {result}: ..."
    )
    types = [
        (each.access, each.parameters[-1].type if each.access is Access.SET else each.result)
        for each in found
    ]
    assert types == wanted
    assert {each.name for each in found} == {"K.size"}


@pytest.mark.parametrize(
    "method",
    [
        "def b(self: T, x: int) -> T: ...",
        "@classmethod\n    def b(cls: type[T], x: int) -> T: ...",
    ],
)
def test_type_variable_of_the_instance_is_its_class(project: Project, method: str) -> None:
    (found,) = members(project, method)
    assert found.result == Named("m.K")


def test_name_of_a_type_in_a_class_is_not_told_of(project: Project) -> None:
    module = project.module("class K:\n    Size = int\n    def f(self) -> Size: ...\n")
    (cls,) = module.declarations
    assert isinstance(cls, Class)
    assert cls.skipped == ()
    assert [each.result for each in cls.members] == [Scalar.INT]
