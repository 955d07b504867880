from __future__ import annotations
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Literal, Union, Optional

class Color(Enum):
    RED = "red"

@dataclass
class Point:
    x: int
    y: int | str

@dataclass
class Circle:
    r: float

Shape = Point | Circle
"""A shape."""
Mode = Literal["r", "w", "r+"]
Json = Union[dict[str, "Json"], list["Json"], str, int, float, bool, None]

def f(a: int | str, b: str | int | None = None) -> int | str | None: ...
def g(s: Shape, m: Mode, n: Literal["a", "b"], k: Literal[1, "x", True, None] = 1) -> list[Shape | None]: ...
def h(j: Json) -> Json: ...
def i(x: bool | int | float | list[int] | list[str] | Point | date | datetime | Color | bytes) -> dict[int | str, Mode]: ...
def num(x: int | float) -> int | float | None: ...
def k(x: Literal["auto"] | str, y: Literal["auto"] | int | None = None, z: Literal[Color.RED] | None = None) -> Literal[1, 2, 3]: ...
