"""The keys and texts by which members of classes are compared, and what of them is drift."""

from __future__ import annotations

import pytest

from gophersnake.signature import compatible, signatures

TEXT = """
class A:
    x: int
    def __init__(self, y: str) -> None:
        self.y: str = y
    def f(self, a: int = 1) -> int: ...
    @classmethod
    def of(cls, a: int) -> A: ...
    @staticmethod
    def at(a: int) -> int: ...
    @property
    def size(self) -> int: ...
    @size.setter
    def size(self, size: float) -> None: ...
    @size.deleter
    def size(self) -> None: ...
"""


def test_each_member_has_a_key() -> None:
    assert signatures(TEXT) == {
        "A": "(y: str) -> None",
        "A.__init__": "(self, y: str) -> None",
        "A.f": "(self, a: int = 1) -> int",
        "A.of": "(a: int) -> A",
        "A.at": "(a: int) -> int",
        "A.size": "() -> int",
        "A.size.setter": "(value: float)",
        "A.x": "() -> int",
        "A.x.setter": "(value: int)",
        "A.y": "() -> str",
        "A.y.setter": "(value: str)",
    }


def test_attribute_that_is_only_given_a_parameter_has_its_annotation() -> None:
    text = """
class A:
    late: str
    size = 0
    def __init__(self, x: int, y, *rest: int, late: int = 0, size: int = 0, z: float = 0):
        self.x = self.again = x
        self.y = y
        self.rest = rest
        self.late = late
        self.size = size
        other.z = z
        self.w = z
        if x:
            self.w = None
        self.part = size
        if x:
            self.v = late
        else:
            self.v = size
        self.u = z
        self.u = x
        self.t = x
        self.t, _ = rest
        self.s, self.r = x, 1
    def part(self) -> int: ...
"""
    found = signatures(text)
    attributes = {key for key in found if key.startswith("A.") and "setter" not in key}
    assert attributes == {
        *("A.__init__", "A.part", "A.x", "A.again", "A.late", "A.size", "A.v", "A.s", "A.r"),
    }
    assert found["A.x"] == found["A.again"] == "() -> int"
    assert found["A.late"] == "() -> str"
    assert found["A.part"] == "(self) -> int"


def test_class_is_made_by_new_where_it_has_no_init() -> None:
    text = "class A:\n    def __new__(cls, x: int, y: int = 1) -> A: ..."
    assert signatures(text)["A"] == "(x: int, y: int = 1) -> A"
    both = f"{text}\n    def __init__(self, z: int) -> None: ..."
    assert signatures(both)["A"] == "(z: int) -> None"


def test_defaults_stay_with_their_parameters_without_self() -> None:
    assert signatures("class A:\n    def __init__(self=None, x=1): ...")["A"] == "(x=1)"
    assert signatures("class A:\n    def __init__(self, x, /, y=1): ...")["A"] == "(x, /, y=1)"


def test_attribute_that_becomes_a_property_has_not_changed() -> None:
    attribute = signatures("class A:\n    x: int")
    getter = "class A:\n    @property\n    def x(self) -> int: ...\n"
    of_property = signatures(f"{getter}    @x.setter\n    def x(self, new: int) -> None: ...")
    assert attribute == of_property


@pytest.mark.parametrize(
    ("key", "now", "difference"),
    [
        ("A.x", "class A:\n    x: str", "the result was int and is str"),
        ("A.x.setter", "class A:\n    x: str", "parameter 'value' was int and is str"),
        (
            "A.f",
            "class A:\n    def f(self, b: int = 1) -> int: ...",
            "parameter 'a' is gone",
        ),
    ],
)
def test_drift_of_members(key: str, now: str, difference: str) -> None:
    assert compatible(signatures(TEXT)[key], signatures(now)[key]) == difference


def test_variables_of_a_module_have_keys_too() -> None:
    text = "x: int\nY = 'a'\nz = f()\ndef g(): ...\ng = 3\nif a:\n    v = 1\nelse:\n    v = 2\n"
    assert signatures(text) == {
        "x": "() -> int",
        "x.setter": "(value: int)",
        "Y": "() -> str",
        "Y.setter": "(value: str)",
        "g": "()",
        "g.setter": "(value: int)",
        "v": "() -> int",
        "v.setter": "(value: int)",
    }


def test_a_variable_of_another_type_is_drift() -> None:
    (was, now) = (signatures(text)["X"] for text in ("X = 1", "X: Final = 'a'"))
    assert compatible(was, now) == "the result was int and is str"
