"""Functions and attributes that are made of others: decorated, partial, cached, described."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Iterator
from functools import cache, cached_property, lru_cache, partial, singledispatch, wraps
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, overload

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

_calls: list[str] = []


def traced(function: Callable[P, R]) -> Callable[P, R]:
    @wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        _calls.append(function.__name__)
        return function(*args, **kwargs)

    return wrapper


def in_session(function: Callable[Concatenate[str, P], R]) -> Callable[P, R]:
    """Pass the first argument."""

    @wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        return function("session", *args, **kwargs)

    return wrapper


def listed(function: Callable[P, Iterator[T]]) -> Callable[P, list[T]]:
    return lambda *args, **kwargs: list(function(*args, **kwargs))


def later(function: Callable[P, R]) -> Callable[P, Awaitable[R]]:
    async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        return function(*args, **kwargs)

    return wrapper


@in_session
def shouted(session: str, times: int, *, mark: str = "!") -> str:
    return session.upper() + mark * times


@listed
def counted(to: int, start: int = 0) -> Iterator[int]:
    yield from range(start, to)


@later
def halved(number: float) -> float:
    return number / 2


def calls() -> list[str]:
    """Return which traced functions were called since the last time, in order."""
    found, _calls[:] = list(_calls), []
    return found


@traced
def joined(*parts: str, sep: str = "-") -> str:
    return sep.join(parts)


@lru_cache(maxsize=8)
def squared(number: int) -> int:
    _calls.append("squared")
    return number * number


@cache
def cubed(number: int) -> int:
    _calls.append("cubed")
    return number**3


@singledispatch
def shown(value: Any) -> str:
    return "something"


@shown.register
def _(value: int) -> str:
    return f"the number {value}"


def scaled(value: float, by: float, offset: float = 0.0, *, digits: int = 2) -> float:
    return round(value * by + offset, digits)


doubled = partial(scaled, by=2.0)
tripled = partial(scaled, 3.0, digits=0)


def adder(amount: int) -> partial[int]:
    return partial(int.__add__, amount)


def called(function: partial[int], argument: int) -> int:
    return function(argument)


class Bounded(Generic[T]):
    """A descriptor: keeps values between two others."""

    def __init__(self, low: T, high: T) -> None:
        self._low, self._high = low, high

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"_{name}"

    @overload
    def __get__(self, instance: None, owner: type) -> Bounded[T]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object, owner: type) -> Any:
        return self if instance is None else getattr(instance, self._name, self._low)

    def __set__(self, instance: object, value: T) -> None:
        setattr(instance, self._name, min(max(value, self._low), self._high))  # type: ignore[call-overload]


class Length:
    """A descriptor that cannot be set."""

    def __get__(self, instance: object, owner: type) -> int:
        return len(str(instance))


class Shape(ABC):
    width = Bounded[float](0.0, 10.0)
    corners: Bounded[int] = Bounded(3, 8)
    length = Length()

    class Corner:
        def __init__(self, shape: str) -> None:
            self.shape: str = shape

    @abstractmethod
    def area(self) -> float: ...

    @cached_property
    def size(self) -> float:
        return self.area()

    @lru_cache  # noqa: B019
    def times(self, factor: float) -> float:
        _calls.append("times")
        return self.area() * factor

    def corner(self) -> Corner:
        return self.Corner(str(self))


class Square(Shape):
    def __init__(self, width: float) -> None:
        self.width = width

    def area(self) -> float:
        return self.width**2

    def _set_area(self, area: float) -> None:
        self.width = area**0.5

    room = property(None, _set_area)

    def __str__(self) -> str:
        return "square"


def made(cls: type[Shape], width: float) -> Shape:
    return cls(width)  # type: ignore[call-arg]


def kind(shape: Shape) -> type[Shape]:
    return type(shape)
