"""Iterables, iterators, generators, awaitables and context managers."""

from __future__ import annotations

from gophersnake.model import AwaitableOf, IterationKind, IterationOf, ManagerOf, Scalar, Type
from gophersnake.reader.annotations.use import Converts, Rule, Use

_KINDS = {
    "collections.abc.Iterable": IterationKind.ITERABLE,
    "collections.abc.Reversible": IterationKind.ITERABLE,
    "collections.abc.Iterator": IterationKind.ITERATOR,
    "collections.abc.AsyncIterable": IterationKind.ASYNC_ITERABLE,
    "collections.abc.AsyncIterator": IterationKind.ASYNC_ITERATOR,
}

NOTHING = (Scalar.NONE, Scalar.ANY)
"""What a generator is sent, or returns, that makes no use of that."""


def _items(use: Use, converter: Converts, most: int) -> list[Type] | None:
    """Convert the arguments; None where there are too many."""
    arguments = use.arguments or ()
    if len(arguments) > most:
        return None
    return [converter.convert(each, use.scope) for each in arguments]


def _iteration(kind: IterationKind) -> Rule:
    def convert(use: Use, converter: Converts) -> Type:
        items = _items(use, converter, 1)
        if items is None:
            return use.refused(f"one type expected: {kind.value}[T]")
        return IterationOf(kind, items[0] if items else Scalar.ANY)

    return convert


def _generator(use: Use, converter: Converts) -> Type:
    """`Generator[Y, S, R]`, of which S and R are None where they are left out (PEP 696). What
    may be sent anything, or nothing, makes no use of it."""
    items = _items(use, converter, 3)
    if items is None:
        return use.refused("three types expected: Generator[Y, S, R]")
    yielded, sent, returned = (*items, *[Scalar.NONE] * 3)[:3] if items else (Scalar.ANY,) * 3
    return IterationOf(
        IterationKind.GENERATOR,
        yielded,
        sent=None if sent in NOTHING else sent,
        returned=None if returned in NOTHING else returned,
    )


def _async_generator(use: Use, converter: Converts) -> Type:
    items = _items(use, converter, 2)
    if items is None:
        return use.refused("two types expected: AsyncGenerator[Y, S]")
    yielded, sent = (*items, Scalar.NONE)[:2] if items else (Scalar.ANY,) * 2
    if sent not in NOTHING:
        return IterationOf(IterationKind.ASYNC_GENERATOR, yielded, sent)
    return IterationOf(IterationKind.ASYNC_ITERATOR, yielded)


def _awaitable(use: Use, converter: Converts) -> Type:
    arguments = use.arguments or ()
    return AwaitableOf(converter.convert(arguments[-1], use.scope) if arguments else Scalar.ANY)


def _manager(name: str, *, is_async: bool) -> Rule:
    def convert(use: Use, converter: Converts) -> Type:
        items = _items(use, converter, 2)
        if items is None:
            return use.refused(f"one type expected: {name}[T]")
        return ManagerOf(items[0] if items else Scalar.ANY, is_async)

    return convert


RULES: dict[str, Rule] = {
    **{path: _iteration(kind) for path, kind in _KINDS.items()},
    "collections.abc.Generator": _generator,
    "collections.abc.AsyncGenerator": _async_generator,
    "collections.abc.Awaitable": _awaitable,
    "collections.abc.Coroutine": _awaitable,
    **{
        f"contextlib.{name}": _manager(name, is_async=is_async)
        for name, is_async in (
            ("AbstractContextManager", False),
            ("AbstractAsyncContextManager", True),
        )
    },
}
