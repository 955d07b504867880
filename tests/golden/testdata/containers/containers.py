"""Containers, in each other."""

from collections.abc import Collection, Mapping, Sequence


def lists(a: list[float], b: list[list[int]]) -> list[list[str]]: ...


def sequences(a: Sequence[float], b: Collection[str], c: tuple[int, ...]) -> Sequence[bool]: ...


def sets(a: set[str], b: frozenset[bytes]) -> set[tuple[int, str]]: ...


def dicts(a: dict[str, int], b: Mapping[int, list[float]]) -> dict[str, dict[str, complex]]: ...


def keys(
    a: dict[bytes, int],
    b: dict[tuple[int, bytes], str],
    c: dict[str | None, float],
    d: dict[bool, set[float]],
    e: dict[None, int],
) -> dict[complex, frozenset[int]]: ...


def nothings(a: list[None]) -> list[None]: ...


def deep(
    a: dict[str, list[tuple[int, dict[str, list[set[tuple[str, bytes]]]]]]],
) -> list[list[list[list[float]]]]: ...
