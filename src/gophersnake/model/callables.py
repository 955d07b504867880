"""The types of functions, iterators and context managers as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gophersnake.model.types import Type


class ParameterKind(Enum):
    """As `inspect.Parameter` names them; the values are the names in contract/kinds.toml."""

    POSITIONAL_ONLY = "positional_only"
    POSITIONAL_OR_KEYWORD = "positional_or_keyword"
    VAR_POSITIONAL = "var_positional"
    KEYWORD_ONLY = "keyword_only"
    VAR_KEYWORD = "var_keyword"


@dataclass(frozen=True, slots=True)
class CallableParameter:
    """A parameter of a callable: of `Callable[[A], R]` without a name."""

    type: Type
    name: str = ""
    kind: ParameterKind = ParameterKind.POSITIONAL_ONLY
    has_default: bool = False


@dataclass(frozen=True, slots=True)
class CallableOf:
    """`Callable[[A, B], R]`, or a Protocol with `__call__`."""

    parameters: tuple[CallableParameter, ...] | None
    """None where any arguments are taken: `Callable[..., R]`."""
    result: Type
    is_async: bool = False
    """Whether it returns an awaitable of `result`: `Callable[..., Awaitable[R]]`."""


@dataclass(frozen=True, slots=True)
class AwaitableOf:
    """`Awaitable[T]`, `Coroutine[Any, Any, T]`, as a value."""

    result: Type


class IterationKind(Enum):
    ITERABLE = "Iterable"
    ITERATOR = "Iterator"
    GENERATOR = "Generator"
    ASYNC_ITERABLE = "AsyncIterable"
    ASYNC_ITERATOR = "AsyncIterator"
    ASYNC_GENERATOR = "AsyncGenerator"
    """One that is sent values; another is an asynchronous iterator."""


@dataclass(frozen=True, slots=True)
class IterationOf:
    """`Iterator[T]`, `Iterable[T]`, `Generator[T, S, R]`, and the asynchronous ones."""

    kind: IterationKind
    item: Type
    sent: Type | None = None
    """What a generator is sent, where it makes use of that."""
    returned: Type | None = None
    """What a generator returns at its end, where that is not None."""


@dataclass(frozen=True, slots=True)
class ManagerOf:
    """`AbstractContextManager[T]`: what `with` takes, which enters with a T."""

    item: Type
    is_async: bool = False
    """Whether it is for `async with`: `AbstractAsyncContextManager[T]`."""
