"""Dataclasses: their fields, and what their constructors take."""

from __future__ import annotations

from textwrap import dedent, indent
from typing import TYPE_CHECKING

import pytest

from gophersnake.model import (
    Class,
    Named,
    OptionalOf,
    ParameterKind,
    Record,
    RecordKind,
    Scalar,
    SequenceKind,
    SequenceOf,
)

if TYPE_CHECKING:
    from tests.reader.conftest import Project

INT, FLOAT, STR = Scalar.INT, Scalar.FLOAT, Scalar.STR
PRELUDE = """\
import dataclasses
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar, Optional

"""


def records(project: Project, text: str) -> list[Record]:
    found = project.module(PRELUDE + dedent(text)).declarations
    return [each for each in found if isinstance(each, Record)]


def record(project: Project, body: str, decorator: str = "@dataclass") -> Record:
    """Read a dataclass of this body."""
    text = f"{decorator}\nclass A:\n{indent(dedent(body), '    ')}\n"
    (found,) = records(project, text)
    return found


def parameters(of: Record) -> dict[str, str | None]:
    """What the constructor takes: the default by name."""
    assert of.constructor is not None
    return {each.name: each.default for each in of.constructor.parameters}


@pytest.mark.parametrize(
    ("definition", "decorator"),
    [
        ("made = dataclass", "@made"),
        ("made = dataclass", "@made(frozen=True)"),
        ("made = dataclass(frozen=True)", "@made"),
        ("import functools\nmade = functools.partial(dataclass, frozen=True)", "@made"),
        ("import functools\nmade = functools.partial(dataclass, eq=True)", "@made(frozen=True)"),
        ("import functools", "@functools.partial(dataclass, frozen=True)"),
        ("made = made", "@made"),
    ],
)
def test_the_decorator_by_another_name(project: Project, definition: str, decorator: str) -> None:
    found = records(project, f"{definition}\n{decorator}\nclass A:\n    x: int = 1\n")
    assert [parameters(each) for each in found] == (
        [] if "made = made" in definition else [{"x": "1"}]
    )
    assert all(each.hashable == ("frozen" in definition + decorator) for each in found)


@pytest.mark.parametrize(
    "decorator",
    [
        "@dataclass",
        "@dataclass()",
        "@dataclasses.dataclass(slots=True)",
        "@dataclass(frozen=True, slots=True)",
    ],
)
def test_decorator_in_any_form(project: Project, decorator: str) -> None:
    found = record(project, "x: int\ny: 'str'", decorator)
    assert found.kind is RecordKind.DATACLASS
    assert [(each.name, each.type) for each in found.fields] == [("x", INT), ("y", STR)]
    assert parameters(found) == {"x": None, "y": None}


def test_constructor_passes_everything_by_name(project: Project) -> None:
    found = record(project, "x: int\ny: int")
    assert found.constructor is not None
    assert found.constructor.result == Named("m.A")
    assert found.constructor.name == "A"
    kinds = {each.kind for each in found.constructor.parameters}
    assert kinds == {ParameterKind.KEYWORD_ONLY}


def test_defaults_are_shown_as_they_are_written(project: Project) -> None:
    found = record(
        project,
        """
        a: int = 1
        b: int = field(default=2, repr=False)
        c: list[int] = field(default_factory=list)
        d: int = field(compare=False, kw_only=True)
        """,
    )
    assert parameters(found) == {"a": "1", "b": "2", "c": "list()", "d": None}


def test_field_that_the_class_sets_may_be_missing(project: Project) -> None:
    found = record(project, "a: int\ntotal: int = field(init=False)")
    assert [each.may_be_missing for each in found.fields] == [False, True]
    assert parameters(found) == {"a": None}


def test_keyword_only_parameters_come_last(project: Project) -> None:
    found = record(project, "a: int = field(kw_only=True)\nb: int")
    assert [each.name for each in found.fields] == ["a", "b"]
    assert list(parameters(found)) == ["b", "a"]
    found = record(project, "_: KW_ONLY\na: int\nb: int")
    assert [each.name for each in found.fields] == ["a", "b"]


