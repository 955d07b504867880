"""Names for types."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from gophersnake.model import (
    ArrayOf,
    DType,
    MappingKind,
    MappingOf,
    Named,
    NewType,
    ObjectOf,
    OptionalOf,
    Scalar,
    SequenceKind,
    SequenceOf,
    TupleOf,
    Type,
    Variable,
)

if TYPE_CHECKING:
    from tests.reader.conftest import Project

FLOATS = SequenceOf(SequenceKind.LIST, Scalar.FLOAT)


@pytest.mark.parametrize(
    "definition",
    [
        "Vec = list[float]",
        "Vec = typing.List['float']",
        "Vec: typing.TypeAlias = list[float]",
        "Vec: typing.TypeAlias = 'list[float]'",
        "Vec = typing_extensions.TypeAliasType('Vec', list[float])",
        "Vec = typing.NewType('Vec', list[float])",
        "Inner = list[float]\nVec = Inner",
        "Vec = Annotated[list[float], 'metres']",
        "if sys.version_info >= (3, 8):\n    Vec = list[float]\nelse:\n    Vec = list[int]",
        "if sys.version_info < (3, 8):\n    Vec = list[int]\nelse:\n    Vec = list[float]",
    ],
)
def test_an_alias_is_what_it_names(project: Project, definition: str) -> None:
    assert project.type_of("Vec", f"import sys, typing_extensions\n{definition}") == FLOATS


@pytest.mark.parametrize("value", ["'list[T]'", "list['T']", "typing.Annotated['list[T]', 'of T']"])
def test_a_quoted_alias_is_generic(project: Project, value: str) -> None:
    definition = f"T = typing.TypeVar('T')\nVec: typing.TypeAlias = {value}"
    assert project.type_of("Vec[float]", definition) == FLOATS


@pytest.mark.skipif(sys.version_info < (3, 12), reason="the syntax is of Python 3.12")
@pytest.mark.parametrize(
    ("definition", "annotation", "wanted"),
    [
        ("type Vec = list[float]", "Vec", FLOATS),
        ("type Vec = 'list[float]'", "Vec", FLOATS),
        ("type Vec[T] = list[T]", "Vec[float]", FLOATS),
        ("type Vec[T] = list[T]", "Vec", SequenceOf(SequenceKind.LIST, Scalar.ANY)),
    ],
)
def test_pep_695_aliases(project: Project, definition: str, annotation: str, wanted: Type) -> None:
    assert project.type_of(annotation, definition) == wanted


@pytest.mark.skipif(sys.version_info < (3, 12), reason="the syntax is of Python 3.12")
def test_a_pep_695_type_parameter_of_a_function(project: Project) -> None:
    function = project.function("def f[T](x: list[T]) -> T: ...")
    assert function.result == Variable("m.f[T]", "T")
    assert function.signature == "(x: list[T]) -> T where T = TypeVar('T')"


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("Pair[int, str]", TupleOf((Scalar.INT, Scalar.STR))),
        ("Pair[list[float], Pair[int, int]]", TupleOf((FLOATS, TupleOf((Scalar.INT, Scalar.INT))))),
        ("Pair", TupleOf((Scalar.ANY, Scalar.ANY))),
        ("Twice[int]", TupleOf((Scalar.INT, Scalar.INT))),
        ("Maybe[Twice[str]]", OptionalOf(TupleOf((Scalar.STR, Scalar.STR)))),
        ("Table[float]", MappingOf(MappingKind.DICT, Scalar.STR, Scalar.FLOAT)),
        ("Matrix[np.float32]", ArrayOf(DType.FLOAT32, ("*", "*"))),
        ("Column", ArrayOf(DType.INT16, ("*",))),
    ],
)
def test_generic_aliases(project: Project, annotation: str, wanted: Type) -> None:
    prelude = """
    T = typing.TypeVar("T")
    U = typing.TypeVar("U")
    Pair = tuple[T, U]
    Twice = Pair[T, T]
    Maybe = Optional[T]
    Table = dict[str, U]
    Matrix = np.ndarray[tuple[int, int], np.dtype[T]]
    Shape = tuple[int]
    Kind = np.dtype[np.int16]
    Column = np.ndarray[Shape, Kind]
    """
    assert project.type_of(annotation, prelude) == wanted


@pytest.mark.parametrize(
    "definition",
    [
        "Tree = 'Tree'",
        "Other = 'Tree'\nTree: typing.TypeAlias = 'Other'",
        "Tree = tuple[int, 'Tree']",
        "Branch = tuple['Tree', 'Tree']\nTree = tuple['Branch', ]",
        "Tree = typing.Callable[['Tree'], int]",
        "Tree = typing.Iterable['Tree']",
        "T = typing.TypeVar('T')\nPair = tuple[T, T]\nTree = Pair['Tree']",
        "T = typing.TypeVar('T')\nDeep = list['Deep[list[T]]']\nTree = Deep[int]",
    ],
)
def test_a_recursive_alias_that_is_no_collection_is_an_object(
    project: Project, definition: str
) -> None:
    found = project.type_of("Tree", definition)
    assert isinstance(found, ObjectOf)
    assert found.annotation == "Tree"
    assert found.reason.endswith("is defined by itself")


def test_a_recursive_alias_inside_costs_only_itself(project: Project) -> None:
    found = project.type_of("dict[str, Tree]", "Tree = tuple[int, 'Tree']")
    assert found == MappingOf(
        MappingKind.DICT, Scalar.STR, ObjectOf("Tree", "m.Tree is defined by itself")
    )


def _declared(project: Project, text: str) -> dict[str, Type]:
    """Return what the recursive aliases of a module are declared as."""
    found = project.module(
        f"import typing\nfrom typing import Optional, Union\n{text}"
    ).declarations
    return {each.name: each.item for each in found if isinstance(each, NewType)}


TREE, BRANCH = Named("m.Tree"), Named("m.Branch")
LIST = SequenceKind.LIST


@pytest.mark.parametrize(
    ("definition", "wanted"),
    [
        ("Tree = list['Tree']", {"Tree": SequenceOf(LIST, TREE)}),
        ("Tree = tuple['Tree', ...]", {"Tree": SequenceOf(SequenceKind.TUPLE, TREE)}),
        ("Tree: typing.TypeAlias = 'list[Tree]'", {"Tree": SequenceOf(LIST, TREE)}),
        ("Tree = Optional[list['Tree']]", {"Tree": SequenceOf(LIST, OptionalOf(TREE))}),
        ("Branch = list['Tree']\nTree = Branch", {"Branch": SequenceOf(LIST, BRANCH)}),
        (
            "Branch = tuple['Tree', 'Tree']\nTree = dict[str, Branch]",
            {"Tree": MappingOf(MappingKind.DICT, Scalar.STR, TupleOf((TREE, TREE)))},
        ),
        ("Branch = list['Tree']\nTree = Union[str, Branch]", {}),
    ],
)
def test_a_recursive_alias_of_a_collection_is_declared(
    project: Project, definition: str, wanted: dict[str, Type]
) -> None:
    assert _declared(project, f"{definition}\ndef f(x: Tree) -> Tree: ...") == wanted


@pytest.mark.parametrize("first", ["Tree", "Branch"])
@pytest.mark.parametrize(
    ("definition", "wanted"),
    [
        (
            "Tree = list['Branch']\nBranch = list['Tree']",
            {"Tree": SequenceOf(LIST, BRANCH), "Branch": SequenceOf(LIST, TREE)},
        ),
        (
            "Tree = list['Branch']\nBranch = tuple[int, 'Tree']",
            {"Tree": SequenceOf(LIST, TupleOf((Scalar.INT, TREE)))},
        ),
        ("Tree = Union[str, 'Branch']\nBranch = list['Tree']", {}),
    ],
)
def test_which_alias_is_used_first_does_not_matter(
    project: Project, definition: str, wanted: dict[str, Type], first: str
) -> None:
    second = {"Tree": "Branch", "Branch": "Tree"}[first]
    text = f"{definition}\ndef f(x: {first}) -> None: ...\ndef g(x: {second}) -> None: ..."
    assert _declared(project, text) == wanted


@pytest.mark.skipif(sys.version_info < (3, 12), reason="the syntax is of Python 3.12")
def test_a_recursive_pep_695_alias_is_declared(project: Project) -> None:
    text = "type Tree = list[Tree]\ndef f(x: Tree) -> None: ..."
    assert _declared(project, text) == {"Tree": SequenceOf(LIST, TREE)}


def test_aliases_from_another_module_keep_its_names(project: Project) -> None:
    project.write(
        "shapes.py", "from typing import List as L\nPoint = tuple[float, float]\nPath = L[Point]"
    )
    found = project.type_of("Path | None", "from shapes import Path")
    point = TupleOf((Scalar.FLOAT, Scalar.FLOAT))
    assert found == OptionalOf(SequenceOf(SequenceKind.LIST, point))


def test_an_alias_of_an_unmapped_type_keeps_its_own_name(project: Project) -> None:
    found = project.type_of("Key", "Key = type[int]")
    assert found == ObjectOf("Key", "it is a class as a value")
