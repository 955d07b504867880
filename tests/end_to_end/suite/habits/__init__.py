"""Special methods as Go habits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from functools import total_ordering
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    from typing_extensions import Self

T = TypeVar("T")


@total_ordering
class Version:
    def __init__(self, major: int, minor: int = 0) -> None:
        self.major: int = major
        self.minor: int = minor

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Version) and self._key() == other._key()

    def __lt__(self, other: Version) -> bool:
        return self._key() < other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"

    def __repr__(self) -> str:
        return f"Version({self.major}, {self.minor})"

    def __add__(self, minor: int) -> Version:
        if minor < 0:
            return NotImplemented
        return Version(self.major, self.minor + minor)

    def __neg__(self) -> Version:
        return Version(-self.major, self.minor)

    def _key(self) -> tuple[int, int]:
        return self.major, self.minor


class Table:
    """Texts by name, in order."""

    def __init__(self) -> None:
        self._rows: dict[str, float] = {}
        self.closed: bool = False

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, name: str) -> float: ...
    @overload
    def __getitem__(self, name: list[str]) -> list[float]: ...
    def __getitem__(self, name: str | list[str]) -> float | list[float]:
        if isinstance(name, list):
            return [self._rows[each] for each in name]
        return self._rows[name]

    def __setitem__(self, name: str, value: float) -> None:
        self._rows[name] = value

    def __delitem__(self, name: str) -> None:
        del self._rows[name]

    def __contains__(self, name: object) -> bool:
        return name in self._rows

    def __iter__(self) -> Iterator[str]:
        yield from self._rows
        if "stop" in self._rows:
            raise ValueError("stopped")

    def __call__(self, name: str, *, times: int = 1) -> float:
        return self._rows[name] * times

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.closed = True

    def all(self) -> list[float]:
        return list(self._rows.values())


class Countdown:
    """Its own iterator."""

    def __init__(self, start: int) -> None:
        self._left = start

    def __iter__(self) -> Countdown:
        return self

    def __next__(self) -> int:
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._left


class Ticker:
    """Ticks without blocking a thread."""

    def __init__(self, ticks: int) -> None:
        self._ticks = ticks

    async def __aiter__(self) -> AsyncIterator[int]:
        for tick in range(self._ticks):
            await asyncio.sleep(0)
            yield tick

    def __iter__(self) -> Countdown:
        return Countdown(self._ticks)

    async def wait(self, more: int = 0) -> int:
        """Return how many ticks there are."""
        await asyncio.sleep(0)
        return self._ticks + more


class Alarm:
    """Rings as long as it has rings left, and is an iterator itself."""

    def __init__(self, rings: int) -> None:
        self._left = rings

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> str:
        await asyncio.sleep(0)
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return "ring" + "!" * self._left


class lazy(Generic[T]):  # noqa: N801
    """A property whose value is made once."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: object, owner: type) -> T:
        made = self._make(instance)
        instance.__dict__[self._name] = made
        return made


def _split(text: str) -> list[str]:
    return text.split(", ")


def _listed(shelf: Shelf, end: str = ".") -> str:
    return ", ".join(shelf.titles()) + end


class Shelf:
    """Methods that have several names."""

    def __init__(self, *titles: str) -> None:
        self._titles = titles

    def titles(self) -> Iterator[str]:
        return iter(self._titles)

    __iter__ = titles

    def find(self, place: int) -> str:
        return self._titles[place]

    __getitem__ = at = find

    @property
    def size(self) -> int:
        return len(self._titles)

    length = size

    def _parsed(cls: type[Shelf], text: str) -> Shelf:  # type: ignore[misc]  # noqa: N805
        return cls(*_split(text))

    parse = classmethod(_parsed)
    split = staticmethod(_split)
    listed = _listed


class Backwards(Shelf):
    def find(self, place: int) -> str:
        return self._titles[-1 - place]

    forwards = Shelf.find

    @Shelf.size.getter  # type: ignore[attr-defined,untyped-decorator]
    def size(self) -> int:
        return -len(self._titles)

    @lazy
    def first(self) -> str:
        return self.find(0)