def test_class_variables_are_no_fields(project: Project) -> None:
    found = record(project, "a: int\nb: ClassVar[int] = 3\nc: ClassVar = 4\nd = 5")
    assert [each.name for each in found.fields] == ["a"]


def test_init_variable_is_for_the_constructor_alone(project: Project) -> None:
    found = record(project, "a: int\nscale: InitVar[float] = 1.0")
    assert [each.name for each in found.fields] == ["a"]
    assert found.constructor is not None
    assert [each.type for each in found.constructor.parameters] == [INT, FLOAT]


def test_inherited_field_keeps_its_place(project: Project) -> None:
    _, child = records(
        project,
        """
        @dataclass
        class A:
            x: int
            y: int = 1

        @dataclass
        class B(A):
            z: str = ""
            x: float = 0.0
        """,
    )
    assert [(each.name, each.type) for each in child.fields] == [
        ("x", FLOAT),
        ("y", INT),
        ("z", STR),
    ]


def test_diamond_is_in_the_order_of_python(project: Project) -> None:
    found = records(
        project,
        """
        @dataclass
        class A:
            a: int

        @dataclass
        class B(A):
            b: int

        @dataclass
        class C(A):
            c: int

        @dataclass
        class D(B, C):
            d: int
        """,
    )
    assert [each.name for each in found[-1].fields] == ["a", "c", "b", "d"]


def test_subclass_without_decorator_has_the_fields_of_its_base(project: Project) -> None:
    _, child = records(project, "@dataclass\nclass A:\n    x: int\n\nclass B(A):\n    y: int\n")
    assert (child.name, [each.name for each in child.fields]) == ("B", ["x"])


def test_subclass_with_a_constructor_of_its_own_is_no_record(project: Project) -> None:
    text = """
        @dataclass
        class A:
            x: int

        class B(A):
            def __init__(self): ...
    """
    first, second = project.module(PRELUDE + dedent(text)).declarations
    assert isinstance(first, Record)
    assert isinstance(second, Class)


def test_recursion(project: Project) -> None:
    node, tree = records(
        project,
        """
        @dataclass
        class Node:
            next: Optional["Node"]
            tree: "Tree | None"

        @dataclass
        class Tree:
            children: list["Tree"]
            node: Node
        """,
    )
    assert [each.type for each in node.fields] == [
        OptionalOf(Named("m.Node")),
        OptionalOf(Named("m.Tree")),
    ]
    assert tree.fields[0].type == SequenceOf(SequenceKind.LIST, Named("m.Tree"))


@pytest.mark.parametrize(
    ("decorator", "wanted"),
    [
        ("@dataclass", False),
        ("@dataclass(frozen=True)", True),
        ("@dataclass(unsafe_hash=True)", True),
        ("@dataclass(frozen=True, eq=False)", False),
    ],
)
def test_hashable_is_what_python_can_hash_by_value(
    project: Project, decorator: str, wanted: bool
) -> None:
    assert record(project, "x: int", decorator).hashable is wanted


def test_docstrings(project: Project) -> None:
    found = record(project, '"""A thing."""\nx: int\n"""Its size."""')
    assert found.doc == "A thing."
    assert found.fields[0].doc == "Its size."


def test_default_of_a_lambda_is_what_it_makes(project: Project) -> None:
    found = record(project, "x: list[int] = field(default_factory=lambda: [1])")
    assert parameters(found) == {"x": "[1]"}


def test_private_field_has_the_class_before_it(project: Project) -> None:
    found = record(project, "__x: int = 1\n")
    assert [each.name for each in found.fields] == ["_A__x"]
    assert parameters(found) == {"_A__x": "1"}


def test_a_base_may_have_another_name(project: Project) -> None:
    base, found = records(
        project,
        """
        @dataclass
        class A:
            x: int
        Base = A
        Other = Base
        @dataclass
        class B(Other):
            y: str
        """,
    )
    assert [base.name, found.name] == ["A", "B"]
    assert [each.name for each in found.fields] == ["x", "y"]
