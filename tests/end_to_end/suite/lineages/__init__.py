"""Unions of types of which one is a special case of another: what an object counts as."""
# ruff: noqa: PYI041 - the spellings are meant

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypedDict, runtime_checkable


class Animal:
    def __init__(self, name: str) -> None:
        self.name = name

    def sound(self) -> str:
        return "?"


class Dog(Animal):
    def sound(self) -> str:
        return "woof"


class Puppy(Dog):
    def sound(self) -> str:
        return "yip"


@runtime_checkable
class Sounding(Protocol):
    def sound(self) -> str: ...


class Bell:
    def sound(self) -> str:
        return "ding"


class SmallBell(Bell):
    def sound(self) -> str:
        return "ting"


@dataclass
class Point:
    x: int


@dataclass
class Point3(Point):
    z: int


@dataclass
class _Labelled(Point3):
    label: str = ""


class Pair(NamedTuple):
    a: int
    b: int


class _NamedPair(Pair):
    pass


class Movie(TypedDict):
    title: str


class Dated(Movie, total=False):
    year: int


class Level(enum.IntEnum):
    LOW = 1


class Mode(str, enum.Enum):
    READ = "r"


class _Day(date):
    pass


class _Moment(datetime):
    pass


class _Text(str):
    __slots__ = ()


class _Items(list[int]):
    pass


AnimalOrDog = Animal | Dog


def of_animal(v: AnimalOrDog) -> tuple[str, AnimalOrDog]:
    return f"{type(v).__name__} {v.sound()}", v


def of_name(v: Animal | str) -> str:
    return v.sound() if isinstance(v, Animal) else v


def of_point(v: Point | Point3) -> tuple[str, Point | Point3]:
    return repr(v), v


def of_movie(
    v: dict[str, Any] | Dated | Movie,
) -> tuple[str, dict[str, Any] | Dated | Movie]:
    return repr(v), v


def of_pair(v: tuple[int, int] | Pair) -> tuple[str, tuple[int, int] | Pair]:
    return repr(v), v


def of_number(v: float | int | Level | bool) -> tuple[str, float | int | Level | bool]:
    return repr(v), v


def of_day(v: date | datetime) -> tuple[str, date | datetime]:
    return repr(v), v


def of_path(v: Path | Mode | bytes) -> tuple[str, Path | Mode | bytes]:
    return type(v).__name__, v


def of_text(v: str | Mode) -> tuple[str, str | Mode]:
    return repr(v), v


def of_items(v: list[float] | list[int]) -> tuple[str, list[float] | list[int]]:
    return repr(v), v


_THINGS: dict[str, Any] = {
    "puppy": lambda: Puppy("Rex"),
    "small bell": SmallBell,
    "labelled": lambda: _Labelled(1, 2),
    "named pair": lambda: _NamedPair(1, 2),
    "day": lambda: _Day(2024, 1, 2),
    "moment": lambda: _Moment(2024, 1, 2),
    "text": lambda: _Text("x"),
    "mode": lambda: Mode.READ,
    "items": lambda: _Items([1, 2]),
    "range": lambda: range(2),
    "generator": lambda: iter([1]),
    "counter": lambda: Counter("aab"),
    "true": lambda: True,
    "low": lambda: Level.LOW,
}


def an_animal(which: str) -> AnimalOrDog:
    return _THINGS[which]()  # type: ignore[no-any-return]


def a_sound(which: str) -> Sounding | Bell:
    return _THINGS[which]()  # type: ignore[no-any-return]


def a_point(which: str) -> Point | Point3:
    return _THINGS[which]()  # type: ignore[no-any-return]


def a_pair(which: str) -> tuple[int, int] | Pair:
    return _THINGS[which]()  # type: ignore[no-any-return]


def a_day(which: str) -> date | datetime:
    return _THINGS[which]()  # type: ignore[no-any-return]


def a_text(which: str) -> Sequence[str] | str:
    return _THINGS[which]()  # type: ignore[no-any-return]


def some_items(which: str) -> Iterable[int] | Sequence[int] | list[int]:
    return _THINGS[which]()  # type: ignore[no-any-return]


def a_mapping(which: str) -> Mapping[str, int] | dict[str, int] | Counter[str]:
    return _THINGS[which]()  # type: ignore[no-any-return]


def a_number(which: str) -> float | int | bool:
    return _THINGS[which]()  # type: ignore[no-any-return]
