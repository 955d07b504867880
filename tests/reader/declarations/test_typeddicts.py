"""TypedDicts: which keys, of which types, and which may be missing."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from gophersnake.model import (
    Field,
    MappingKind,
    MappingOf,
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

INT, STR = Scalar.INT, Scalar.STR
PRELUDE = """\
import typing
from typing import Annotated, Optional, TypedDict
from typing_extensions import NotRequired, ReadOnly, Required, Unpack

"""


def record(project: Project, text: str) -> Record:
    found = project.module(PRELUDE + dedent(text)).declarations[-1]
    assert isinstance(found, Record)
    return found


def keys(of: Record) -> dict[str, bool]:
    """The keys, and whether each must be there."""
    return {each.name: not each.may_be_missing for each in of.fields}


def test_class(project: Project) -> None:
    found = record(project, "class M(TypedDict):\n    a: int\n    b: 'str'\n")
    assert found.kind is RecordKind.TYPED_DICT
    assert found.fields == (Field("a", INT), Field("b", STR))
    assert found.constructor is None
    assert not found.hashable


@pytest.mark.parametrize(
    ("annotation", "required"),
    [
        ("int", True),
        ("Required[int]", True),
        ("NotRequired[int]", False),
        ("typing.NotRequired[int]", False),
        ("ReadOnly[NotRequired[int]]", False),
        ("NotRequired[ReadOnly[int]]", False),
        ("Annotated[NotRequired[int], 'x']", False),
        ("'NotRequired[int]'", False),
    ],
)
def test_qualifiers(project: Project, annotation: str, required: bool) -> None:
    found = record(project, f"class M(TypedDict):\n    a: {annotation}\n")
    assert found.fields == (Field("a", INT, may_be_missing=not required),)


def test_totality_is_that_of_each_class(project: Project) -> None:
    found = record(
        project,
        """
        class A(TypedDict):
            a: int
            b: NotRequired[int]

        class B(A, total=False):
            c: int
            d: Required[int]
            b: Required[int]
        """,
    )
    assert keys(found) == {"a": True, "b": True, "c": False, "d": True}


def test_call(project: Project) -> None:
    found = record(
        project,
        """
        M = TypedDict("M", {"a": int, "in-stock": NotRequired[str], "class": "Optional[M]"})
        """,
    )
    assert found.name == "M"
    assert found.fields == (
        Field("a", INT),
        Field("in-stock", STR, may_be_missing=True),
        Field("class", OptionalOf(Named("m.M"))),
    )
    assert keys(record(project, "M = TypedDict('M', {'a': int}, total=False)")) == {"a": False}


def test_subclass_has_the_keys_of_a_base_that_a_call_made(project: Project) -> None:
    found = record(
        project,
        """
        A = TypedDict("A", {"in-stock": int, "b": str}, total=False)
        class B(A):
            b: Required[str]
        class M(B):
            c: int
        """,
    )
    assert (found.name, keys(found)) == ("M", {"in-stock": False, "b": True, "c": True})


def test_generic(project: Project) -> None:
    found = record(
        project,
        """
        T = typing.TypeVar("T")

        class Page(TypedDict, typing.Generic[T]):
            items: NotRequired[list[T]]

        class Numbers(Page[int]):
            name: str
        """,
    )
    assert found.fields == (
        Field("items", SequenceOf(SequenceKind.LIST, INT), may_be_missing=True),
        Field("name", STR),
    )


def test_recursion(project: Project) -> None:
    found = record(project, "class M(TypedDict):\n    children: list['M']\n")
    assert found.fields[0].type == SequenceOf(SequenceKind.LIST, Named("m.M"))


@pytest.mark.parametrize(
    "text",
    [
        "class M(TypedDict):\n    kind: Literal['a', 'b']\n",
        "M = TypedDict('M', {'kind': Literal['a', 'b']})",
    ],
)
def test_literal_is_called_after_the_key(project: Project, text: str) -> None:
    module = project.module(PRELUDE + "from typing import Literal\n" + text)
    assert [each.name for each in module.declarations] == ["M_kind", "M"]


def test_literals_of_bools_and_of_members_are_told(project: Project) -> None:
    module = project.module(
        PRELUDE
        + dedent("""
            import enum
            from typing import Literal

            class Color(enum.Enum):
                RED = 1

            Red = Literal[Color.RED]

            class M(TypedDict):
                a: Literal[True]
                b: Literal[True, False]
                c: NotRequired[Red]
                d: bool
        """)
    )
    found = module.declarations[-1]
    assert isinstance(found, Record)
    wanted = {"a": ("True",), "b": (), "c": ("m:Color.RED",), "d": ()}
    assert {each.name: each.only for each in found.fields} == wanted


@pytest.mark.parametrize(
    "text",
    [
        "class A(TypedDict, extra_items=int):\n    a: str\n",
        "class B(TypedDict, extra_items=ReadOnly[int]):\n    a: str\nclass A(B): ...\n",
        "A = TypedDict('A', {'a': str}, extra_items=int)\n",
    ],
)
def test_further_keys_are_in_the_last_field(project: Project, text: str) -> None:
    _, extra = record(project, text).fields
    assert extra == Field("extra_items", MappingOf(MappingKind.DICT, STR, INT), is_extra=True)


@pytest.mark.parametrize("said", ["closed=True", "extra_items=typing.Never", "total=True"])
def test_without_further_keys_there_is_no_such_field(project: Project, said: str) -> None:
    assert list(keys(record(project, f"class A(TypedDict, {said}):\n    a: str\n"))) == ["a"]


def test_further_keys_are_unpacked_too(project: Project) -> None:
    made = "class M(TypedDict, extra_items=int):\n    a: str\n"
    function = project.function(f"{PRELUDE}{made}def f(**more: Unpack[M]): ...")
    a, rest = function.parameters
    assert (a.name, a.kind) == ("a", ParameterKind.KEYWORD_ONLY)
    assert (rest.kind, rest.type) == (ParameterKind.VAR_KEYWORD, INT)


def test_private_key_has_the_class_before_it(project: Project) -> None:
    found = record(project, "class M_(TypedDict):\n    __a: int\n    __b__: int\n")
    assert list(keys(found)) == ["_M___a", "__b__"]


@pytest.mark.parametrize(
    "made",
    [
        "class _Settings(TypedDict, total=False):\n    size: Required[int]\n    name: str\n",
        "_Settings = TypedDict('_Settings', {'size': Required[int], 'name': str}, total=False)\n",
    ],
)
def test_unpacked_keys_are_parameters(project: Project, made: str) -> None:
    module = project.module(f"{PRELUDE}{made}def f(x: int, **settings: Unpack[_Settings]): ...")
    assert module.declarations == ()
    _, size, name = module.functions[0].parameters
    assert (size.name, size.kind, size.default) == ("size", ParameterKind.KEYWORD_ONLY, None)
    assert (name.name, name.type, name.default) == ("name", STR, "")
