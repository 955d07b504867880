"""Enums: their members, and what these cross as."""

from __future__ import annotations

import sys
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from gophersnake.model import Access, Crosses, Enumeration, Named, Scalar

if TYPE_CHECKING:
    from tests.reader.conftest import Project

PRELUDE = "import enum\nfrom enum import Enum, Flag, IntEnum, IntFlag, auto\n"

_NUMBERS = {"X": 1, "Y": 2, "Z": 1}
_NAMES = {"X": "X", "Y": "Y", "Z": "X"}


def enumeration(project: Project, text: str) -> Enumeration:
    (found,) = project.module(PRELUDE + dedent(text)).declarations
    assert isinstance(found, Enumeration)
    return found


@pytest.mark.parametrize(
    ("text", "crosses", "members"),
    [
        ("class A(Enum):\n    X = 'x'\n    Y = 'y'", Crosses.VALUE, {"X": "x", "Y": "y"}),
        (
            "class A(Enum):\n    X = 1\n    Y = auto()\n    Z = X",
            Crosses.VALUE,
            _NUMBERS,
        ),
        ("class A(enum.StrEnum):\n    BIG = auto()", Crosses.VALUE, {"BIG": "big"}),
        ("class A(str, Enum):\n    X = 'x'", Crosses.VALUE, {"X": "x"}),
        ("class A(IntEnum):\n    X = -1\n    Y = 1 << 4", Crosses.VALUE, {"X": -1, "Y": 16}),
        ("class A(Enum):\n    X = 1\n    Y = 'y'", Crosses.NAME, {"X": "X", "Y": "Y"}),
        ("class A(Enum):\n    X = 1, 2\n    Y = X", Crosses.NAME, {"X": "X", "Y": "Y"}),
        (
            "class A(Enum):\n    X = 'a'\n    Y = 1\n    Z = 'a'",
            Crosses.NAME,
            _NAMES,
        ),
        ("class A(Enum):\n    X = True", Crosses.NAME, {"X": "X"}),
        ("class A(Enum):\n    X = make()", Crosses.NAME, {"X": "X"}),
        (
            "class A(Flag):\n    X = auto()\n    Y = auto()\n    Z = X | Y\n    W = auto()",
            Crosses.BITS,
            {"X": 1, "Y": 2, "Z": 3, "W": 4},
        ),
        ("class A(IntFlag):\n    X = 1\n    Y = make()", Crosses.BITS, {"X": 1}),
        (
            "class A(Flag):\n    X = 2**0\n    Y = 2**62\n    Z = 2**63\n    W = 2 ** -1",
            Crosses.BITS,
            {"X": 1, "Y": 2**62},
        ),
        # Python 3.10 goes on from the last value, later ones go on from the highest.
        (
            "class A(Flag):\n    X = 8\n    Y = 1\n    Z = auto()",
            Crosses.BITS,
            {"X": 8, "Y": 1, "Z": 2 if sys.version_info < (3, 11) else 16},
        ),
        (
            "class A(Enum):\n    X = 2\n    Y = 1\n    Z = auto()",
            Crosses.NAME,
            {"X": "X", "Y": "Y", "Z": "Z"},
        ),
        ("class A(Enum):\n    X = -2\n    Y = auto()", Crosses.VALUE, {"X": -2, "Y": -1}),
        (
            "class A(Enum):\n    def __new__(cls, v): ...\n    X = 1",
            Crosses.NAME,
            {"X": "X"},
        ),
        (
            "class A(Enum):\n    f = lambda x: x\n    y: int\n    X = 1",
            Crosses.VALUE,
            {"X": 1},
        ),
        (
            "class A(Enum):\n    _ignore_ = 'a b'\n    a = b = 2\n    X = 1",
            Crosses.VALUE,
            {"X": 1},
        ),
        ("class A(Enum):\n    X, Y = 1, 2\n    [Z] = [X]", Crosses.VALUE, _NUMBERS),
        ("class A(Enum):\n    X, Y = range(2)", Crosses.NAME, {"X": "X", "Y": "Y"}),
    ],
)
def test_members(
    project: Project, text: str, crosses: Crosses, members: dict[str, str | int]
) -> None:
    found = enumeration(project, text)
    assert found.crosses is crosses
    assert {each.name: each.value for each in found.members} == members


@pytest.mark.parametrize(
    ("bases", "value"),
    [
        *[("str, Enum", "1"), ("str, Enum", "auto()"), ("int, Enum", "'1'")],
        *[("float, Enum", "1"), ("datetime.date, Enum", "1"), ("Point, Enum", "1")],
        *[("Enum", "2**63"), ("IntEnum", "-2**63 - 1"), ("Enum", "'\\ud800'")],
    ],
)
def test_members_whose_values_go_does_not_know_cross_by_name(
    project: Project, bases: str, value: str
) -> None:
    before = "import datetime\nfrom dataclasses import dataclass\n"
    point = "@dataclass(frozen=True)\nclass Point:\n    x: int\n"
    found = project.module(f"{PRELUDE}{before}{point}class A({bases}):\n    X = {value}\n")
    (enum,) = [each for each in found.declarations if isinstance(each, Enumeration)]
    assert (enum.crosses, enum.members[0].value) == (Crosses.NAME, "X")


