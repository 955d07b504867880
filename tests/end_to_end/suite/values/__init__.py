"""A value of every type, there and back: what Python saw of it, and the value itself."""
# ruff: noqa: UP045 - the old spelling is meant

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Optional


def seen(value: object) -> str:
    """Return the class and the repr of a value."""
    return f"{type(value).__name__} {value!r}"


def of_bool(v: bool) -> tuple[str, bool]:
    return seen(v), v


def of_int(v: int) -> tuple[str, int]:
    return seen(v), v


def of_float(v: float) -> tuple[str, float]:
    return seen(v), v


def of_complex(v: complex) -> tuple[str, complex]:
    return seen(v), v


def of_str(v: str) -> tuple[str, str]:
    return seen(v), v


def of_bytes(v: bytes) -> tuple[str, bytes]:
    return seen(v), v


def of_bytearray(v: bytearray) -> tuple[str, bytearray]:
    return seen(v), v


def of_memoryview(v: memoryview) -> tuple[str, memoryview]:
    return f"{type(v).__name__} {v.tobytes()!r} {v.readonly}", v


def big_str(v: str) -> tuple[int, str]:
    return len(v), v


def big_bytes(v: bytes) -> tuple[int, bytes]:
    return len(v), v


def big_memoryview(v: memoryview) -> tuple[int, memoryview]:
    return len(v), v


def of_none(v: None) -> None:
    assert v is None


def of_list_bool(v: list[bool]) -> tuple[str, list[bool]]:
    return seen(v), v


def of_list_int(v: list[int]) -> tuple[str, list[int]]:
    return seen(v), v


def of_list_float(v: list[float]) -> tuple[str, list[float]]:
    return seen(v), v


def of_list_complex(v: list[complex]) -> tuple[str, list[complex]]:
    return seen(v), v


def of_list_str(v: list[str]) -> tuple[str, list[str]]:
    return seen(v), v


def of_list_bytes(v: list[bytes]) -> tuple[str, list[bytes]]:
    return seen(v), v


def of_list_none(v: list[None]) -> tuple[str, list[None]]:
    return seen(v), v


def of_sequence(v: Sequence[int]) -> tuple[str, Sequence[int]]:
    return seen(v), range(len(v))


def of_collection(v: Collection[str]) -> tuple[str, Collection[str]]:
    return seen(v), dict.fromkeys(v).keys()


def of_tuple(v: tuple[float, ...]) -> tuple[str, tuple[float, ...]]:
    return seen(v), v


def of_pair(v: tuple[int, str]) -> tuple[str, tuple[int, str]]:
    return seen(v), v


def of_empty_tuple(v: tuple[()]) -> tuple[str, tuple[()]]:
    return seen(v), v


def of_set(v: set[int]) -> tuple[str, set[int]]:
    return f"{type(v).__name__} {sorted(v)}", v


def of_frozenset(v: frozenset[str]) -> tuple[str, frozenset[str]]:
    return f"{type(v).__name__} {sorted(v)}", v


def of_set_bytes(v: set[bytes]) -> tuple[str, set[bytes]]:
    return f"{type(v).__name__} {sorted(v)}", v


def of_set_pair(v: set[tuple[int, str]]) -> tuple[str, set[tuple[int, str]]]:
    return f"{type(v).__name__} {sorted(v)}", v


def of_dict(v: dict[str, int]) -> tuple[str, dict[str, int]]:
    return f"{type(v).__name__} {sorted(v.items())}", v


def of_dict_int(v: dict[int, float]) -> tuple[str, dict[int, float]]:
    return f"{type(v).__name__} {sorted(v.items())}", v


def of_mapping(v: Mapping[str, bool]) -> tuple[str, Mapping[str, bool]]:
    from types import MappingProxyType

    return f"{type(v).__name__} {sorted(v.items())}", MappingProxyType(dict(v))


def of_optional_int(v: Optional[int]) -> tuple[str, Optional[int]]:
    return seen(v), v


def of_optional_str(v: str | None) -> tuple[str, str | None]:
    return seen(v), v


def of_optional_list(v: list[int] | None) -> tuple[str, list[int] | None]:
    return seen(v), v


def of_optional_dict(v: dict[str, int] | None) -> tuple[str, dict[str, int] | None]:
    return seen(v), v


def of_any(v: Any) -> tuple[str, Any]:
    return seen(v), v


def of_unannotated(v):  # type: ignore[no-untyped-def]
    return v
