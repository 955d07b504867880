"""An instance that the bridge makes of a record's fields is what calling the class makes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any

import pytest

from gophersnake.host import adapters
from tests.bridge import table
from tests.contract.signatures import STR, Type

NONE, FLOAT = Type("none"), Type("float")
FIELDS = (("x", False), ("label", False))
RECORD = Type("record", (FLOAT, STR), name="tests.instances", fields=FIELDS)


class Point:
    def __init__(self, x: float, label: str) -> None:
        self.x, self.label = x, label


class Slotted:
    __slots__ = ("label", "x")
    __init__ = Point.__init__


class Inherited(Point): ...


class Made(Point):
    def __new__(cls, x: float, label: str) -> Any:
        made = super().__new__(cls)
        made.made = (x, label)  # type: ignore[attr-defined]
        return made


class Other:
    def __new__(cls, x: float, label: str) -> Any:
        return Point(x, label + "!")


class Counting(type):
    calls = 0

    def __call__(cls, *arguments: Any) -> Any:
        Counting.calls += 1
        return super().__call__(*arguments)


class Counted(Point, metaclass=Counting): ...


class Shadowed(Point):
    def __getattribute__(self, name: str) -> Any:
        if name == "__init__":
            raise AttributeError(name)
        return super().__getattribute__(name)


class Delegating(Point):
    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)


class Abstract(Point, ABC):
    @abstractmethod
    def area(self) -> float: ...


class Returning(Point):
    def __init__(self, x: float, label: str) -> None:
        return label  # type: ignore[return-value]  # noqa: PLE0101 - what is tried


class Raising(Point):
    def __init__(self, x: float, label: str) -> None:
        raise ValueError(label)


class Static:
    @staticmethod
    def __init__(x: float, label: str) -> None:
        raise LookupError(label)


class Bare: ...


class Fewer:
    def __init__(self, x: float) -> None: ...


class Failure(Exception): ...


CLASSES = [
    *(Point, Slotted, Inherited, Made, Other, Counted, Shadowed, Delegating),
    *(Abstract, Returning, Raising, Static, Bare, Fewer, Failure),
]
_asked: list[type] = []


def instances(argument: str, fields: adapters.Fields) -> adapters.Adapter:
    return adapters.Adapter(_not_called, _not_called, type=_asked[0], direct=True, attributes=True)


def _not_called(value: object) -> object:
    raise AssertionError(f"the adapter was asked for {value!r}")


@pytest.fixture(autouse=True)
def _family() -> Iterator[None]:
    adapters.FAMILIES[RECORD.name] = f"{__name__}:instances"
    yield
    del adapters.FAMILIES[RECORD.name]


def through_the_bridge(cls: type) -> Any:
    """Make an instance of the class by a call that takes it as a record."""
    seen: list[Any] = []
    _asked[:] = [cls]
    adapters.find_record.cache_clear()
    reply = table.bind_types(seen.append, NONE, RECORD).call(["3ff0000000000000", "a"])
    return seen[0] if seen else reply.frame.content


def called(cls: Any) -> Any:
    """Make the instance by calling the class; what is raised is the answer."""
    try:
        return cls(1.0, "a")
    except Exception as error:
        return error


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_the_instance_is_that_of_a_call(cls: Any) -> None:
    wanted, made = called(cls), through_the_bridge(cls)
    if isinstance(made, bytes):
        assert type(wanted).__name__.encode() in made
        assert str(wanted).encode() in made
    elif cls is Failure:
        assert repr(made) == repr(wanted)
    else:
        assert type(made) is type(wanted)
        assert getattr(made, "__dict__", None) == getattr(wanted, "__dict__", None)
        assert (made.x, made.label) == (wanted.x, wanted.label)


def test_a_class_that_is_called_otherwise_is_called() -> None:
    before = Counting.calls
    through_the_bridge(Counted)
    assert Counting.calls == before + 1


def test_the_constructor_is_the_one_of_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert through_the_bridge(Point).label == "a"

    def shout(self: Point, x: float, label: str) -> None:
        self.x, self.label = x, label.upper()

    monkeypatch.setattr(Point, "__init__", shout)
    assert through_the_bridge(Point).label == "A"
