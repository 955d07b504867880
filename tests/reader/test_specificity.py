"""In which order the types of a union stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from gophersnake.model import Named, Union

if TYPE_CHECKING:
    from tests.reader.conftest import Project

CLASSES = """
from __future__ import annotations
import collections
import enum
from collections.abc import *
from dataclasses import dataclass
from datetime import *
from ipaddress import *
from pathlib import *
from typing import *

import numpy as np
from numpy.typing import NDArray

class Base: ...
class Derived(Base): ...
class Grand(Derived): ...
class Other: ...
class HasName(Protocol):
    def name(self) -> str: ...

@dataclass
class Point:
    x: int
@dataclass
class Point3(Point):
    z: int
class Pair(NamedTuple):
    x: int
class Movie(TypedDict):
    title: str
class Dated(Movie, total=False):
    year: int
class Level(enum.IntEnum):
    LOW = 1
class Mode(str, enum.Enum):
    READ = "r"
"""


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("Base | Derived | Grand", "Grand | Derived | Base"),
        ("Derived | Other | Base", "Derived | Other | Base"),
        ("Base | Other | Derived", "Other | Derived | Base"),
        ("HasName | Other | Base", "Other | Base | HasName"),
        ("Point | Point3", "Point3 | Point"),
        ("Movie | Dated", "Movie | Dated"),
        ("Dated | Movie | dict[str, Any]", "Movie | Dated | dict[str, Any]"),
        ("tuple[int] | Pair", "Pair | tuple[int]"),
        ("int | Level | bool", "Level | bool | int"),
        ("str | Mode", "Mode | str"),
        ("date | datetime", "date | datetime"),
        ("datetime | Annotated[datetime, 'aware']", "Annotated[datetime, 'aware'] | datetime"),
        ("PurePath | Path", "Path | PurePath"),
        ("IPv4Address | IPv4Interface", "IPv4Interface | IPv4Address"),
        ("list[float] | list[int]", "list[int] | list[float]"),
        ("list[Base] | list[Derived]", "list[Derived] | list[Base]"),
        ("dict[str, Any] | dict[str, int]", "dict[str, int] | dict[str, Any]"),
        ("tuple[float, Base] | tuple[int, Base]", "tuple[int, Base] | tuple[float, Base]"),
        ("list[int | str] | list[int]", "list[int] | list[int | str]"),
        ("list[int | None] | list[int]", "list[int] | list[int | None]"),
        ("tuple[int, ...] | tuple[int, int]", "tuple[int, int] | tuple[int, ...]"),
        ("Sequence[int] | list[str] | str", "list[str] | str | Sequence[int]"),
        ("Iterable[int] | Sequence[int]", "Sequence[int] | Iterable[int]"),
        ("Iterable[int] | Iterator[int]", "Iterator[int] | Iterable[int]"),
        ("Mapping[str, int] | dict[str, str]", "dict[str, str] | Mapping[str, int]"),
        ("dict[str, int] | collections.Counter[str]", "collections.Counter[str] | dict[str, int]"),
        ("AbstractSet[int] | frozenset[str]", "frozenset[str] | AbstractSet[int]"),
        ("np.ndarray | NDArray[np.float64]", "NDArray[np.float64] | np.ndarray"),
    ],
)
def test_the_most_specific_is_first(project: Project, annotation: str, wanted: str) -> None:
    module = project.module(
        f"{CLASSES}\ndef either(v: {annotation}): ...\ndef each({_parameters(wanted)}): ..."
    )
    either, each = module.functions[-2:]
    assert isinstance(either.parameters[0].type, Named)
    path = either.parameters[0].type.path
    (union,) = (d for d in module.declarations if isinstance(d, Union) and d.path == path)
    assert union.cases == tuple(parameter.type for parameter in each.parameters)


def _parameters(union: str) -> str:
    """Return a parameter of each of the types."""
    types = re.split(r" \| (?![^\[]*\])", union)
    return ", ".join(f"p{i}: {each}" for i, each in enumerate(types))
