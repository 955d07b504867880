"""attrs classes. The package itself is not looked at, so it need not be installed."""

from __future__ import annotations

from textwrap import dedent, indent
from typing import TYPE_CHECKING

import pytest

from gophersnake.model import Record, RecordKind, Scalar

if TYPE_CHECKING:
    from tests.reader.conftest import Project

INT, STR, ANY = Scalar.INT, Scalar.STR, Scalar.ANY
PRELUDE = """\
import attr
import attrs
from attrs import Factory, define, field, frozen
from typing import ClassVar

"""


def records(project: Project, text: str) -> list[Record]:
    found = project.module(PRELUDE + dedent(text)).declarations
    return [each for each in found if isinstance(each, Record)]


def record(project: Project, body: str, decorator: str = "@define") -> Record:
    text = f"{decorator}\nclass A:\n{indent(dedent(body), '    ')}\n"
    (found,) = records(project, text)
    return found


def parameters(of: Record) -> dict[str, str | None]:
    assert of.constructor is not None
    return {each.name: each.default for each in of.constructor.parameters}


@pytest.mark.parametrize(
    "decorator",
    ["@define", "@frozen", "@attrs.define(slots=False)", "@attr.define", "@attrs.mutable"],
)
def test_annotations_are_fields(project: Project, decorator: str) -> None:
    found = record(project, "x: int\ny: str = 'a'\nz: ClassVar[int] = 1\nw = 2", decorator)
    assert found.kind is RecordKind.ATTRS
    assert [(each.name, each.type) for each in found.fields] == [("x", INT), ("y", STR)]
    assert parameters(found) == {"x": None, "y": "'a'"}


@pytest.mark.parametrize("decorator", ["@attr.s", "@attr.s()", "@attr.attrs(slots=True)"])
def test_old_classes_have_the_fields_that_are_called_so(project: Project, decorator: str) -> None:
    body = "x = attr.ib(type=int)\ny: str = attr.ib(default='a')\nz: int = 1\nw = attr.ib()"
    found = record(project, body, decorator)
    assert [(each.name, each.type) for each in found.fields] == [("x", INT), ("y", STR), ("w", ANY)]


@pytest.mark.parametrize("decorator", ["@attr.s(auto_attribs=True)", "@attr.dataclass"])
def test_old_classes_with_annotations(project: Project, decorator: str) -> None:
    assert [each.name for each in record(project, "x: int\ny: str", decorator).fields] == ["x", "y"]


def test_new_class_with_a_field_without_annotation_has_no_others(project: Project) -> None:
    assert [each.name for each in record(project, "x: int\ny = field()").fields] == ["y"]


def test_private_name_is_taken_without_its_underscores(project: Project) -> None:
    found = record(project, "_x: int\n__y: int = 0\nz: int = field(default=1, alias='zed')")
    assert [each.name for each in found.fields] == ["_x", "_A__y", "z"]
    assert parameters(found) == {"x": None, "A__y": "0", "zed": "1"}


def test_defaults(project: Project) -> None:
    found = record(
        project,
        """
        a: list[int] = Factory(list)
        b: list[int] = field(factory=list)
        c: int = field(init=False)
        d: int = field()
        e: int = field(kw_only=True, default=3)
        f: int = field(default=Factory(int))

        @d.default
        def _d(self) -> int:
            return 1
        """,
    )
    wanted = {"a": "list()", "b": "list()", "d": "_d()", "f": "int()", "e": "3"}
    assert parameters(found) == wanted
    assert [each.name for each in found.fields if each.may_be_missing] == ["c"]


def test_inheritance(project: Project) -> None:
    text = (
        "@define\nclass A:\n    x: int\n    y: int\n\n@define\nclass B(A):\n    x: str\n    z: int"
    )
    assert [(each.name, each.type) for each in records(project, text)[-1].fields] == [
        ("y", INT),
        ("x", STR),
        ("z", INT),
    ]


@pytest.mark.parametrize(
    ("decorator", "wanted"),
    [
        ("@define", False),
        ("@frozen", True),
        ("@define(frozen=True)", True),
        ("@attr.s(frozen=True)", False),
        ("@attr.s(auto_attribs=True, frozen=True)", True),
        ("@define(unsafe_hash=True)", True),
        ("@frozen(eq=False)", False),
    ],
)
def test_hashable(project: Project, decorator: str, wanted: bool) -> None:
    found = record(project, "x: int", decorator)
    assert found.hashable is wanted or not found.fields
