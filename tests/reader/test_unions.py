"""Unions and literals: what they come to, and what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gophersnake.model import (
    Crosses,
    Enumeration,
    MappingKind,
    MappingOf,
    Named,
    ObjectOf,
    OptionalOf,
    Scalar,
    SequenceKind,
    SequenceOf,
    Type,
    Union,
)

if TYPE_CHECKING:
    from tests.reader.conftest import Project

BOOL, INT, FLOAT, STR, BYTES = (
    Scalar.BOOL,
    Scalar.INT,
    Scalar.FLOAT,
    Scalar.STR,
    Scalar.BYTES,
)
INTS = SequenceOf(SequenceKind.LIST, INT)
SEQUENCE = SequenceOf(SequenceKind.SEQUENCE, INT)


def declared(project: Project, annotation: str, prelude: str = "") -> Union | Enumeration:
    text = "import enum\nfrom typing import *\n"
    module = project.module(f"{text}{prelude}\ndef f(x: {annotation}): ...\n")
    found = module.functions[-1].parameters[0].type
    assert isinstance(found, Named)
    (declaration,) = (each for each in module.declarations if each.path == found.path)
    assert isinstance(declaration, (Union, Enumeration))
    return declaration


TYPE = ObjectOf("type[int]", "it is a class as a value")


@pytest.mark.parametrize(
    ("annotation", "cases", "name"),
    [
        ("type[int] | Sequence[int] | str", (STR, SEQUENCE, TYPE), "str_or_sequence_int_or_type"),
        ("int | str", (INT, STR), "int_or_str"),
        ("str | int", (INT, STR), "int_or_str"),
        ("Union[int, str]", (INT, STR), "int_or_str"),
        ("int | float | str", (INT, FLOAT, STR), "int_or_float_or_str"),
        ("float | bool", (BOOL, FLOAT), "bool_or_float"),
        ("str | list[int] | bytes", (STR, INTS, BYTES), "str_or_list_int_or_bytes"),
        ("(int | str) | (str | bytes)", (INT, STR, BYTES), "int_or_str_or_bytes"),
        ("str | Literal['a'] | int", (INT, STR), "int_or_str"),
    ],
)
def test_cases(project: Project, annotation: str, cases: tuple[Type, ...], name: str) -> None:
    found = declared(project, annotation)
    assert isinstance(found, Union)
    assert (found.cases, found.name) == (cases, name)


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("int | float", FLOAT),
        ("int | float | None", OptionalOf(FLOAT)),
        ("Literal['a'] | str", STR),
        ("Literal[True]", BOOL),
        ("Literal[True, False, None]", OptionalOf(BOOL)),
        ("Literal[None]", Scalar.NONE),
        ("int | Any", Scalar.ANY),
    ],
)
def test_no_union_at_all(project: Project, annotation: str, wanted: Type) -> None:
    text = f"from typing import *\ndef f(x: {annotation}): ...\n"
    assert project.function(text).parameters[0].type == wanted


@pytest.mark.parametrize(
    ("annotation", "crosses", "members", "name"),
    [
        ("Literal['r', 'w+']", Crosses.VALUE, {"'r'": "r", "'w+'": "w+"}, "f_x"),
        ("Literal[1, -2]", Crosses.VALUE, {"1": 1, "-2": -2}, "f_x"),
        ("Literal['a', 1, b'b']", Crosses.PLACE, {"'a'": 0, "1": 1, "b'b'": 2}, "f_x"),
        ("Literal[Literal['a'], 'b', 'a']", Crosses.VALUE, {"'a'": "a", "'b'": "b"}, "f_x"),
        ("Mode", Crosses.VALUE, {"'r'": "r"}, "Mode"),
    ],
)
def test_literals(
    project: Project,
    annotation: str,
    crosses: Crosses,
    members: dict[str, str | int],
    name: str,
) -> None:
    found = declared(project, annotation, "Mode = Literal['r']")
    assert isinstance(found, Enumeration)
    assert found.is_literal
    assert (found.crosses, found.name) == (crosses, name)
    assert {each.name: each.value for each in found.members} == members


def test_literal_of_a_member_is_the_enum(project: Project) -> None:
    prelude = "class Color(enum.Enum):\n    RED = 1\n"
    found = declared(project, "Literal[Color.RED]", prelude)
    assert isinstance(found, Enumeration)
    assert (found.name, found.is_literal) == ("Color", False)


def test_same_values_are_one_type_whatever_the_order(project: Project) -> None:
    module = project.module("""
        from typing import Literal
        def b(mode: Literal["r", "w"]): ...
        def a(kind: Literal["r", "w"]) -> Literal["r", "w"]: ...
    """)
    assert [each.name for each in module.declarations] == ["a_kind"]


@pytest.mark.parametrize(
    "definition",
    [
        "Json = Union[dict[str, 'Json'], list['Json'], int, str]",
        "Json: TypeAlias = 'dict[str, Json] | list[Json] | int | str'",
        "Json: TypeAlias = 'Union[dict[str, Json], list[Json], int, str]'",
        "Json = TypeAliasType('Json', 'dict[str, Json] | list[Json] | int | str')",
    ],
)
def test_alias_gives_its_name_and_may_hold_itself(project: Project, definition: str) -> None:
    imports = "from typing_extensions import TypeAlias, TypeAliasType\n"
    found = declared(project, "Json", imports + definition)
    itself = Named("m.Json")
    assert isinstance(found, Union)
    assert (found.name, found.is_alias) == ("Json", True)
    assert found.cases == (
        INT,
        MappingOf(MappingKind.DICT, STR, itself),
        SequenceOf(SequenceKind.LIST, itself),
        STR,
    )


def test_optional_alias_is_optional_in_itself_too(project: Project) -> None:
    module = project.module("""
        from typing import Union
        Tree = Union[int, list["Tree"], None]
        def f(x: Tree): ...
    """)
    assert module.functions[0].parameters[0].type == OptionalOf(Named("m.Tree"))
    (tree,) = module.declarations
    assert isinstance(tree, Union)
    assert tree.cases == (INT, SequenceOf(SequenceKind.LIST, OptionalOf(Named("m.Tree"))))


def test_what_was_part_of_a_larger_union_is_not_declared(project: Project) -> None:
    module = project.module("""
        Small = int | str
        def f(x: Small | bytes): ...
    """)
    assert [each.name for each in module.declarations] == ["int_or_str_or_bytes"]


def test_a_literal_of_a_method_is_named_after_the_class_too(project: Project) -> None:
    module = project.module(
        """
        from typing import Literal
        class Model:
            def __init__(self, solver: Literal["a", "b"] = "a") -> None: ...
            def fit(self, how: Literal["c", "d"]) -> None: ...
        def fit(how: Literal["e", "f"]) -> None: ...
        """
    )
    names = {each.name for each in module.declarations if isinstance(each, Enumeration)}
    assert names == {"Model_solver", "Model_fit_how", "fit_how"}


@pytest.mark.parametrize(
    ("annotation", "name"),
    [
        ("Callable[[], None] | str", "callable_or_str"),
        ("Callable[[int, list[str]], bool] | str", "callable_int_list_str_to_bool_or_str"),
        ("Callable[[str], Any] | str", "callable_str_or_str"),
        ("Callable[..., int] | str", "callable_any_to_int_or_str"),
    ],
)
def test_callables_in_the_names_of_unions(project: Project, annotation: str, name: str) -> None:
    assert declared(project, annotation).name == name


def test_unions_of_different_callables_or_arrays_are_not_the_same(project: Project) -> None:
    module = project.module("""
        from typing import Annotated, Callable, Literal
        import numpy as np
        from numpy.typing import NDArray
        def a(x: Callable[[int], str] | str): ...
        def b(x: Callable[[str], str] | str): ...
        def c(x: NDArray[np.int8] | str): ...
        def d(x: np.ndarray[tuple[int, Literal[3]], np.dtype[np.int8]] | str): ...
    """)
    unions = [each for each in module.declarations if isinstance(each, Union)]
    assert len({each.path for each in unions}) == 4
    assert {each.name for each in unions} == {
        "callable_int_to_str_or_str",
        "callable_str_to_str_or_str",
        "array_int8_or_str",
    }
