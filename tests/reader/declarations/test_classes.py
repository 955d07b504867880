"""Classes whose instances stay in Python: what makes them, what they have, what they inherit."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from gophersnake.model import (
    Access,
    AwaitableOf,
    Class,
    Function,
    IterationKind,
    IterationOf,
    ManagerOf,
    Named,
    ObjectOf,
    OptionalOf,
    ParameterKind,
    Scalar,
    SequenceKind,
    SequenceOf,
)

if TYPE_CHECKING:
    from tests.reader.conftest import Project

PRELUDE = """
from __future__ import annotations
from abc import ABC, abstractmethod
from functools import cached_property
from typing import Any, ClassVar, Final, Protocol, overload
from typing_extensions import Self
"""

INT, STR = Scalar.INT, Scalar.STR


def classes(project: Project, text: str) -> dict[str, Class]:
    found = project.module(PRELUDE + dedent(text)).declarations
    return {each.name: each for each in found if isinstance(each, Class)}


def shown(function: Function) -> tuple[str, str, list[tuple[str, object]], object]:
    parameters: list[tuple[str, object]] = [(each.name, each.type) for each in function.parameters]
    return function.known_as, function.access.name, parameters, function.result


def members(project: Project, text: str, name: str = "A") -> list[object]:
    return [shown(each) for each in classes(project, text)[name].members]


SELF = ("self", Named("m.A"))


def test_instance_is_the_first_parameter_of_methods(project: Project) -> None:
    text = "class A:\n    def f(this, x: int) -> A | None: ..."
    assert members(project, text) == [
        ("A.f", "METHOD", [SELF, ("x", INT)], OptionalOf(Named("m.A")))
    ]
    (method,) = classes(project, text)["A"].members
    assert method.parameters[0].kind is ParameterKind.POSITIONAL_ONLY
    assert method.signature == "(this, x: int) -> A | None"


def test_class_and_static_methods_take_no_instance(project: Project) -> None:
    text = """
        class A:
            @classmethod
            def of(cls, x: int) -> Self: ...
            @staticmethod
            def at(x: int) -> int: ...
    """
    assert members(project, text) == [
        ("A.of", "CALL", [("x", INT)], Named("m.A")),
        ("A.at", "CALL", [("x", INT)], INT),
    ]
    of, at = classes(project, text)["A"].members
    assert (of.signature, at.signature) == ("(x: int) -> Self", "(x: int) -> int")


def test_private_members_are_left_out(project: Project) -> None:
    text = "class A:\n    _x: int\n    def _f(self): ...\n    def __hidden(self): ..."
    assert members(project, text) == []


def test_properties_are_got_set_and_deleted_as_far_as_they_can_be(project: Project) -> None:
    text = """
        class A:
            @property
            def x(self) -> int:
                '''What x is.'''
            @x.setter
            def x(self, value: float) -> None: ...
            @x.deleter
            def x(self) -> None: ...
            @property
            def y(self) -> int: ...
    """
    assert members(project, text) == [
        ("A.x", "GET", [SELF], INT),
        ("A.x", "SET", [SELF, ("value", Scalar.FLOAT)], Scalar.NONE),
        ("A.x", "DELETE", [SELF], Scalar.NONE),
        ("A.y", "GET", [SELF], INT),
    ]
    got, was_set, deleted, _ = classes(project, text)["A"].members
    assert got.doc == "What x is."
    assert (got.signature, was_set.signature, deleted.signature) == (
        "() -> int",
        "(value: float)",
        "",
    )


def test_cached_property_can_be_set_and_deleted(project: Project) -> None:
    text = "class A:\n    @cached_property\n    def x(self) -> int: ..."
    assert [each.access for each in classes(project, text)["A"].members] == [
        Access.GET,
        Access.SET,
        Access.DELETE,
    ]


def test_what_an_async_property_gives_is_awaited(project: Project) -> None:
    text = """
        class A:
            @property
            async def x(self) -> int: ...
            @property
            async def y(self) -> AsyncIterator[int]:
                yield 1
    """
    assert members(project, f"from collections.abc import AsyncIterator\n{dedent(text)}") == [
        ("A.x", "GET", [SELF], AwaitableOf(INT)),
        ("A.y", "GET", [SELF], IterationOf(IterationKind.ASYNC_ITERATOR, INT)),
    ]


def test_annotated_attributes_of_the_body_and_the_constructor(project: Project) -> None:
    text = """
        class A:
            x: int
            def __init__(self) -> None:
                self.y: int = 1
                self.z = made()
    """
    assert members(project, text) == [
        ("A.x", "GET", [SELF], INT),
        ("A.x", "SET", [SELF, ("value", INT)], Scalar.NONE),
        ("A.y", "GET", [SELF], INT),
        ("A.y", "SET", [SELF, ("value", INT)], Scalar.NONE),
    ]


def test_attributes_that_are_only_given_what_is_written_out_are_read(project: Project) -> None:
    text = """
        class A:
            size = 5
            LIMIT = 3
            names = ["a"]
            other = 1
            def __init__(self) -> None:
                self.count = 0
                self.KIND = "a"
                self.total = 0
            def list(self) -> None:
                self.count += 1
                self.total += len("")
                self.other = "text"
    """
    *found, _ = members(project, text)
    assert found == [
        ("A.size", "GET", [SELF], INT),
        ("A.LIMIT", "CONSTANT", [], INT),
        ("A.names", "GET", [SELF], SequenceOf(SequenceKind.LIST, STR)),
        ("A.count", "GET", [SELF], INT),
        ("A.KIND", "GET", [SELF], STR),
    ]


def test_attribute_without_a_type_in_the_body_is_told_of(project: Project) -> None:
    (found,) = project.module(
        "class A:\n    x = made()\n    y = None\n    _z = made()"
    ).declarations
    assert isinstance(found, Class)
    reason = "it is an attribute without a type: annotate it in the class"
    assert [(each.name, each.reason) for each in found.skipped] == [
        ("A.x", reason),
        ("A.y", reason),
    ]


def test_attribute_is_of_the_type_that_a_class_above_declares(project: Project) -> None:
    text = """
        from typing import ClassVar

        class A:
            width: float
            kind: ClassVar[str]
            @property
            def name(self) -> str: ...

        class _Hidden:
            height: float

        class B(A, _Hidden):
            width = 3
            kind = "b"
            name = "b"
            height = 3
    """
    *_, found = project.module(dedent(text)).declarations
    assert isinstance(found, Class)
    read = [(each.name, each.access.name, each.result, each.signature) for each in found.members]
    assert read == [
        ("B.kind", "CONSTANT", STR, ""),
        ("B.height", "GET", Scalar.FLOAT, ""),
        ("B.height", "SET", Scalar.NONE, ""),
    ]


def test_attributes_that_are_parameters_have_their_types(project: Project) -> None:
    text = """
        class A(Generic[T]):
            def __init__(self, x: int, y: list[T], z) -> None:
                self.x = x
                self.y = y
                self.z = z
                self._hidden = x
    """
    found = classes(project, text)["A"].members
    assert [each.name for each in found if each.access is Access.GET] == ["A.x", "A.y"]
    assert found[0].result == INT


@pytest.mark.parametrize(
    "annotation", ["ClassVar[int]", "Final[int]", "Final[ClassVar[int]]", "Final"]
)
def test_constants_of_the_class_need_no_instance(project: Project, annotation: str) -> None:
    text = f"class A:\n    x: {annotation} = 1"
    assert members(project, text) == [("A.x", "CONSTANT", [], INT)]


def test_final_attribute_of_an_instance_is_read_only(project: Project) -> None:
    text = "class A:\n    def __init__(self) -> None:\n        self.x: Final[int] = 1"
    assert members(project, text) == [("A.x", "GET", [SELF], INT)]


def test_overloaded_methods_are_one_each(project: Project) -> None:
    text = """
        class A:
            @overload
            def f(self, x: int) -> int: ...
            @overload
            def f(self, x: str) -> str: ...
            def f(self, x): ...
    """
    assert [each[0] for each in members(project, text)] == ["A.f", "A.f_str"]  # type: ignore[index]


def test_nested_class_is_declared_by_its_outer_name(project: Project) -> None:
    found = classes(project, "class A:\n    class B:\n        x: int\n    class _C: ...")
    assert list(found) == ["A", "A.B"]


def test_constructor_is_the_class_without_self(project: Project) -> None:
    text = "class A:\n    def __init__(self, x: int, y: int = 1) -> None: ..."
    (made,) = classes(project, text)["A"].constructors
    assert shown(made) == ("A", "CALL", [("x", INT), ("y", INT)], Named("m.A"))
    assert made.signature == "(x: int, y: int = 1) -> None"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("class A: ...", [[]]),
        ("class A:\n    def __new__(cls, x: int) -> A: ...", [["x"]]),
        ("class B:\n    def __init__(self, x: int): ...\nclass A(B): ...", [["x"]]),
        ("import nowhere\nclass A(nowhere.B): ...", [["args", "kwargs"]]),
        ("class A(Protocol):\n    def f(self): ...", []),
        ("class A(ABC):\n    @abstractmethod\n    def f(self): ...", []),
        (
            "class B(ABC):\n    @abstractmethod\n    def f(self): ...\nclass A(B):\n    f = None",
            [[]],
        ),
    ],
)
def test_what_makes_instances(project: Project, text: str, wanted: list[list[str]]) -> None:
    found = classes(project, text)["A"].constructors
    assert [[each.name for each in one.parameters] for one in found] == wanted


def test_bases_are_the_declared_classes_above(project: Project) -> None:
    found = classes(project, "class B: ...\nclass C: ...\nclass A(B, C, dict): ...")
    assert found["A"].bases == (Named("m.B"), Named("m.C"))


def test_members_of_private_bases_are_the_class_s_own(project: Project) -> None:
    text = """
        class B: ...
        class _C(B):
            def f(self) -> Self: ...
        class A(_C): ...
    """
    found = classes(project, text)
    assert found["A"].bases == (Named("m.B"),)
    assert [shown(each) for each in found["A"].members] == [("A.f", "METHOD", [SELF], Named("m.A"))]


def test_methods_that_speak_of_self_are_inherited_anew(project: Project) -> None:
    text = """
        class B:
            def f(self) -> Self: ...
            def g(self) -> int: ...
        class A(B): ...
    """
    assert [shown(each) for each in classes(project, text)["A"].members] == [
        ("A.f", "METHOD", [SELF], Named("m.A"))
    ]


def test_what_several_bases_have_is_that_of_the_first(project: Project) -> None:
    text = """
        class B:
            def f(self) -> int: ...
        class C:
            def f(self) -> str: ...
            def g(self) -> str: ...
        class A(B, C): ...
    """
    assert members(project, text) == [("A.f", "METHOD", [SELF], INT)]


def test_protocol_is_known_as_one(project: Project) -> None:
    found = classes(project, "class P(Protocol):\n    def f(self): ...\nclass A(P): ...")
    assert [each.is_protocol for each in found.values()] == [True, False]


def test_circular_bases_come_to_an_end(project: Project) -> None:
    found = classes(project, "class A(B): ...\nclass B(A): ...\nclass C(C): ...")
    assert [each.bases for each in found.values()] == [(), (), ()]


def test_wishes_for_members(project: Project) -> None:
    text = """
        class A:
            def f(self): ...  # gophersnake: skip
            def g(self): ...  # gophersnake: name=other
    """
    found = classes(project, text)["A"]
    assert [each.name for each in found.skipped] == ["A.f"]
    assert [each.known_as for each in found.members] == ["A.other"]


@pytest.mark.parametrize(
    ("method", "wanted"),
    [
        (
            "def __getitem__(self, key: str) -> int: ...",
            ("A.item", "METHOD", [SELF, ("key", Scalar.STR)], INT),
        ),
        (
            "def __pow__(self, other: int, modulo: int = 1) -> int: ...",
            ("A.pow", "METHOD", [SELF, ("other", INT)], INT),
        ),
        (
            "def __call__(self, x: int, y: int = 1) -> int: ...",
            ("A.call", "METHOD", [SELF, ("x", INT), ("y", INT)], INT),
        ),
        ("def __enter__(self) -> Self: ...", ("A.manager", "METHOD", [SELF], ManagerOf(SELF[1]))),
        (
            "async def __aenter__(self) -> Self: ...",
            ("A.async_manager", "METHOD", [SELF], ManagerOf(SELF[1], is_async=True)),
        ),
        (
            "def __iter__(self) -> Iterator[int]: ...",
            ("A.all", "METHOD", [SELF], IterationOf(IterationKind.ITERATOR, INT)),
        ),
        (
            "def __iter__(self) -> Self: ...\n    def __next__(self) -> int: ...",
            ("A.all", "METHOD", [SELF], IterationOf(IterationKind.ITERATOR, INT)),
        ),
        (
            "def __iter__(self): ...",
            ("A.all", "METHOD", [SELF], IterationOf(IterationKind.ITERATOR, Scalar.ANY)),
        ),
    ],
)
def test_special_methods_have_names_of_their_own(
    project: Project, method: str, wanted: object
) -> None:
    text = f"from collections.abc import Iterator\nclass A:\n    {method}"
    assert members(project, text) == [wanted]


@pytest.mark.parametrize("returned", ["Self", "A", "B"])
@pytest.mark.parametrize("method", ["__iter__", "__aiter__"])
def test_iterator_gives_what_its_class_does(project: Project, method: str, returned: str) -> None:
    advance = "def __next__(self) -> int: ...\n    async def __anext__(self) -> int: ..."
    text = f"""
