"""Variables of modules: what gives them, what sets them, what they are known by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gophersnake.model import Access, Function, ObjectOf, Scalar, SequenceKind, SequenceOf, TupleOf

if TYPE_CHECKING:
    from tests.reader.conftest import Project

INT, STR = Scalar.INT, Scalar.STR


def functions(project: Project, text: str) -> list[Function]:
    return list(project.module(f"import typing\nfrom typing import Final\n{text}\n").functions)


@pytest.mark.parametrize(
    ("text", "wanted", "signature"),
    [
        ("X: int = 3", INT, "() -> int"),
        ("X: 'int'", INT, "() -> int"),
        ("X = 3", INT, "() -> int"),
        ("X = -3.5", Scalar.FLOAT, "() -> float"),
        ("X = True", Scalar.BOOL, "() -> bool"),
        ("X = b''", Scalar.BYTES, "() -> bytes"),
        ("X = 3j", Scalar.COMPLEX, "() -> complex"),
        ("X = Y = 'a'", STR, "() -> str"),
        ("X = f'{Y}'", STR, "() -> str"),
        ("X = ['a', 'b']", SequenceOf(SequenceKind.LIST, STR), "() -> list[str]"),
        ("X = (1, 2)", SequenceOf(SequenceKind.TUPLE, INT), "() -> tuple[int, ...]"),
        ("X = (1, 'a')", TupleOf((INT, STR)), "() -> tuple[int, str]"),
        ("X = {'a': [1, 2.5]}", None, "() -> dict[str, list[float]]"),
        ("X = {1}\nX = {2}", None, "() -> set[int]"),
        ("X = 1\nX = 2", INT, "() -> int"),
        ("X: Final = 'a'", STR, "() -> str"),
        ("X: typing.Final[list[int]] = [1]", SequenceOf(SequenceKind.LIST, INT), None),
        ("if typing.TYPE_CHECKING:\n    X: int\nelse:\n    X = object()", INT, "() -> int"),
        ("X: int = 3\nX = 'text'", INT, "() -> int"),
        ("X: type[int] = int", ObjectOf("type[int]", "it is a class as a value"), None),
    ],
)
def test_a_constant_is_a_function_that_returns_it(
    project: Project, text: str, wanted: object, signature: str | None
) -> None:
    found = next(each for each in functions(project, text) if each.name == "X")
    assert (found.access, found.parameters) == (Access.CONSTANT, ())
    assert wanted is None or found.result == wanted
    assert signature is None or found.signature == signature


@pytest.mark.parametrize("text", ["x: Final[int] = 3", "x: Final = 3", "x = 3", "X: int = 3"])
def test_what_is_no_variable_by_its_type_or_name_is_not_set(project: Project, text: str) -> None:
    assert [each.access for each in functions(project, text)] == [Access.CONSTANT]


def test_an_annotated_variable_can_be_set(project: Project) -> None:
    _, setter = functions(project, "x: list[int] = []")
    assert (setter.known_as, setter.name, setter.access) == ("set_x", "x", Access.SET)
    assert [each.name for each in setter.parameters] == ["value"]
    assert setter.signature == "(value: list[int])"


def test_a_function_of_that_name_goes_first(project: Project) -> None:
    found = functions(project, "x: int = 3\ndef set_x(value: int) -> None: ...")
    assert [(each.known_as, each.access) for each in found] == [
        ("x", Access.CONSTANT),
        ("set_x", Access.CALL),
    ]


def test_the_variable_of_another_module_is_not_set(project: Project) -> None:
    project.write("pkg/__init__.py", "from .core import x as x, Y as Y")
    project.write("pkg/core.py", "x: int = 3\nY = 'a'\n")
    found = project.read("pkg").functions
    assert [(each.name, each.result, each.access) for each in found] == [
        ("x", INT, Access.CONSTANT),
        ("Y", STR, Access.CONSTANT),
    ]


def test_the_text_below_a_variable_is_its_doc(project: Project) -> None:
    found = functions(project, 'x: int = 3\n"""How many."""')
    assert [each.doc for each in found] == ["How many.", ""]


def test_a_renamed_variable_has_a_setter_of_that_name(project: Project) -> None:
    found = functions(project, "x: int = 3  # gophersnake: name=width")
    assert [each.known_as for each in found] == ["width", "set_width"]


def test_names_for_types_are_no_variables(project: Project) -> None:
    module = project.module(
        """
        import typing
        T = typing.TypeVar("T")
        Vec = list[float]
        Other: typing.TypeAlias = "list[int]"
        Id = typing.NewType("Id", int)
        """
    )
    assert module.functions == ()
    assert module.skipped == ()


def test_dtypes_are_for_annotations(project: Project) -> None:
    module = project.module(
        """
        import numpy as np
        Stamp = np.dtype("datetime64[s]")
        Odd = np.dtype("f8,i4")
        """
    )
    assert (module.functions, module.skipped) == ((), ())


def test_literal_of_a_variable_leaves_it_its_name(project: Project) -> None:
    module = project.module("""
        from typing import Literal
        mode: Literal["r", "w"] = "r"
    """)
    assert [each.name for each in module.declarations] == ["mode_value"]
