"""Forms of records, choices and functions that are written less often."""
# ruff: noqa: PYI061 - the spelling is meant

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any, Final, Literal, NoReturn, TypeVar

if sys.version_info >= (3, 11):
    from enum import StrEnum
else:

    class StrEnum(str, Enum):
        """What Python 3.11 brought."""


if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeGuard

    from typing_extensions import LiteralString, Never, TypeIs

R = TypeVar("R")


class Suit(StrEnum):
    HEARTS = "h"
    SPADES = "s"


@dataclass(kw_only=True)
class Options:
    """All by name."""

    name: str
    tags: list[str] = field(default_factory=list)
    depth: int = field(default=1, compare=False)


@dataclass(order=True, unsafe_hash=True)
class Rank:
    value: int
    hidden: int = field(default=0, repr=False, hash=False)


def suit_of(v: Suit) -> tuple[str, Suit]:
    return repr(v.value), v


def options_of(v: Options) -> tuple[str, Options]:
    return repr(v), v


def ranks_of(v: dict[Rank, int]) -> dict[Rank, int]:
    return v


def truth_of(v: Literal[True]) -> Literal[True]:
    return v


def truths_of(v: Literal[True, False]) -> tuple[str, Literal[True, False]]:
    return repr(v), v


def bytes_of(v: Literal[b"a", b"b\xff"]) -> tuple[str, Literal[b"a", b"b\xff"]]:
    return repr(v), v


def none_of(v: Literal[None]) -> Literal[None]:
    return v


def mode_of(v: Literal["on", "off"] | None = None) -> Literal["on", "off"] | None:
    return v


def never(text: str) -> Never:
    raise ValueError(text)


def no_return(text: str) -> NoReturn:
    raise ValueError(text)


def literal(v: LiteralString) -> LiteralString:
    return v


def is_int(v: object) -> TypeGuard[int]:
    return isinstance(v, int)


def is_str(v: object) -> TypeIs[str]:
    return isinstance(v, str)


LIMIT: Final[int] = 7


def power(base: float, exponent: int = 2) -> float:
    return float(base**exponent)


def _logged(f: Callable[..., R]) -> Callable[..., R]:
    @wraps(f)
    def around(*args: Any, **kwargs: Any) -> R:
        return f(*args, **kwargs)

    return around


@_logged
def wrapped(a: int, b: str = "b") -> str:
    return f"{a}{b}"


@lru_cache(maxsize=8)
def cached(n: int) -> int:
    return n * n
