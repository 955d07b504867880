"""Reaching the members of classes as generated code does."""

from __future__ import annotations

import sys
import types
from functools import cached_property
from typing import Any, ClassVar

import pytest

from gophersnake.host import binding


class Base:
    limit: ClassVar[int] = 3

    def __init__(self) -> None:
        self.size = 1

    def name(self, greeting: str = "I am") -> str:
        return f"{greeting} base"

    @cached_property
    def total(self) -> int:
        return 5

    def __add__(self, other: int) -> int:
        if other < 0:
            return NotImplemented
        return self.size + other


class Derived(Base):
    def name(self, greeting: str = "I am") -> str:
        return f"{greeting} derived"


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> str:
    made: Any = types.ModuleType("members_under_test")
    made.Base, made.flag = Base, 7
    monkeypatch.setitem(sys.modules, made.__name__, made)
    return str(made.__name__)


def resolve(module: str, name: str, access: str, signature: str = "") -> Any:
    return binding.resolve(module, name, signature, access)


def test_method_is_that_of_the_instance(module: str) -> None:
    name = resolve(module, "Base.name", "method")
    assert name(Derived()) == "I am derived"
    assert name(Base(), greeting="still") == "still base"


def test_attributes_are_got_set_and_deleted(module: str) -> None:
    one = Base()
    resolve(module, "Base.size", "set")(one, 9)
    assert resolve(module, "Base.size", "get")(one) == 9
    resolve(module, "Base.size", "del")(one)
    with pytest.raises(AttributeError):
        resolve(module, "Base.size", "get")(one)


def test_constants_are_those_of_the_class_and_the_module(module: str) -> None:
    assert resolve(module, "Base.limit", "constant")() == 3
    assert resolve(module, "flag", "constant")() == 7


def test_operators_are_asked_as_the_language_asks(module: str) -> None:
    add = resolve(module, "Base.__add__", "method")
    assert add(Base(), 2) == 3
    with pytest.raises(TypeError, match="unsupported operand"):
        add(Base(), -1)


@pytest.mark.parametrize(
    ("name", "access"), [("Base.gone", "method"), ("Gone.name", "method"), ("Gone.size", "get")]
)
def test_what_is_gone_is_said(module: str, name: str, access: str) -> None:
    with pytest.raises(binding.MissingFunctionError, match="generate its Go package again"):
        resolve(module, name, access)


def test_unknown_access_is_refused(module: str) -> None:
    with pytest.raises(LookupError, match="must be of the same version"):
        resolve(module, "Base.name", "teleport")


def test_method_that_has_changed_is_drift(module: str) -> None:
    with pytest.raises(binding.DriftError, match="'punctuation' is gone"):
        resolve(module, "Base.name", "method", "?(self, punctuation)")
