"""Dataclasses of every form, and functions that take and return them."""

from __future__ import annotations

import dataclasses
import functools
import math
import sys
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from .shapes import Circle as Disk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typing_extensions import Self


_frozen = functools.partial(dataclass, frozen=True)


@_frozen(order=True)
class Grade:
    """A dataclass whose decorator has a name of its own."""

    mark: int
    note: str = ""


def best(grades: list[Grade]) -> Grade:
    return max(grades, key=lambda grade: grade.mark)


@dataclass
class Point:
    """A point in the plane."""

    x: float
    y: float = 0.0

    axes: ClassVar[list[str]] = ["x", "y"]

    def norm(self) -> float:
        """Return the distance from the origin."""
        return math.hypot(self.x, self.y)

    def moved(self, by: Point, times: int = 1, **names: str) -> Self:
        """Return another point."""
        assert not names, names
        return type(self)(self.x + times * by.x, self.y + times * by.y)

    def turn(self) -> None:
        """Change this point, which a value from Go does not show."""
        self.x, self.y = -self.y, self.x

    @property
    def angle(self) -> float:
        return math.atan2(self.y, self.x)

    @classmethod
    def origin(cls) -> Self:
        return cls(0.0)

    @staticmethod
    def between(a: Point, b: Point) -> Point:
        return Point((a.x + b.x) / 2, (a.y + b.y) / 2)

    def _hidden(self) -> None: ...

    def __add__(self, other: Point) -> Point:
        return Point(self.x + other.x, self.y + other.y)

    def __len__(self) -> int:
        return 2

    def __getitem__(self, index: int) -> float:
        return (self.x, self.y)[index]

    def __iter__(self) -> Iterator[float]:
        yield self.x
        yield self.y

    def __str__(self) -> str:
        return f"{self.x:g}|{self.y:g}"


@dataclass
class Named(Point):
    """Inherits methods, and has one that is another."""

    name: str = "?"

    def norm(self) -> float:
        return -1.0


@dataclass(frozen=True)
class Cell:
    """Where something is on a board; may be a key."""

    row: int
    column: int
    name: str = ""


@dataclass
class Slotted:
    """Without a dict of attributes."""

    __slots__ = ("a", "b")
    a: int
    b: list[int]


@dataclass(frozen=True, slots=True)
class Stored:
    a: int
    b: list[int]


@dataclass
class Account:
    """With all that a field can be."""

    owner: str
    history: list[int] = field(default_factory=lambda: [1, 2])
    _: KW_ONLY
    limit: int = 100
    rate: InitVar[int] = 2
    balance: int = field(init=False)
    unset: int = field(init=False, repr=False, compare=False)
    kinds: ClassVar[int] = 0

    def __post_init__(self, rate: int) -> None:
        if self.limit < 0:
            raise ValueError("the limit is negative")
        self.balance = sum(self.history) * rate


@dataclass
class Scaled:
    """Cannot be made of its fields alone."""

    value: int
    factor: InitVar[int]

    def __post_init__(self, factor: int) -> None:
        self.value *= factor


@dataclass(init=False)
class Own:
    """With a constructor of its own."""

    text: str
    length: int

    def __init__(self, text: str) -> None:
        self.text = text
        self.length = len(text)


@dataclass
class Base:
    a: int
    b: str = "b"


@dataclass
class Derived(Base):
    c: float = 0.5
    a: int = 7


@dataclass
class Nothing:
    """No fields at all."""


@dataclass
class Inner:
    cells: dict[Cell, list[Point]]
    maybe: Point | None = None
    pair: tuple[Point, int] = (Point(0), 0)


@dataclass
class Outer:
    inner: Inner
    disks: list[Disk]
    anything: Any = None


@dataclass
class Node:
    value: int
    next: Node | None = None


@dataclass
class Tree:
    name: str
    children: list[Tree] = field(default_factory=list)
    owner: Owner | None = None


@dataclass
class Owner:
    trees: list[Tree]


# gophersnake: handle
@dataclass
class Counter:
    """Asked for as a handle: it changes."""

    name: str
    count: int = 0

    def up(self, by: int = 1) -> int:
        self.count += by
        return self.count


def busiest(counters: list[Counter]) -> Counter | None:
    return max(counters, key=lambda each: each.count, default=None)


class Nest:
    @dataclass
    class Egg:
        size: int


def point_of(p: Point) -> tuple[str, Point]:
    """Return what Python sees, and the same."""
    return repr(p), p


def points(ps: list[Point]) -> list[Point]:
    return ps


def maybe(p: Point | None) -> Point | None:
    return p


def cells(counts: dict[Cell, int], seen: set[Cell]) -> tuple[dict[Cell, int], set[Cell]]:
    return counts, seen


def slotted_of(s: Slotted) -> Slotted:
    return s


def stored_of(s: Stored) -> Stored:
    return s


def account_of(a: Account) -> tuple[str, Account]:
    return repr(a), a


def scaled_of(s: Scaled) -> Scaled:
    return s


def own_of(o: Own) -> Own:
    return o


def derived_of(d: Derived) -> tuple[str, Derived]:
    return repr(d), d


def as_base(d: Derived) -> Base:
    """An instance of a subclass will do."""
    return d


def nothing_of(n: Nothing) -> Nothing:
    return n


def outer_of(o: Outer) -> tuple[str, Outer]:
    return repr(o), o


def chain(node: Node) -> Node:
    return node


def long_chain(length: int) -> Node:
    node = Node(length)
    for value in range(length - 1, 0, -1):
        node = Node(value, node)
    return node


def endless() -> Node:
    node = Node(1)
    node.next = node
    return node


def tree_of(t: Tree) -> tuple[str, Tree]:
    return repr(t), t


def egg(e: Nest.Egg) -> Nest.Egg:
    return e


def unmade(how: str) -> Outer:
    """Return what is no Outer at some depth."""
    inner: Any = Inner({})
    point: Any = Point(1)
    match how:
        case "number":
            return 1  # type: ignore[return-value]
        case "other":
            return Point(1)  # type: ignore[return-value]
        case "field":
            point.y = "up"
        case "key":
            return Outer(Inner({"a": []}), [])  # type: ignore[dict-item]
        case "deleted":
            del inner.cells
            return Outer(inner, [])
    return Outer(Inner({Cell(1, 2): [Point(0), point]}), [Disk()])


def same_class(p: Point) -> bool:
    return type(p) is sys.modules[__name__].Point and dataclasses.is_dataclass(p)
