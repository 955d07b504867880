"""Type variables: what Go is generic over, and what stays an object."""

from __future__ import annotations

import sys

import pytest

from gophersnake.model import (
    Class,
    MappingKind,
    MappingOf,
    Named,
    ObjectOf,
    OptionalOf,
    Record,
    Scalar,
    SequenceKind,
    SequenceOf,
    Type,
    Variable,
)
from tests.reader.conftest import Project

T = Variable("m.T", "T")
PRELUDE = """
from typing import AnyStr, Callable, Generic, ParamSpec, TypeVar, TypeVarTuple
from typing_extensions import Unpack
T = TypeVar("T")
R = TypeVar("R")
_Item_co = TypeVar("_Item_co", covariant=True)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
"""
UNTOLD = "no parameter that is always passed has it, so Go could not tell which type it is"


def list_of(item: Type) -> SequenceOf:
    return SequenceOf(SequenceKind.LIST, item)


def cls(project: Project, text: str, name: str = "Box") -> Class:
    module = project.module(PRELUDE + text)
    found = next(each for each in module.declarations if each.name == name)
    assert isinstance(found, Class)
    return found


def types_of(declared: Class, name: str) -> tuple[list[Type], Type]:
    found = next(each for each in declared.members if each.name == f"{declared.name}.{name}")
    return [each.type for each in found.parameters], found.result


@pytest.mark.parametrize("source", ["typing", "own"])
def test_what_makes_type_variables_is_known_through_imports(project: Project, source: str) -> None:
    project.write("own.py", "from typing import TypeVar, ParamSpec, Callable, TypeAlias")
    module = project.module(
        f"""
        from {source} import *
        T = TypeVar("T")
        P = ParamSpec("P")
        Items: TypeAlias = list[T]
        def f(items: Items[T], *rest: T) -> T: ...
        def call(f: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T: ...
        """
    )
    assert module.skipped == ()
    first, second = module.functions
    assert [first.parameters[0].type, first.result] == [list_of(T), T]
    assert [each.type for each in second.parameters[1:]] == [Scalar.ANY, Scalar.ANY]
    assert second.result == T


def test_a_function_is_generic_over_what_its_parameters_tell(project: Project) -> None:
    function = project.function(PRELUDE + "def f(items: list[T]) -> T | None: ...")
    assert [each.type for each in function.parameters] == [list_of(T)]
    assert function.result == OptionalOf(T)


@pytest.mark.parametrize(
    "parameters", ["", "x: T = ...", "**kwargs: T", "cls: type[T]", "x: int | T"]
)
def test_what_no_call_tells_is_an_object(project: Project, parameters: str) -> None:
    function = project.function(PRELUDE + f"def f({parameters}) -> T: ...")
    assert function.result == ObjectOf("T", UNTOLD)


@pytest.mark.parametrize(
    ("variable", "expected"),
    [
        ("TypeVar('V', int, str)", Variable("m.V", "V", (Scalar.INT, Scalar.STR))),
        ("TypeVar('V', bound='Thing')", Variable("m.V", "V", bound="Thing")),
        ("TypeVar('V', contravariant=True)", Variable("m.V", "V")),
    ],
)
def test_constraints_and_bounds(project: Project, variable: str, expected: Variable) -> None:
    text = f"{PRELUDE}class Thing: ...\nV = {variable}\ndef f(x: V) -> V: ..."
    assert project.function(text).result == expected


def test_marks_of_variance_and_privacy_are_not_part_of_a_name(project: Project) -> None:
    function = project.function(PRELUDE + "def f(x: _Item_co) -> _Item_co: ...")
    assert function.result == Variable("m._Item_co", "Item")


def test_any_str_is_str_or_bytes(project: Project) -> None:
    function = project.function(PRELUDE + "def f(x: AnyStr) -> AnyStr: ...")
    assert function.result == Variable("typing.AnyStr", "AnyStr", (Scalar.STR, Scalar.BYTES))


def test_a_union_with_a_type_variable_is_an_object(project: Project) -> None:
    function = project.function(PRELUDE + "def f(x: T | int) -> int: ...")
    reason = "a union with a type variable in it, which Go would not tell apart"
    assert function.parameters[0].type == ObjectOf("T | int", reason)


def test_a_class_is_generic_over_its_variables_in_their_order(project: Project) -> None:
    box = cls(project, "class Box(Generic[R, T]):\n    def get(self, key: R) -> T: ...")
    assert [each.name for each in box.variables] == ["R", "T"]
    r = Variable("m.R", "R")
    assert types_of(box, "get") == ([Named("m.Box", (r, T)), r], T)


def test_a_class_used_with_type_arguments(project: Project) -> None:
    text = "class Box(Generic[T]): ...\ndef f(x: Box[int], y: Box) -> Box[list[str]]: ..."
    function = project.function(PRELUDE + text)
    given = [each.type for each in function.parameters]
    assert given == [Named("m.Box", (Scalar.INT,)), Named("m.Box", (Scalar.ANY,))]
    assert function.result == Named("m.Box", (list_of(Scalar.STR),))


def test_type_variables_have_defaults(project: Project) -> None:
    text = """
from typing_extensions import TypeVar as V
A = TypeVar("A")
C = V("C", default=int)
D = V("D", default="list[C]")
class Box(Generic[A, C, D]): ...
class Sub(Box[str]): ...
def f(x: Box, y: Box[str], z: Box[str, bool], w: Box[str, bool, bytes]) -> Sub: ...
"""
    function = project.function(PRELUDE + text)
    arguments = [
        each.type.arguments for each in function.parameters if isinstance(each.type, Named)
    ]
    assert arguments == [
        (Scalar.ANY, Scalar.INT, list_of(Scalar.INT)),
        (Scalar.STR, Scalar.INT, list_of(Scalar.INT)),
        (Scalar.STR, Scalar.BOOL, list_of(Scalar.BOOL)),
        (Scalar.STR, Scalar.BOOL, Scalar.BYTES),
    ]
    assert cls(project, PRELUDE + text, "Sub").bases[0].arguments == arguments[1]


