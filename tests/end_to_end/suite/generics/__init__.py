"""Functions and classes that are generic over the types they are used with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import AnyStr, Generic, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")
K = TypeVar("K")
V = TypeVar("V")
Item_co = TypeVar("Item_co", covariant=True)
Number = TypeVar("Number", int, float)
Shape = TypeVar("Shape", bound="Named")


def first(items: list[T]) -> T:
    """Return the first item."""
    return items[0]


def pair(left: T, right: R) -> tuple[T, R]:
    return left, right


def grouped(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    found: dict[K, list[T]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found


def unique(items: list[T]) -> set[T]:
    return set(items)


def find(items: list[T], *wanted: T, otherwise: T | None = None) -> T | None:
    """Return the first of the items that is wanted."""
    return next((item for item in items if item in wanted), otherwise)


def joined(left: AnyStr, right: AnyStr) -> AnyStr:
    return left + right


def doubled(number: Number) -> Number:
    return number + number


def largest(shapes: list[Shape]) -> Shape:
    return max(shapes, key=lambda each: each.name())


def repeated(item: T, times: int) -> Iterator[T]:
    for _ in range(times):
        yield item


async def awaited(item: T) -> T:
    return item


def kind_of(item: T) -> T:
    """Return what Go has not asked for: the name of the type."""
    return type(item).__name__  # type: ignore[return-value]


class Named:
    def __init__(self, name: str) -> None:
        self._name = name

    def name(self) -> str:
        return self._name


class Loud(Named):
    def name(self) -> str:
        return self._name.upper()


class Stack(Generic[T]):
    """A stack of items of one type."""

    items: list[T]

    def __init__(self, items: Iterable[T] = ()) -> None:
        self.items = list(items)

    @classmethod
    def of(cls, *items: T) -> Stack[T]:
        return cls(items)

    @property
    def top(self) -> T | None:
        return self.items[-1] if self.items else None

    def push(self, item: T, *, times: int = 1) -> None:
        self.items += [item] * times

    def pop(self) -> T:
        """Remove the top item and return it."""
        return self.items.pop()

    def map(self, function: Callable[[T], R]) -> Stack[R]:
        return Stack(map(function, self.items))

    def halves(self) -> tuple[Stack[T], Stack[T]]:
        middle = len(self.items) // 2
        return Stack(self.items[:middle]), Stack(self.items[middle:])

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __getitem__(self, index: int) -> T:
        return self.items[index]


class Totals(Stack[float]):
    """A stack whose type argument is settled."""

    def total(self) -> float:
        return sum(self.items)


class Index(Generic[K, V]):
    """Values by keys."""

    def __init__(self, entries: dict[K, V]) -> None:
        self.entries = entries

    def get(self, key: K) -> V:
        return self.entries[key]

    def inverted(self) -> Index[V, list[K]]:
        found: Index[V, list[K]] = Index({})
        for key, value in self.entries.items():
            found.entries.setdefault(value, []).append(key)
        return found

    def all(self) -> dict[K, V]:
        return self.entries


class _Counting(Generic[T]):
    def seen(self) -> list[T]:
        return self._seen  # type: ignore[attr-defined, no-any-return]


class Shelf(Generic[K, V]):
    """Its constructor says nothing of keys."""

    def __init__(self, *values: V) -> None:
        self._values = values

    def by(self, key: Callable[[V], K]) -> dict[K, list[V]]:
        return grouped(self._values, key)


class Tally(_Counting[str], Index[str, T]):
    """An index by text, with members of a private base."""

    def __init__(self, entries: dict[str, T]) -> None:
        super().__init__(entries)
        self._seen = list(entries)


class Source(Protocol[Item_co]):
    def take(self) -> Item_co: ...


class _Countdown:
    def __init__(self, start: int) -> None:
        self._next = start

    def take(self) -> int:
        self._next -= 1
        return self._next


def countdown(start: int) -> Source[int]:
    return _Countdown(start)


def drawn(source: Source[T], times: int) -> list[T]:
    return [source.take() for _ in range(times)]


def numbers() -> Stack[int]:
    return Stack([1, 2, 3])


def summed(stack: Stack[int]) -> int:
    return sum(stack)


def merged(left: Stack[T], right: Stack[T]) -> Stack[T]:
    return Stack([*left, *right])


def plain(stack: Stack) -> int:  # type: ignore[type-arg]
    return len(stack)


@dataclass
class Two(Generic[T, R]):
    """A record of two values."""

    left: T
    right: R
    notes: list[T] = field(default_factory=list)

    def swapped(self) -> Two[R, T]:
        return Two(self.right, self.left)

    def joined(self, other: V, function: Callable[[T, V], T]) -> Two[T, R]:
        return Two(function(self.left, other), self.right)


@dataclass
class Mark:
    x: float


class Color(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass
class Marked(Generic[T]):
    """A generic record with fields of types that are not generic."""

    item: T
    marks: list[Mark] = field(default_factory=list)


def both_marked(two: Two[Mark, Color]) -> Two[Mark, Color]:
    assert isinstance(two.right, Color)
    return two


def all_marked(items: list[Marked[Color]]) -> dict[str, Marked[list[Mark]]]:
    return {each.item.value: Marked(each.marks, each.marks) for each in items}


def may_be_none(none: bool) -> Marked[list[int] | None]:
    return Marked(None if none else [1])


@dataclass
class Node(Generic[T]):
    item: T
    next: Node[T] | None = None


@dataclass
class Scored(Two[str, T]):
    score: float = 0.0


def listed(node: Node[T] | None) -> list[T]:
    found = []
    while node is not None:
        found.append(node.item)
        node = node.next
    return found


def linked(items: list[T]) -> Node[T] | None:
    node: Node[T] | None = None
    for item in reversed(items):
        node = Node(item, node)
    return node


def scored(word: str, by: dict[str, float]) -> Scored[int]:
    return Scored(word, len(word), score=by.get(word, 0.0))


def either(value: Two[int, str] | int) -> str:
    return str(value)


def stacked(value: Stack[int] | int) -> Stack[int] | int:
    return Stack([value]) if isinstance(value, int) else value.items[-1]