class B:
    {advance}
class A:
    def {method}(self) -> {returned}: ...
    {advance if returned != "B" else ""}
"""
    (found,) = classes(project, text)["A"].members
    iterates = method == "__iter__"
    assert found.result == (IterationOf(IterationKind.ITERATOR, INT) if iterates else INT)
    assert (found.is_range, found.is_stream) == (iterates, not iterates)


def test_class_may_be_iterated_over_in_both_ways(project: Project) -> None:
    text = """
from collections.abc import AsyncIterator, Iterator
class A:
    def __aiter__(self) -> AsyncIterator[int]: ...
    def __iter__(self) -> Iterator[int]: ...
"""
    found = classes(project, text)["A"].members
    assert [each.known_as for each in found] == ["A.async_all", "A.all"]


def test_special_method_gives_way_to_a_plain_one(project: Project) -> None:
    text = "class A:\n    def __iter__(self): ...\n    def all(self): ..."
    assert [each.known_as for each in classes(project, text)["A"].members] == ["A.all_", "A.all"]


@pytest.mark.parametrize("name", ["__str__", "__len__", "__eq__", "__init_subclass__", "__del__"])
def test_special_methods_that_every_object_has_need_no_other(project: Project, name: str) -> None:
    assert members(project, f"class A:\n    def {name}(self, *args): ...") == []


def test_exception_is_a_class_that_can_be_raised(project: Project) -> None:
    found = classes(project, "class A(LookupError): ...\nclass B(A): ...\nclass C: ...")
    assert [each.is_exception for each in found.values()] == [True, True, False]
    (made,) = found["B"].constructors
    assert [each.name for each in made.parameters] == ["args"]


def test_a_base_may_have_another_name(project: Project) -> None:
    module = project.module(
        """
        from typing import Generic, TypeVar
        T = TypeVar("T")
        class Stack(Generic[T]):
            def get(self) -> T: ...
        Ints = Stack[int]
        class Numbers(Ints): ...
        """
    )
    numbers = next(each for each in module.declarations if each.name == "Numbers")
    assert isinstance(numbers, Class)
    assert [each.path for each in numbers.bases] == ["m.Stack"]


@pytest.mark.parametrize(
    ("body", "hashable"),
    [
        ("class A: ...", True),
        ("class A:\n    def __eq__(self, o): ...", False),
        ("class A:\n    def __eq__(self, o): ...\n    def __hash__(self): ...", True),
        ("class A:\n    __hash__ = None", False),
        ("class B:\n    __hash__ = None\nclass A(B):\n    __hash__ = object.__hash__", True),
        ("class A(list[int]): ...", False),
        ("class A(str):\n    def f(self): ...", True),
        ("# gophersnake: handle\n@dataclass\nclass A:\n    x: int", False),
        ("# gophersnake: handle\n@dataclass(frozen=True)\nclass A:\n    x: int", True),
    ],
)
def test_sets_hold_what_python_can_hash(project: Project, body: str, hashable: bool) -> None:
    text = f"from dataclasses import dataclass\n{body}\ndef f(x: set[A], y: dict[A, int]): ...\n"
    found = [each.type for each in project.function(text).parameters]
    assert [isinstance(each, ObjectOf) for each in found] == [not hashable] * 2
