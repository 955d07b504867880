"""Enums and flags, there and back, and values that are no member."""

from __future__ import annotations

from enum import Enum, Flag, IntEnum, IntFlag, auto
from typing import Any


class Color(Enum):
    """A color that something can have."""

    RED = "red"
    """Like blood."""
    GREEN = "green"
    CRIMSON = RED

    def shout(self) -> str:
        return self.value.upper()

    @property
    def opposite(self) -> Color:
        return Color.GREEN if self is Color.RED else Color.RED

    async def mixed(self, *others: Color, deep: bool = False) -> str:
        names = sorted({self.name, *(each.name for each in others)})
        return f"{'deep ' * deep}{' and '.join(names)}"

    def string(self) -> str:
        return "a method that Go has too"

    @classmethod
    def parse(cls, text: str) -> Color:
        return cls[text.upper()]

    @classmethod
    def _missing_(cls, value: object) -> Color | None:
        return cls.GREEN if value == "grün" else None


class Level(IntEnum):
    LOW = 1
    MID = auto()
    HIGH = 10


class Unit(str, Enum):
    METER = "m"
    SECOND = "s"


class Mixed(Enum):
    ONE = 1
    TWO = "two"
    PAIR = (1, 2)
    AGAIN = 1  # noqa: PIE796 - an alias is meant


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)

    def __init__(self, mass: float, radius: float) -> None:
        self.mass = mass
        self.radius = radius

    def __lt__(self, other: Planet) -> bool:
        return self.mass < other.mass


class Access(Flag):
    READ = auto()
    WRITE = auto()
    RUN = 1 << 2
    ALL = READ | WRITE | RUN

    def count(self) -> int:
        return self.value.bit_count()


class Bits(IntFlag):
    A = 1
    B = 2


def of_color(v: Color) -> tuple[str, Color]:
    return repr(v), v


def of_level(v: Level) -> tuple[str, Level]:
    return repr(v), v


def of_unit(v: Unit) -> tuple[str, Unit]:
    return repr(v), v


def of_mixed(v: Mixed) -> tuple[str, Mixed]:
    return repr(v), v


def of_planet(v: Planet) -> tuple[float, Planet]:
    return v.mass, v


def of_access(v: Access) -> tuple[int, bool, Access]:
    return v.value, Access.READ in v, v


def of_bits(v: Bits) -> tuple[int, Bits]:
    return v.value, v


def of_counts(v: dict[Color, list[Level | None]]) -> tuple[str, dict[Color, list[Level | None]]]:
    return repr(v), v


def of_default(v: Color = Color.GREEN) -> Color:
    return v


def shout(v: Color) -> str:
    return v.shout()


def inverted(v: Access) -> Access:
    return ~v


def _thing(kind: str) -> Any:
    things: dict[str, Any] = {"text": "red", "int": 1, "level": Level.LOW, "none": None}
    return things[kind]


def a_color(kind: str) -> Color:
    return _thing(kind)  # type: ignore[no-any-return]


def a_level(kind: str) -> Level:
    return _thing(kind)  # type: ignore[no-any-return]


def an_access(kind: str) -> Access:
    return _thing(kind)  # type: ignore[no-any-return]


def grown() -> Color:
    """Return a member that came after Go was generated."""
    member = object.__new__(Color)
    member._name_ = "BLUE"
    member._value_ = "blue"
    return member
