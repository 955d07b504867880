"""Types inside each other."""
# ruff: noqa: UP006, UP035, UP045 - the old spellings are meant

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Dict, List, Optional, Tuple


def seen(value: Any) -> str:
    """Return the repr of a value."""
    return repr(value)


def lists(v: list[list[int]]) -> list[list[int]]:
    return v


def old_spelling(v: List[Tuple[str, Optional[int]]]) -> Dict[str, List[Optional[int]]]:
    return {key: [item] for key, item in v}


def dict_of_lists(v: dict[str, list[float]]) -> dict[str, list[float]]:
    return v


def dict_of_dicts(v: dict[int, dict[str, bool]]) -> dict[int, dict[str, bool]]:
    return v


def optionals(v: list[list[str | None] | None] | None) -> list[list[str | None] | None] | None:
    return v


def tuple_keys(v: dict[tuple[int, str], list[int]]) -> dict[tuple[int, str], list[int]]:
    return v


def optional_keys(v: dict[str | None, int]) -> dict[str | None, int]:
    return v


def frozensets(v: list[frozenset[str]]) -> list[frozenset[str]]:
    return v


def deep(
    v: tuple[list[int], dict[str, set[int]], tuple[bool, ...] | None],
) -> tuple[list[int], dict[str, set[int]], tuple[bool, ...] | None]:
    return v


def mappings(v: Mapping[str, Sequence[tuple[float, complex]]]) -> list[tuple[float, complex]]:
    return [pair for key in sorted(v) for pair in v[key]]


def any_inside(v: dict[str, Any]) -> list[tuple[str, Any]]:
    return sorted(v.items())


def columns(rows: int) -> tuple[list[int], list[str], list[float | None]]:
    """Return three columns of a table."""
    numbers = list(range(rows))
    return numbers, [str(n) for n in numbers], [None if n % 3 == 0 else n / 2 for n in numbers]
