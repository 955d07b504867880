"""Functions and classes with type variables."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import AnyStr, Generic, ParamSpec, TypeVar

T = TypeVar("T")
R = TypeVar("R")
K = TypeVar("K")
P = ParamSpec("P")
Sized_co = TypeVar("Sized_co", covariant=True, bound="Stack[int]")


def first(items: list[T]) -> T:
    """Return the first of the items.

    Args:
        items: at least one.
    """
    return items[0]


def joined(left: AnyStr, right: AnyStr) -> AnyStr:
    return left + right


def counted(items: list[K], *more: K, start: int = 0) -> dict[K, int]:
    return {each: start for each in [*items, *more]}


def longest(stacks: list[Sized_co]) -> Sized_co:
    return stacks[0]


def untold(cls: type[T], value: "int | T", **others: T) -> T:
    return cls()


def called(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    return function(*args, **kwargs)


class Stack(Generic[T]):
    """A stack of items of one type."""

    def __init__(self, items: list[T]) -> None: ...

    @classmethod
    def empty(cls) -> "Stack[T]": ...

    @property
    def top(self) -> T | None: ...

    def push(self, item: T, *, times: int = 1, otherwise: T | None = None) -> None: ...

    def map(self, function: Callable[[T], R]) -> "Stack[R]": ...

    def __iter__(self) -> Iterator[T]: ...


class Named(Stack[list[K]], Generic[K]):
    """A stack of lists, by keys."""

    def by_key(self) -> dict[K, int]: ...


class Totals(Named[str]): ...


def totals() -> Totals | None: ...


def merged(left: Stack[int], right: Stack) -> tuple[Stack[int], Stack[T]]: ...


@dataclass
class Pair(Generic[K, T]):
    """Two values."""

    key: K
    value: T
    counts: dict[K, int] = field(default_factory=dict)

    def nested(self) -> "Pair[K, list[T]]": ...


def paired(key: K, value: T | None) -> Pair[K, T]: ...


def largest(of: Stack[int] | str) -> Stack[int] | int: ...
