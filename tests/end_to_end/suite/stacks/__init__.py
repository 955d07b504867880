"""A class as a handle: its constructor, methods, properties and attributes."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar, Final, overload


class Stack:
    """A stack of numbers."""

    limit: ClassVar[int] = 100
    name: str
    kind: Final[str] = "stack"

    class Mark:
        """A place in a stack."""

        depth: int

        def __init__(self, depth: int) -> None:
            self.depth = depth

    def __init__(self, items: list[int], *, name: str = "unnamed") -> None:
        """Make a stack that has these items, the last on top."""
        self.name = name
        self.pushes: int = 0
        self.secret: Final[int] = 7
        self._items = list(items)

    @property
    def size(self) -> int:
        """How many items there are."""
        return len(self._items)

    @size.setter
    def size(self, size: int) -> None:
        del self._items[size:]

    @size.deleter
    def size(self) -> None:
        self._items.clear()

    @property
    def top(self) -> int | None:
        """The item on top, if there is one."""
        return self._items[-1] if self._items else None

    @cached_property
    def total(self) -> int:
        """The sum, as it was when it was first asked for."""
        return sum(self._items)

    @classmethod
    def of(cls, *items: int) -> Stack:
        """Make a stack of these items."""
        return cls(list(items))

    @staticmethod
    def largest(stacks: list[Stack]) -> Stack | None:
        """Return the one with the most items."""
        return max(stacks, key=lambda each: each.size, default=None)

    def push(self, item: int, times: int = 1) -> int:
        """Put an item on top, and return how many there are then."""
        self._items += [item] * times
        self.pushes += 1
        return len(self._items)

    def pop(self) -> int:
        """Take the item on top away. Raises IndexError for an empty stack."""
        return self._items.pop()

    @overload
    def find(self, item: int) -> int | None: ...
    @overload
    def find(self, item: str) -> str | None: ...
    def find(self, item: int | str) -> int | str | None:
        """Return the place of an item."""
        if isinstance(item, str):
            return str(self._items.index(int(item)))
        return self._items.index(item) if item in self._items else None

    def merge(self, *others: Stack) -> Stack:
        """Put the items of others on top, and return the stack itself."""
        for other in others:
            self._items += other._items
        return self

    def mark(self) -> Stack.Mark:
        return Stack.Mark(len(self._items))

    def back_to(self, mark: Stack.Mark) -> None:
        del self._items[mark.depth :]

    def close(self) -> str:
        return f"closed {self.name}"


def same(stack: Stack, other: Stack | None = None) -> bool:
    """Whether both are the same object."""
    return stack is other


def anything(value: object) -> str:
    """Return the name of a value's class."""
    return type(value).__name__
