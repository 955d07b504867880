"""Functions with overloads."""

from collections.abc import Iterable
from typing import Literal, overload


@overload
def area(width: float) -> float: ...
@overload
def area(width: float, height: float) -> float:
    """Return the area of a rectangle."""
@overload
def area(*, polygon: list[tuple[float, float]]) -> float: ...
def area(width=None, height=None, polygon=None):
    """Return the area of a shape.

    Args:
        width: In metres.
    """


@overload
def read(name: str, *, raw: Literal[False] = False) -> str: ...
@overload
def read(name: str, *, raw: Literal[True]) -> bytes: ...
def read(name, *, raw=False): ...


def read_bytes() -> bytes: ...


@overload
def best(values: Iterable[int]) -> int: ...
@overload
def best(values: Iterable[str]) -> str: ...
def best(values): ...