@pytest.mark.parametrize(
    ("call", "crosses", "members"),
    [
        ("Enum('A', 'X Y')", Crosses.VALUE, {"X": 1, "Y": 2}),
        ("Enum('A', names='X, Y', start=0)", Crosses.VALUE, {"X": 0, "Y": 1}),
        ("Enum('A', ['X', 'Y'], type=str)", Crosses.NAME, {"X": "X", "Y": "Y"}),
        ("Enum('A', ['X', 'Y'], start=n)", Crosses.NAME, {"X": "X", "Y": "Y"}),
        ("IntEnum('A', {'X': 3, 'Y': 5})", Crosses.VALUE, {"X": 3, "Y": 5}),
        ("enum.StrEnum('A', (('X', 'x'), ('Y', auto())))", Crosses.VALUE, {"X": "x", "Y": "y"}),
        ("Flag('A', 'X Y Z')", Crosses.BITS, {"X": 1, "Y": 2, "Z": 4}),
    ],
)
def test_call(project: Project, call: str, crosses: Crosses, members: dict[str, str | int]) -> None:
    found = enumeration(project, f"A = {call}")
    assert (found.path, found.name, found.crosses) == ("m.A", "A", crosses)
    assert {each.name: each.value for each in found.members} == members


def test_call_whose_names_are_not_written_is_no_enum(project: Project) -> None:
    assert project.module(f"{PRELUDE}A = Enum('A', sorted(names))").declarations == ()


def test_large_bits_have_no_constant(project: Project) -> None:
    found = enumeration(project, "class A(IntFlag):\n    X = 1\n    Y = 1 << 63\n")
    assert [each.name for each in found.members] == ["X"]


def test_docs_of_the_class_and_its_members(project: Project) -> None:
    found = enumeration(
        project, 'class A(Enum):\n    """Some."""\n\n    X = 1\n    """The first."""\n'
    )
    assert found.doc == "Some."
    assert found.members[0].doc == "The first."


def test_class_without_members_is_no_enum(project: Project) -> None:
    module = project.module(PRELUDE + "class Base(Enum):\n    def f(self): ...\n")
    assert module.declarations == ()


def test_methods_are_those_of_the_class_and_of_what_is_mixed_in(project: Project) -> None:
    found = project.module(
        PRELUDE
        + dedent(
            """
            from functools import cached_property

            class _Labelled:
                def label(self) -> str: ...
                def shown(self) -> str: ...

            class A(_Labelled, str, Enum):
                X = "x"
                mass: float

                def __init__(self, code: str) -> None:
                    self.code = code
                    self.half = 1.5

                def shown(self) -> int: ...

                @property
                def opposite(self) -> "A": ...

                @opposite.setter
                def opposite(self, value: "A") -> None: ...

                @cached_property
                def slow(self) -> int: ...

                @classmethod
                def parse(cls, text: str) -> "A": ...

                def __lt__(self, other: "A") -> bool: ...
                def __str__(self) -> str: ...
                def _hidden(self) -> None: ...

                # gophersnake: skip
                def skipped(self) -> None: ...
            """
        )
    )
    (enum_,) = (each for each in found.declarations if isinstance(each, Enumeration))
    assert {each.known_as: each.access for each in enum_.methods} == {
        "A.mass": Access.GET,
        "A.code": Access.GET,
        "A.half": Access.GET,
        "A.shown": Access.METHOD,
        "A.opposite": Access.GET,
        "A.slow": Access.GET,
        "A.parse": Access.CALL,
        "A.less": Access.METHOD,
        "A.str": Access.METHOD,
        "A.label": Access.METHOD,
    }
    by_name = {each.name: each for each in enum_.methods}
    assert by_name["A.shown"].result is Scalar.INT
    assert by_name["A.label"].parameters[0].type == Named(enum_.path)
    assert by_name["A.parse"].result == Named(enum_.path)
    assert [each.name for each in enum_.skipped] == ["A.skipped"]


def test_flags_whose_values_are_not_known_are_told_of(project: Project) -> None:
    found = enumeration(project, "class A(Flag):\n    X = 1\n    Y = make()\n    Z = 2**63")
    assert [(each.name, each.location.line) for each in found.skipped] == [("A.Y", 5), ("A.Z", 6)]
    assert {each.reason for each in found.skipped} == {
        "its value is no number below 2**63 that can be read here"
    }


def test_an_enum_by_a_call_has_no_methods(project: Project) -> None:
    assert enumeration(project, "A = Enum('A', 'X Y')").methods == ()
