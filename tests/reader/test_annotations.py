"""Every spelling of a type, and the type of the model it is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from gophersnake.model import (
    MappingKind,
    MappingOf,
    Named,
    ObjectOf,
    OptionalOf,
    Scalar,
    SequenceKind,
    SequenceOf,
    SetKind,
    SetOf,
    TupleOf,
    Type,
)

if TYPE_CHECKING:
    from tests.reader.conftest import Project

INT, FLOAT, STR, ANY, NONE = Scalar.INT, Scalar.FLOAT, Scalar.STR, Scalar.ANY, Scalar.NONE


def list_of(item: Type) -> SequenceOf:
    return SequenceOf(SequenceKind.LIST, item)


def sequence_of(item: Type) -> SequenceOf:
    return SequenceOf(SequenceKind.SEQUENCE, item)


def dict_of(key: Type, value: Type) -> MappingOf:
    return MappingOf(MappingKind.DICT, key, value)


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("bool", Scalar.BOOL),
        ("int", INT),
        ("float", FLOAT),
        ("complex", Scalar.COMPLEX),
        ("str", STR),
        ("typing.Text", STR),
        ("typing.LiteralString", STR),
        ("bytes", Scalar.BYTES),
        ("bytearray", Scalar.BYTEARRAY),
        ("memoryview", Scalar.BUFFER),
        ("collections.abc.Buffer", Scalar.BUFFER),
        ("typing_extensions.Buffer", Scalar.BUFFER),
        ("typing.ByteString", Scalar.BUFFER),
        ("None", NONE),
        ("types.NoneType", NONE),
        ("object", ANY),
        ("Any", ANY),
        ("typing.Any", ANY),
    ],
)
def test_scalars(project: Project, annotation: str, wanted: Type) -> None:
    assert project.type_of(annotation, "import types, typing_extensions") == wanted


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("list[float]", list_of(FLOAT)),
        ("typing.List[float]", list_of(FLOAT)),
        ("collections.abc.MutableSequence[int]", sequence_of(INT)),
        ("typing.MutableSequence[int]", sequence_of(INT)),
        ("Sequence[str]", sequence_of(STR)),
        ("typing.Sequence[str]", sequence_of(STR)),
        ("collections.abc.Collection[str]", sequence_of(STR)),
        ("typing.Collection[str]", sequence_of(STR)),
        ("tuple[int, ...]", SequenceOf(SequenceKind.TUPLE, INT)),
        ("typing.Tuple[int, ...]", SequenceOf(SequenceKind.TUPLE, INT)),
        ("tuple[int, str]", TupleOf((INT, STR))),
        ("tuple[int]", TupleOf((INT,))),
        ("tuple[()]", TupleOf(())),
        ("set[int]", SetOf(SetKind.SET, INT)),
        ("typing.Set[int]", SetOf(SetKind.SET, INT)),
        ("typing.AbstractSet[int]", SetOf(SetKind.ABSTRACT, INT)),
        ("collections.abc.Set[int]", SetOf(SetKind.ABSTRACT, INT)),
        ("collections.abc.MutableSet[int]", SetOf(SetKind.ABSTRACT, INT)),
        ("frozenset[str]", SetOf(SetKind.FROZENSET, STR)),
        ("typing.FrozenSet[str]", SetOf(SetKind.FROZENSET, STR)),
        ("dict[str, int]", dict_of(STR, INT)),
        ("typing.Dict[str, int]", dict_of(STR, INT)),
        ("typing.MutableMapping[str, int]", MappingOf(MappingKind.MAPPING, STR, INT)),
        ("Mapping[str, int]", MappingOf(MappingKind.MAPPING, STR, INT)),
        ("typing.Mapping[str, int]", MappingOf(MappingKind.MAPPING, STR, INT)),
        ("list", list_of(ANY)),
        ("typing.List", list_of(ANY)),
        ("dict", dict_of(ANY, ANY)),
        ("set", SetOf(SetKind.SET, ANY)),
        ("tuple", SequenceOf(SequenceKind.TUPLE, ANY)),
        ("dict[str, list[tuple[int, float]]]", dict_of(STR, list_of(TupleOf((INT, FLOAT))))),
        ("dict[tuple[int, str], bytes]", dict_of(TupleOf((INT, STR)), Scalar.BYTES)),
    ],
)
def test_containers(project: Project, annotation: str, wanted: Type) -> None:
    assert project.type_of(annotation) == wanted


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("Optional[int]", OptionalOf(INT)),
        ("int | None", OptionalOf(INT)),
        ("None | int", OptionalOf(INT)),
        ("Union[int, None]", OptionalOf(INT)),
        ("Union[None, int]", OptionalOf(INT)),
        ("Union[int]", INT),
        ("Optional[Optional[int]]", OptionalOf(INT)),
        ("Optional[int | None]", OptionalOf(INT)),
        ("Optional[Any]", ANY),
        ("object | None", ANY),
        ("int | Any", ANY),
        ("Optional[None]", NONE),
        ("None | None", NONE),
        ("list[int | None]", list_of(OptionalOf(INT))),
        ("Optional[list[int]]", OptionalOf(list_of(INT))),
        ("list[float] | typing.List[float]", list_of(FLOAT)),
        ("int | float", FLOAT),
        ("float | int", FLOAT),
        ("Union[int, float, None]", OptionalOf(FLOAT)),
        ("int | None | float", OptionalOf(FLOAT)),
        ("complex | int | float", Scalar.COMPLEX),
    ],
)
def test_optionals_and_unions_that_are_one_type(
    project: Project, annotation: str, wanted: Type
) -> None:
    assert project.type_of(annotation) == wanted


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("Annotated[int, 'metres']", INT),
        ("Annotated[Annotated[list[int], 1], 2]", list_of(INT)),
        ("list[Annotated['float', 'x']]", list_of(FLOAT)),
        ("typing.Final[int]", INT),
        ("typing.ClassVar[int]", INT),
    ],
)
def test_wrappers_are_what_they_wrap(project: Project, annotation: str, wanted: Type) -> None:
    assert project.type_of(annotation) == wanted


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("'list[float]'", list_of(FLOAT)),
        ("list['float']", list_of(FLOAT)),
        ("'list[\"float\"]'", list_of(FLOAT)),
        ("'int | None'", OptionalOf(INT)),
        ("Optional['int']", OptionalOf(INT)),
        ("' int '", INT),
    ],
)
@pytest.mark.parametrize("future", [True, False])
def test_strings_are_what_they_say(
    project: Project, annotation: str, wanted: Type, *, future: bool
) -> None:
    first = "from __future__ import annotations\n" if future else ""
    text = f"{first}from typing import Optional\ndef f(x: {annotation}): ..."
    assert project.function(text).parameters[0].type == wanted


@pytest.mark.parametrize(
    ("prelude", "annotation", "wanted"),
    [
        ("from typing import List as L", "L[int]", list_of(INT)),
        ("import typing as t", "t.Optional[t.List[int]]", OptionalOf(list_of(INT))),
        ("from typing_extensions import Annotated as A", "A[int, 1]", INT),
        ("import builtins", "builtins.int", INT),
        ("import collections.abc as cabc", "cabc.Sequence[int]", sequence_of(INT)),
        ("from collections import abc", "abc.Sequence[int]", sequence_of(INT)),
        (
            "if typing.TYPE_CHECKING:\n    from typing import Dict as D",
            "D[str, int]",
            dict_of(STR, INT),
        ),
        (
            "try:\n    from typing import Sequence as S\nexcept ImportError:\n    S = None",
            "S[int]",
            sequence_of(INT),
        ),
    ],
)
def test_imports_under_other_names(
    project: Project, prelude: str, annotation: str, wanted: Type
) -> None:
    assert project.type_of(annotation, prelude) == wanted


def test_names_imported_from_other_modules_of_the_package(project: Project) -> None:
    project.write("pkg/__init__.py", "from .core import f as f")
    project.write("pkg/compat.py", "from typing import List as Many\nfrom collections.abc import *")
    project.write(
        "pkg/names.py", "from .compat import Many as Lots\nVec = Lots['Item']\nItem = int"
    )
    project.write(
        "pkg/core.py",
        """
        from . import names
        from .names import Vec
        import pkg.compat
        from pkg.compat import *
        def f(a: names.Vec, b: Vec, c: "pkg.compat.Many[str]", d: Sequence[int]) -> None: ...
        """,
    )
    (function,) = project.read("pkg").functions
    assert [each.type for each in function.parameters] == [
        list_of(INT),
        list_of(INT),
        list_of(STR),
        sequence_of(INT),
    ]


def test_a_submodule_imported_by_its_package_is_known_there(project: Project) -> None:
    project.write("pkg/__init__.py", "from . import names\ndef f(a: names.Vec) -> None: ...")
    project.write("pkg/names.py", "Vec = list[int]")
    assert project.read("pkg").functions[0].parameters[0].type == list_of(INT)


def test_a_name_defined_in_the_module_hides_the_builtin(project: Project) -> None:
    assert project.type_of("float", "class float: ...") == Named("m.float")


@pytest.mark.parametrize(
    ("annotation", "reason"),
    [
        ("type[str] | type[int]", "a union with type[str] in it: it is a class as a value"),
        ("typing.Literal[5, CONSTANT]", "CONSTANT is no value of a literal that can be read"),
        ("typing.Literal", "a literal names its values: Literal['a', 'b']"),
        ("type[int]", "it is a class as a value"),
        ("typing.Hashable", "values are only known to be hashable"),
        ("typing.SupportsAbs[int]", "any type with the right method is accepted"),
        ("Thing", "the class m.Thing is of a kind that has no form in Go"),
        ("np.dtype[Any]", "numpy.dtype has no counterpart in Go"),
        ("re.Pattern[bytes]", "a pattern of bytes has no type in Go; one of str has"),
        ("os.PathLike[bytes]", "a path of bytes has no type in Go; one of str has"),
        ("Unknown", "the name Unknown is not defined in its module"),
        ("nowhere.Thing", "the module nowhere was not found"),
        ("sys.Thing", "what sys.Thing is cannot be told without running it"),
        ("5", "it is not a type"),
        ("CONSTANT", "it is not a type"),
        ("'no type!'", "it is not a type"),
        ("helper", "it is not a type"),
        ("make()", "it is not a type"),
        ("list[int, str]", "1 type expected in the brackets, got 2"),
        ("dict[int]", "2 types expected in the brackets, got 1"),
        (
            "tuple[int, Unpack[tuple[str, ...]]]",
            "a tuple with an unpacked part (PEP 646) has no fixed length",
        ),
        ("dict[list[int], str]", "values of list[int] are not hashable: no dict has such keys"),
        ("set[dict[str, int]]", "values of dict[str, int] are not hashable: no set holds them"),
        (
            "collections.abc.MappingView",
            "only its length is known; KeysView, ValuesView or ItemsView says more",
        ),
    ],
)
def test_objects_say_why(project: Project, annotation: str, reason: str) -> None:
    prelude = """
    import collections, nowhere, os, re
    from typing_extensions import Unpack
    T = typing.TypeVar("T")
    CONSTANT = 5
    class Thing(type): ...
    def helper(): ...
    """
    assert project.type_of(annotation, prelude) == ObjectOf(annotation, reason)


def test_a_name_that_a_package_does_not_define(project: Project) -> None:
    undefined = "the name Missing is not defined in its module"
    text = "def f(a: 'Missing', b: Missing) -> None: ..."
    project.write("pkg/__init__.py", text)
    a, b = project.read("pkg").functions[0].parameters
    assert (a.type, b.type) == (ObjectOf("Missing", undefined), ObjectOf("Missing", undefined))

    project.write("pkg2/__init__.py", f"{text}\ndef __getattr__(name): ...")
    a, _ = project.read("pkg2").functions[0].parameters
    unknown = "what pkg2.Missing is cannot be told without running it"
    assert a.type == ObjectOf("Missing", unknown)


@pytest.mark.parametrize(
    "annotation",
    [
        "lambda: 1",
        "[int]",
        "{1: 2}",
        "int if 1 else str",
        "f'a{1}'",
        "-1",
        "b'x'",
        "(y := int)",
        "int & str",
        "list[int][str]",
        "'list[int'",
        "''",
        "'a; b'",
        "'await z'",
        "__import__('os').system('exit 1')",
        "...",
    ],
)
def test_what_is_no_type_at_all_is_an_object(project: Project, annotation: str) -> None:
    found = project.type_of(annotation)
    assert isinstance(found, ObjectOf)
    assert found.reason == "it is not a type"


@pytest.mark.skipif(sys.version_info < (3, 11), reason="the syntax is of Python 3.11")
def test_a_starred_part_of_a_tuple_is_one_too(project: Project) -> None:
    found = project.type_of("tuple[int, *tuple[str, ...]]")
    assert isinstance(found, ObjectOf)
    assert found.reason == "a tuple with an unpacked part (PEP 646) has no fixed length"


def test_an_object_inside_costs_only_itself(project: Project) -> None:
    found = project.type_of("dict[str, list[type[int] | None]]")
    inner = ObjectOf("type[int]", "it is a class as a value")
    assert found == dict_of(STR, list_of(OptionalOf(inner)))


def test_a_union_of_objects_and_none_is_an_optional_object(project: Project) -> None:
    found = project.type_of("type[str] | type[int] | None")
    inner = "a union with type[str] in it: it is a class as a value"
    assert found == OptionalOf(ObjectOf("type[str] | type[int]", inner))


@pytest.mark.parametrize("annotation", ["typing.NoReturn", "typing.Never"])
def test_a_function_that_never_returns_gives_nothing(project: Project, annotation: str) -> None:
    assert project.function(f"import typing\ndef f() -> {annotation}: ...").result is NONE
