"""Classes that what is marked with dataclass_transform makes (PEP 681)."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from gophersnake.model import Class, Parameter

if TYPE_CHECKING:
    from tests.reader.conftest import Project

PRELUDE = """\
from typing import Any, ClassVar
from typing_extensions import dataclass_transform
def column(*, default: Any = None, alias: str = "", init: bool = True, factory: Any = None) -> Any:
    ...
@dataclass_transform(field_specifiers=(column,))
def model(cls: type) -> type: ...
@dataclass_transform(kw_only_default=True)
class Base:
    def __init__(self, **fields: Any) -> None: ...
@dataclass_transform()
class Meta(type): ...
class Root(metaclass=Meta):
    def __init__(self, **fields: Any) -> None: ...
"""


def constructor(project: Project, text: str) -> list[Parameter]:
    found = project.module(f"{PRELUDE}{dedent(text)}").declarations[-1]
    assert isinstance(found, Class)
    (made,) = found.constructors
    return list(made.parameters)


@pytest.mark.parametrize("head", ["@model\nclass A:", "class A(Base):", "class A(Root):"])
def test_constructor_takes_the_fields(project: Project, head: str) -> None:
    body = "\n    x: int\n    k: ClassVar[int] = 1\n    y: str = 'y'\n"
    found = constructor(project, head + body)
    assert [(each.name, each.default) for each in found] == [("x", None), ("y", "'y'")]


def test_functions_that_describe_fields(project: Project) -> None:
    found = constructor(
        project,
        """
        @model
        class A:
            a: int = column(alias="b")
            c: int = column(default=1)
            d: int = column(init=False)
            e: list[int] = column(factory=list)
            f: int = print(1)
        """,
    )
    assert [(each.name, each.default) for each in found] == [
        *(("b", None), ("c", "1"), ("e", "list()"), ("f", "print(1)")),
    ]


def test_fields_are_inherited_where_the_class_is_made_so_too(project: Project) -> None:
    found = constructor(
        project,
        """
        class A(Base):
            x: int
        class B(A):
            y: int
        """,
    )
    assert [each.name for each in found] == ["x", "y"]


@pytest.mark.parametrize(
    "text",
    [
        "@model\nclass A:\n    x: int\n    def __init__(self, z: int) -> None: ...",
        "@model\nclass B:\n    x: int\nclass A(B):\n    def __init__(self, z: int) -> None: ...",
        "class A(Root):\n    x: int\n    def __init__(self, z: int) -> None: ...",
    ],
)
def test_own_constructor_goes_before(project: Project, text: str) -> None:
    assert [each.name for each in constructor(project, text)] == ["z"]
