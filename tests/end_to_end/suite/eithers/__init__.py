"""Unions and literals, there and back, and values that are of none of their types."""
# ruff: noqa: PYI041, PYI051, PYI061, UP007 - the spellings are meant

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum, IntEnum
from types import ModuleType
from typing import Any, Generic, Literal, TypedDict, TypeVar, Union

T = TypeVar("T")


class Color(Enum):
    RED = "red"


class Level(IntEnum):
    LOW = 1
    HIGH = 2


@dataclass
class Point:
    x: int
    label: str | int


@dataclass
class Circle:
    radius: float


class Round(TypedDict):
    kind: Literal["circle"]
    size: float


class Square(TypedDict):
    kind: Literal["square", "rectangle"]
    size: float


class Passed(TypedDict):
    ok: Literal[True]
    text: str


class Failed(TypedDict):
    ok: Literal[False]
    text: str


class Low(TypedDict):
    level: Literal[Level.LOW]


class High(TypedDict):
    level: Literal[Level.HIGH]


Shape = Point | Circle
Check = Passed | Failed | Low | High
Figure = Round | Square
Outcome = tuple[Literal["done"], str] | tuple[Literal["failed"], str]
Mode = Literal["r", "w", "r+"]
Json = Union[dict[str, "Json"], list["Json"], str, int, float, bool, None]


@dataclass
class Dot:
    x: int
    label: str


@dataclass
class Parcel:
    scalar: bool | int | float | str
    shapes: dict[str, list[Shape | None]]
    figures: tuple[Figure, Check]
    outcome: Outcome
    time: date | datetime | timedelta | Decimal
    level: Level | Color | int | str
    auto: Literal["auto"] | int | list[float]
    keys: set[int | str]
    json: Json
    note: int | str | None = None


@dataclass
class Doubtful:
    spot: Point | Dot | None
    raw: bytes | str | None


@dataclass
class Boxed(Generic[T]):
    value: T
    others: list[T]


def of_parcel(v: Parcel) -> tuple[str, Parcel]:
    return _seen(v), v


def of_doubtful(v: Doubtful) -> Doubtful:
    return v


def of_boxed(v: Boxed[int | str]) -> Boxed[int | str]:
    return v


def _seen(value: object) -> str:
    return f"{type(value).__name__} {value!r}"


def of_scalar(v: bool | int | float | str) -> tuple[str, bool | int | float | str]:
    return _seen(v), v


def of_optional(v: int | str | None) -> tuple[str, int | str | None]:
    return _seen(v), v


def of_number(v: int | float) -> tuple[str, int | float]:
    return _seen(v), v


def of_list(v: list[int] | list[str]) -> tuple[str, list[int] | list[str]]:
    return _seen(v), v


def of_shape(v: Shape) -> tuple[str, Shape]:
    return _seen(v), v


def of_shapes(v: dict[str, list[Shape | None]]) -> tuple[str, dict[str, list[Shape | None]]]:
    return _seen(v), v


def of_figure(v: Figure) -> tuple[str, Figure]:
    return _seen(v), v


def a_figure(kind: Any) -> Figure:
    return {"kind": kind, "size": 1}


def of_check(v: Check) -> tuple[str, Check]:
    return _seen(v), v


def of_outcome(v: Outcome) -> tuple[str, Outcome]:
    return _seen(v), v


def of_time(v: date | datetime | Decimal) -> tuple[str, date | datetime | Decimal]:
    return _seen(v), v


def of_enum(v: Level | Color | int | str) -> tuple[str, Level | Color | int | str]:
    return _seen(v), v


def of_key(v: dict[int | str, int]) -> tuple[str, dict[int | str, int]]:
    return _seen(v), v


def of_json(v: Json) -> tuple[str, Json]:
    return _seen(v), v


def of_default(v: int | str = "default") -> str:
    return _seen(v)


def of_mode(v: Mode) -> tuple[str, Mode]:
    return _seen(v), v


def of_modes(v: list[Mode], w: dict[Mode, Literal[1, 2, 4]]) -> tuple[str, dict[Mode, list[Mode]]]:
    return f"{v} {w}", dict.fromkeys(w, v)


def of_mixed(v: Literal["auto", 1, b"x", None]) -> tuple[str, Literal["auto", 1, b"x", None]]:
    return _seen(v), v


def of_auto(
    v: Literal["auto"] | int | list[float],
) -> tuple[str, Literal["auto"] | int | list[float]]:
    return _seen(v), v


def of_covered(v: Literal["auto"] | str) -> str:
    return _seen(v)


def of_member(v: Literal[Color.RED] | None) -> str:
    return _seen(v)


class _Count(int):
    pass


def _thing(kind: str) -> Any:
    things: dict[str, Any] = {
        "text": "text",
        "none": None,
        "bytes": b"x",
        "count": _Count(7),
        "true": True,
        "one": 1,
        "mixed": [1, "x"],
        "deep": {"a": [1, {"b": b"x"}]},
        "wrong point": Point(1, 1.5),  # type: ignore[arg-type]
        "far": 99,
        "large": 2**70,
    }
    return things[kind]


def a_scalar(kind: str) -> int | str:
    return _thing(kind)  # type: ignore[no-any-return]


def any_scalar(kind: str) -> bool | int | float | str:
    return _thing(kind)  # type: ignore[no-any-return]


def an_auto(kind: str) -> Literal["auto"] | int | list[float]:
    return _thing(kind)  # type: ignore[no-any-return]


def a_list(kind: str) -> list[int] | list[str]:
    return _thing(kind)  # type: ignore[no-any-return]


def a_shape(kind: str) -> Shape:
    return _thing(kind)  # type: ignore[no-any-return]


def some_json(kind: str) -> Json:
    return _thing(kind)  # type: ignore[no-any-return]


def a_mode(kind: str) -> Mode:
    return _thing(kind)  # type: ignore[no-any-return]


def a_number(kind: str) -> Literal[1, 2, 4]:
    return _thing(kind)  # type: ignore[no-any-return]


def a_mixed(kind: str) -> Literal["auto", 1, b"x"]:
    return _thing(kind)  # type: ignore[no-any-return]


def of_module(v: int | ModuleType) -> tuple[str, int | ModuleType]:
    return repr(v), v


def modules(names: list[str]) -> list[str | ModuleType | None]:
    return [None if each == "" else sys.modules.get(each, each) for each in names]


Numbers = list[int] | list[float]
Table = dict[str, list[int]] | dict[str, list[float]] | tuple[int, int] | tuple[float, float]
Members = set[int] | set[float]


@dataclass
class Figures:
    numbers: Numbers
    table: Table
    members: Members


def of_figures(v: Figures) -> tuple[str, Figures]:
    return repr(v), v
