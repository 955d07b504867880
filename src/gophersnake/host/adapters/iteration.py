"""Iterables, iterators, generators and context managers.

Each crosses as a function that does one step of it, whichever side it belongs to: its plain
value is `pull(stop)`, `begin()` or a `step`, and the other side makes what it needs of that.
What came from Python is found again behind its function: it goes back as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import AbstractContextManager
from types import AsyncGeneratorType, GeneratorType
from typing import Any

from gophersnake.host.adapters import Adapter, Unfit

Pull = Callable[[bool], "tuple[Any] | None"]
"""The next item; None at the end. With True it is told to end."""
Fails = Callable[[], None]
"""Raises an error of Go's."""

_END = object()


class GoIterator(Generator[Any, None, None]):
    """An iterator over a sequence of Go's, which runs only as far as it is asked to. It is
    stopped by close(), and when Python has dropped it."""

    def __init__(self, pull: Pull) -> None:
        self._pull: Pull | None = pull

    def __next__(self) -> Any:
        if self._pull is None:
            raise StopIteration
        try:
            item = self._pull(False)
        except BaseException:
            self._pull = None
            raise
        if item is None:
            self._pull = None
            raise StopIteration
        return item[0]

    def send(self, value: None, /) -> Any:
        if value is not None:
            raise TypeError("a sequence of Go's cannot be sent a value")
        return self.__next__()

    def throw(self, kind: Any, value: Any = None, traceback: Any = None, /) -> Any:
        self.close()
        return super().throw(kind, value, traceback)

    def close(self) -> None:
        pull, self._pull = self._pull, None
        if pull is not None:
            pull(True)


class GoIterable(Iterable[Any]):
    """A sequence of Go's, which may be iterated over as often as in Go."""

    def __init__(self, begin: Callable[[], Pull]) -> None:
        self._begin = begin

    def __iter__(self) -> GoIterator:
        return GoIterator(self._begin())


def original(step: Any, otherwise: Callable[[Any], Any]) -> Any:
    """Return what a function of this module does the steps of, or what stands for one of Go's."""
    origin = getattr(step, "origin", _END)
    return otherwise(step) if origin is _END else origin


def known_by(step: Any, origin: object) -> Any:
    """Have a function do the steps of an object of Python's."""
    step.origin = origin
    return step


def _pull_of(iterator: object) -> Pull:
    if not isinstance(iterator, Iterator):
        raise Unfit("iterator")

    from gophersnake.bridge import Pull as BridgePull  # type: ignore[attr-defined]

    pull: Pull = BridgePull(iterator)
    return pull


def _begin_of(iterable: object) -> Callable[[], Pull]:
    if not isinstance(iterable, Iterable):
        raise Unfit("iterable")
    begin: Callable[[], Pull] = known_by(lambda: _pull_of(iter(iterable)), iterable)
    return begin


def _generator_steps(generator: object) -> Callable[..., Any]:
    if not isinstance(generator, Generator):
        raise Unfit("generator")

    def step(sent: tuple[Any] | None, fails: Fails | None, stop: bool, /) -> tuple[Any, Any]:
        if stop:
            generator.close()
        if stop or (fails is None and has_ended(generator)):
            return None, None
        try:
            if fails is not None:
                return (generator.throw(raised(fails)),), None
            return (next(generator) if sent is None else generator.send(sent[0]),), None
        except StopIteration as end:
            return None, (end.value,)

    steps: Callable[..., Any] = known_by(step, generator)
    return steps


def has_ended(generator: object) -> bool:
    """Whether it has no more steps, as far as Python tells: not of a class of the user's."""
    if isinstance(generator, AsyncGeneratorType):
        return generator.ag_frame is None
    return isinstance(generator, GeneratorType) and generator.gi_frame is None


def raised(fails: Fails) -> BaseException:
    """Return the exception that an error of Go's is in Python."""
    try:
        fails()
    except BaseException as error:
        return error
    raise AssertionError("an error of Go's that is none")


def _manager_steps(manager: object) -> Callable[..., Any]:
    if not isinstance(manager, AbstractContextManager):
        raise Unfit("context manager")

    def step(enter: bool, fails: Fails | None, /) -> tuple[Any, bool]:
        if enter:
            return (manager.__enter__(),), False
        if fails is None:
            manager.__exit__(None, None, None)
            return None, False
        try:
            fails()
        except BaseException as error:  # what exiting raises has it as its context
            return None, bool(manager.__exit__(type(error), error, error.__traceback__))
        return None, False

    steps: Callable[..., Any] = known_by(step, manager)
    return steps


def stepped(step: object, kind: type, what: str) -> Any:
    """Return what of Python's a function does the steps of, which is to be of this kind: there is
    none of Go's."""
    origin = getattr(step, "origin", step)
    if origin is step or not isinstance(origin, kind):
        raise Unfit(f"{what} of Python's", type(origin).__name__)
    return origin


def an_iterator(_: str) -> Adapter:
    return Adapter(lambda pull: original(pull, GoIterator), _pull_of)


def an_iterable(_: str) -> Adapter:
    return Adapter(lambda begin: original(begin, GoIterable), _begin_of)


def a_generator(_: str) -> Adapter:
    return Adapter(lambda step: stepped(step, Generator, "generator"), _generator_steps)


def a_manager(_: str) -> Adapter:
    return Adapter(
        lambda step: stepped(step, AbstractContextManager, "context manager"), _manager_steps
    )
