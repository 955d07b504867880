"""What records have besides their fields."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

from gophersnake.model import Access, Class, Named, Record, Scalar

if TYPE_CHECKING:
    from tests.reader.conftest import Project

PRELUDE = """\
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, NamedTuple

import attrs
from pydantic import BaseModel, field_validator
"""


def record(project: Project, text: str) -> Record:
    found = project.module(f"{PRELUDE}\n{dedent(text)}").declarations[-1]
    assert isinstance(found, Record)
    return found


def accesses(of: Record) -> dict[str, Access]:
    return {each.name: each.access for each in of.methods}


def test_members_besides_fields(project: Project) -> None:
    found = record(
        project,
        """
        @dataclass
        class A:
            x: int
            kinds: ClassVar[int] = 1

            def f(self, y: int) -> "A": ...

            @property
            def p(self) -> int: ...

            @p.setter
            def p(self, value: int) -> None: ...

            @cached_property
            def c(self) -> int: ...

            @classmethod
            def k(cls) -> "A": ...

            @staticmethod
            def s() -> int: ...

            def _hidden(self) -> None: ...

            def __len__(self) -> int: ...
        """,
    )
    assert [each.name for each in found.fields] == ["x"]
    wanted = {
        "A.kinds": Access.CONSTANT,
        "A.f": Access.METHOD,
        "A.p": Access.GET,
        "A.c": Access.GET,
        "A.k": Access.CALL,
        "A.s": Access.CALL,
        "A.__len__": Access.METHOD,
    }
    assert accesses(found) == wanted
    method = next(each for each in found.methods if each.name == "A.f")
    assert [each.type for each in method.parameters] == [Named("m.A"), Scalar.INT]


def test_inherited_methods_take_the_class_itself(project: Project) -> None:
    found = record(
        project,
        """
        @dataclass
        class A:
            x: int
            def f(self) -> int: ...
            def g(self) -> int: ...

        @dataclass
        class B(A):
            def g(self) -> str: ...
        """,
    )
    assert [(each.name, each.result) for each in found.methods] == [
        ("B.g", Scalar.STR),
        ("B.f", Scalar.INT),
    ]
    assert {each.parameters[0].type for each in found.methods} == {Named("m.B")}


def test_methods_of_a_named_tuple(project: Project) -> None:
    found = record(project, "class P(NamedTuple):\n    x: int\n    def f(self) -> int: ...")
    assert accesses(found) == {"P.f": Access.METHOD}


def test_validators_are_no_methods(project: Project) -> None:
    found = record(
        project,
        """
        class A(BaseModel):
            x: int

            @field_validator("x")
            @classmethod
            def checked(cls, x: int) -> int: ...

            def f(self) -> int: ...
        """,
    )
    assert accesses(found) == {"A.f": Access.METHOD}
    found = record(
        project,
        """
        @attrs.define
        class A:
            x: int = attrs.field()

            @x.default
            def _x(self) -> int: ...

            @x.validator
            def check(self, attribute, value): ...
        """,
    )
    assert found.methods == ()


def test_record_as_a_handle(project: Project) -> None:
    module = project.module(
        PRELUDE
        + dedent("""
            # gophersnake: handle
            @dataclass
            class A:
                x: int
                y: int = 1

            def f(a: A) -> A: ...
        """)
    )
    (found,) = module.declarations
    assert isinstance(found, Class)
    (made,) = found.constructors
    assert [(each.name, each.default) for each in made.parameters] == [("x", None), ("y", "1")]
    assert module.functions[0].result == Named("m.A")


def test_abstract_record_and_those_that_stand_in_for_it_are_handles(project: Project) -> None:
    module = project.module(
        PRELUDE
        + dedent("""
            from abc import ABC, abstractmethod

            @dataclass
            class A(ABC):
                x: int

                @abstractmethod
                def f(self) -> int: ...

            class B(A):
                def f(self) -> int: ...
        """)
    )
    base, child = module.declarations
    assert isinstance(base, Class)
    assert base.constructors == ()
    assert isinstance(child, Class)
    (made,) = child.constructors
    assert [each.name for each in made.parameters] == ["x"]


def test_special_methods_are_called_as_go_does_it(project: Project) -> None:
    found = record(
        project,
        """
        @dataclass
        class A:
            x: int
            def __add__(self, other: "A") -> "A": ...
            def __len__(self) -> int: ...
            def __str__(self) -> str: ...
            def __setitem__(self, at: int, to: int) -> None: ...
            def __post_init__(self) -> None: ...
            def truth(self) -> int: ...
            def __bool__(self) -> bool: ...
        """,
    )
    assert [each.known_as for each in found.methods] == [
        *("A.add", "A.len", "A.str"),
        *("A.truth", "A.truth_"),
    ]
    (skipped,) = found.skipped
    assert skipped.name == "A.__setitem__"
    assert skipped.reason == (
        "it changes the object, and Go has a copy: with `# gophersnake: handle` above the class "
        "it stays in Python"
    )