def test_bases_have_the_type_arguments_that_are_written(project: Project) -> None:
    text = "class Box(Generic[T]): ...\nclass Sub(Box[list[R]]): ...\nclass Ints(Box[int]): ..."
    sub, ints = cls(project, text, "Sub"), cls(project, text, "Ints")
    assert sub.bases == (Named("m.Box", (list_of(Variable("m.R", "R")),)),)
    assert (ints.bases, ints.variables) == ((Named("m.Box", (Scalar.INT,)),), ())


def test_members_of_private_bases_speak_of_the_types_of_the_class(project: Project) -> None:
    text = """
class _Hidden(Generic[T]):
    def get(self) -> dict[str, T]: ...
class Box(_Hidden[list[R]]): ...
"""
    expected = MappingOf(MappingKind.DICT, Scalar.STR, list_of(Variable("m.R", "R")))
    assert types_of(cls(project, text), "get")[1] == expected


def test_a_class_says_which_of_its_variables_are_keys(project: Project) -> None:
    text = """
class Box(Generic[T, R]):
    def all(self) -> dict[T, R]: ...
class Twice(Generic[R]):
    def box(self) -> Box[R, int]: ...
"""
    assert [each.is_key for each in cls(project, text).variables] == [True, False]
    assert [each.is_key for each in cls(project, text, "Twice").variables] == [True]


def test_a_variable_of_a_method_that_is_called_as_the_class_s(project: Project) -> None:
    text = """
_T = TypeVar("_T")
class Box(Generic[T]):
    def map(self, f: Callable[[T], _T]) -> "Box[_T]": ...
"""
    own = Variable("m._T", "T2")
    assert types_of(cls(project, text), "map")[1] == Named("m.Box", (own,))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "class Box(Generic[P, T]):\n    def get(self) -> T: ...",
            "its class is generic over parameters of functions too, which Go cannot be",
        ),
        (
            "class Box(Exception, Generic[T]):\n    def get(self) -> T: ...",
            "an exception is of one type in Go",
        ),
    ],
)
def test_classes_that_go_is_not_generic_over(project: Project, text: str, reason: str) -> None:
    box = cls(project, text)
    assert box.variables == ()
    assert types_of(box, "get")[1] == ObjectOf("T", reason)


def test_a_record_is_generic_as_a_class_is(project: Project) -> None:
    text = """
from dataclasses import dataclass
@dataclass
class Pair(Generic[T, R]):
    left: T
    right: dict[R, T]
@dataclass
class Named(Pair[str, T]):
    more: list[T]
"""
    module = project.module(PRELUDE + text)
    pair, named = (each for each in module.declarations if isinstance(each, Record))
    r = Variable("m.R", "R")
    assert [(each.name, each.is_key) for each in pair.variables] == [("T", False), ("R", True)]
    assert [each.type for each in pair.fields] == [T, MappingOf(MappingKind.DICT, r, T)]
    assert [each.type for each in named.fields] == [
        Scalar.STR,
        MappingOf(MappingKind.DICT, T, Scalar.STR),
        list_of(T),
    ]
    assert pair.constructor is not None
    assert pair.constructor.result == Named("m.Pair", (T, r))


@pytest.mark.parametrize(
    ("method", "ends"),
    [
        ("def f(self) -> 'Box[list[T]]': ...", False),
        ("def f(self) -> 'list[Other[T | None]]': ...", False),
        ("def f(self) -> 'Box[T]': ...", True),
        ("def f(self) -> 'Far[list[T]]': ...", True),
        ("@classmethod\n    def f(cls) -> 'Box[list[T]]': ...", True),
        ("def f(self) -> 'Box[int]': ...", True),
    ],
)
def test_types_that_would_go_on_without_end_are_objects(
    project: Project, method: str, *, ends: bool
) -> None:
    text = f"""
class Box(Generic[T]):
    {method}
class Other(Generic[R]):
    def back(self) -> Box[R]: ...
class Far(Generic[R]): ...
"""
    result = types_of(cls(project, text), "f")[1]
    objects = [each for each in _parts(result) if isinstance(each, ObjectOf)]
    reason = "types in it would go on without end, and Go makes them all when it compiles"
    assert [each.reason for each in objects] == ([] if ends else [reason])


def _parts(type_: Type) -> list[Type]:
    return [type_, *_parts(type_.item)] if isinstance(type_, SequenceOf) else [type_]


@pytest.mark.skipif(sys.version_info < (3, 12), reason="the syntax is of Python 3.12")
def test_type_parameters_of_functions_and_classes(project: Project) -> None:
    text = """
def f[V: (int, str)](x: V) -> list[V]: ...
class Box[K, *Vs]: ...
class Sub[K]:
    def get(self, key: K) -> "dict[K, int]": ...
    def map[R](self, key: R) -> "Sub[R]": ...
"""
    v = Variable("m.f[V]", "V", (Scalar.INT, Scalar.STR))
    assert project.function(text).result == list_of(v)
    assert cls(project, text).variables == ()
    sub = cls(project, text, "Sub")
    assert sub.variables == (Variable("m.Sub[K]", "K", is_key=True),)
    assert types_of(sub, "map")[1] == Named("m.Sub", (Variable("m.Sub.map[R]", "R"),))
