"""Classes that inherit from each other."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from typing_extensions import Self


class Shape(ABC):
    """Anything with an area."""

    label: str = "shape"
    sides = 0
    CORNERS = ("nw", "ne", "se", "sw")

    @abstractmethod
    def area(self) -> float:
        """Return the area."""

    def describe(self) -> str:
        """Return the name and area."""
        return f"{self.label} {self.area():.2f}"


class _Centered:
    """Hidden: what it has belongs to who inherits from it."""

    x: float
    y: float

    def distance(self) -> float:
        """Return the distance of the center from the origin."""
        return float((self.x**2 + self.y**2) ** 0.5)


class Circle(Shape, _Centered):
    def __init__(self, radius: float, x: float = 0.0, y: float = 0.0) -> None:
        self.radius: float = radius
        self.x, self.y = x, y
        self.label = "circle"
        self.turns = 0

    def turn(self) -> None:
        self.turns += 1

    def area(self) -> float:
        return 3.0 * self.radius**2


class Square(Shape):
    sides = 4

    def __init__(self, side: float) -> None:
        self.side: float = side

    def area(self) -> float:
        return self.side**2


class Named:
    def __init__(self, name: str) -> None:
        self.name: str = name

    def describe(self) -> str:
        return f"named {self.name}"


class NamedSquare(Square, Named):
    """A square with a name: of two bases that describe themselves, the first counts."""

    def __init__(self, side: float, name: str) -> None:
        super().__init__(side)
        self.name = name


class HasArea(Protocol):
    """Anything at all that has an area."""

    def area(self) -> float: ...


def total(shapes: list[Shape]) -> float:
    return sum(each.area() for each in shapes)


def largest(shapes: list[Shape]) -> Shape:
    return max(shapes, key=lambda each: each.area())


def area_of(thing: HasArea) -> float:
    return thing.area()


def hidden() -> Shape:
    """Return a shape of a class that nobody knows of."""

    class Triangle(Shape):
        def area(self) -> float:
            return 0.5

    return Triangle()


class Left(Square):
    def turned(self) -> Self:
        return self


class Right(Square):
    side_name: str = "right"


class Both(Left, Right):
    """Inherits from one class by two ways."""


def grouped(shapes: set[Shape]) -> dict[Shape, set[Shape]]:
    return {each: {each} for each in shapes}
