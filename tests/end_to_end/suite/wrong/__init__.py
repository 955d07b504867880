"""Functions that do not return what they say."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import numpy as np


class Own:
    """A class of this module's own."""


class _Text(str):
    pass


class _Broken:
    """A collection that fails when it is walked."""

    def __contains__(self, item: object) -> bool:
        return False

    def __len__(self) -> int:
        return 1

    def __iter__(self) -> Iterator[int]:
        yield int(1 / 0)


class _BrokenMapping(Mapping[str, int]):
    def __getitem__(self, key: str) -> int:
        return int(1 / 0)

    def __len__(self) -> int:
        return 1

    def __iter__(self) -> Iterator[str]:
        yield "k"


_INT, _FLOAT = np.int64(1), np.float64(0.5)


def _thing(kind: str) -> Any:
    things: dict[str, Any] = {
        "text": "text",
        "none": None,
        "int": 7,
        "float": 1.5,
        "bool": True,
        "big": 2**63,
        "huge": 10**5000,
        "bytes": b"b",
        "bytearray": bytearray(b"b"),
        "surrogate": "a\udc80",
        "own": Own(),
        "subclass": _Text("sub"),
        "tuple": (1.0,),
        "list": [1],
        "item": [1.0, 2, "three"],
        "generator": (n for n in range(3)),
        "pairs": [("a", 1)],
        "numpy": _INT,
        "numpy float": _FLOAT,
        "broken": _Broken(),
    }
    return things[kind]


def an_int(kind: str) -> int:
    return _thing(kind)  # type: ignore[no-any-return]


def a_float(kind: str) -> float:
    return _thing("numpy float" if kind == "numpy" else kind)  # type: ignore[no-any-return]


def a_bool(kind: str) -> bool:
    return _thing(kind)  # type: ignore[no-any-return]


def a_str(kind: str) -> str:
    return _thing(kind)  # type: ignore[no-any-return]


def some_bytes(kind: str) -> bytes:
    return _thing(kind)  # type: ignore[no-any-return]


def nothing(kind: str) -> None:
    return _thing(kind)  # type: ignore[no-any-return]


def a_list(kind: str) -> list[float]:
    return _thing(kind)  # type: ignore[no-any-return]


def a_set(kind: str) -> set[int]:
    return _thing(kind)  # type: ignore[no-any-return]


def a_collection(kind: str) -> Collection[int]:
    return _thing(kind)  # type: ignore[no-any-return]


def a_mapping(kind: str) -> Mapping[str, int]:
    return _BrokenMapping() if kind == "broken" else _thing(kind)


def deep(kind: str) -> dict[str, list[tuple[int, list[int]]]]:
    deeps: dict[str, Any] = {
        "missing": {"a": [(1, [2]), (1,)]},
        "text": {"a": [(1, [1, 2, 3, "4"])]},
        "key": {7: []},
        "none": {"a": [(1, None)]},
    }
    return deeps[kind]  # type: ignore[no-any-return]
