"""Records of one answer that are read by their attributes: the first ones one by one, the
others by a function of the adapter's. Nobody can tell which it was."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pytest

from tests.bridge import table
from tests.contract.signatures import INT, STR, Type, list_of

NAMES = ("a", "b", "c", "d", "e")
COUNT = 12


@dataclass
class Plain:
    a: int
    b: str
    c: int
    d: int
    e: int


@dataclass(frozen=True)
class Slotted:
    __slots__ = NAMES
    a: int
    b: str
    c: int
    d: int
    e: int


@dataclass(kw_only=True)
class ByName:
    e: int
    d: int
    c: int
    b: str
    a: int


class Pair(NamedTuple):
    a: int
    b: str
    c: int
    d: int
    e: int


@dataclass
class Computed:
    a: int
    b: str
    c: int
    d: int
    e: int = field(init=False)

    def __getattribute__(self, name: str) -> Any:
        if name == "e":
            return _computed(object.__getattribute__(self, "a"))
        return object.__getattribute__(self, name)


class Inherited(Plain): ...


def _computed(a: int) -> int:
    if a == COUNT - 1:
        raise LookupError("the last one has none")
    return a * 10


def records(cls: type, family: str = "record") -> Type:
    fields = tuple((name, False) for name in NAMES)
    name = f"{family}:{cls.__module__}:{cls.__qualname__}"
    return list_of(Type("record", (INT, STR, INT, INT, INT), name=name, fields=fields))


def some(cls: Any) -> list[Any]:
    return [cls(a=i, b=str(i), c=i + 1, d=i + 2, e=i + 3) for i in range(COUNT)]


CASES = [(Plain, "record"), (Slotted, "record"), (ByName, "record"), (Pair, "record.namedtuple")]


@pytest.mark.parametrize(("cls", "family"), CASES)
def test_all_are_read(cls: type, family: str) -> None:
    type_ = records(cls, family)
    made = table.bind_types(lambda: some(cls), type_).call().value(type_)
    assert made == [[i, str(i), i + 1, i + 2, i + 3] for i in range(COUNT)]


@pytest.mark.parametrize("place", [0, COUNT - 1])
def test_a_missing_attribute_is_named(place: int) -> None:
    values = some(Plain)
    del values[place].d
    wanted = (f"result[{place}]", f"{__name__}.Plain with a field 'd'", "one without")
    assert table.bind_types(lambda: values, records(Plain)).call().refusal() == wanted


@pytest.mark.parametrize("place", [0, COUNT - 1])
def test_a_wrong_field_is_named(place: int) -> None:
    values = some(Plain)
    values[place].b = 5
    wanted = (f"result[{place}].b", "str", "int")
    assert table.bind_types(lambda: values, records(Plain)).call().refusal() == wanted


@pytest.mark.parametrize("place", [0, COUNT - 1])
def test_an_object_of_another_class_is_refused(place: int) -> None:
    values = some(Plain)
    values[place] = some(ByName)[0]
    wanted = (f"result[{place}]", f"{__name__}.Plain", f"{__name__}.ByName")
    assert table.bind_types(lambda: values, records(Plain)).call().refusal() == wanted


def test_those_of_subclasses_and_with_computed_attributes_are_read() -> None:
    values = [*some(Inherited)[:-1], Inherited(1, "1", 2, 3, 4)]
    type_ = records(Plain)
    read = table.bind_types(lambda: values, type_).call().value(type_)
    assert read[-1] == [1, "1", 2, 3, 4]
    computed = [Computed(i, "x", 0, 0) for i in range(COUNT - 1)]
    type_ = records(Computed)
    read = table.bind_types(lambda: computed, type_).call().value(type_)
    assert [each[4] for each in read] == [i * 10 for i in range(COUNT - 1)]


def test_what_an_attribute_raises_is_raised() -> None:
    computed = [Computed(i, "x", 0, 0) for i in range(COUNT)]
    reply = table.bind_types(lambda: computed, records(Computed)).call()
    assert reply.status == table.EXCEPTION
    assert b"the last one has none" in reply.frame.content
