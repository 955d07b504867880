"""The standard library's collections, there and back, and some that do not cross."""

from __future__ import annotations

from collections import ChainMap, Counter, OrderedDict, defaultdict, deque
from collections.abc import (
    ItemsView,
    KeysView,
    MutableMapping,
    MutableSequence,
    MutableSet,
    ValuesView,
)
from collections.abc import Set as AbstractSet
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any
from uuid import UUID


def _seen(value: object) -> str:
    return f"{type(value).__name__} {value!r}"


def of_deque(v: deque[int]) -> tuple[str, deque[int]]:
    return _seen(v), v


def of_defaultdict(v: defaultdict[str, list[int]]) -> tuple[str, defaultdict[str, list[int]]]:
    text = _seen(v)
    v["missing"].append(7)
    return text, v


def of_counter(v: Counter[str]) -> tuple[str, Counter[str]]:
    text = _seen(v)
    v["new"] += 1
    return text, v


def of_ordered_dict(v: OrderedDict[str, int]) -> tuple[str, OrderedDict[str, int]]:
    text = f"{type(v).__name__} {list(v.items())}"
    v.move_to_end(next(iter(v)))
    return text, v


def of_ordered(
    v: Annotated[dict[str, int], "ordered"],
) -> tuple[str, Annotated[dict[str, int], "ordered"]]:
    return _seen(v), dict(reversed(v.items()))


def of_chain_map(v: ChainMap[str, int]) -> tuple[str, ChainMap[str, int]]:
    return _seen(v), v.new_child({"child": 1})


def of_proxy(v: MappingProxyType[str, int]) -> tuple[str, MappingProxyType[str, int]]:
    return _seen(v), MappingProxyType({**v, "more": 1})


def of_frozendict(v: frozendict[str, int]) -> tuple[str, frozendict[str, int]]:  # type: ignore[name-defined]  # noqa: F821
    return _seen(v), v | {"more": 1}


def of_mutable_sequence(v: MutableSequence[int]) -> tuple[str, MutableSequence[int]]:
    return _seen(v), deque(v)


def of_mutable_mapping(v: MutableMapping[str, int]) -> tuple[str, MutableMapping[str, int]]:
    return _seen(v), ChainMap(dict(v))


def of_abstract_set(v: AbstractSet[int]) -> tuple[str, AbstractSet[int]]:
    return _seen(v), dict.fromkeys(v).keys()


def of_mutable_set(v: MutableSet[int]) -> tuple[str, MutableSet[int]]:
    return _seen(v), v


def of_keys(v: KeysView[str]) -> tuple[str, KeysView[str]]:
    return _seen(v), v


def of_values(v: ValuesView[int]) -> tuple[str, ValuesView[int]]:
    return _seen(v), v


def of_items(v: ItemsView[str, int]) -> tuple[str, ItemsView[str, int]]:
    return _seen(v), v


def of_slice_keys(v: dict[tuple[int, ...], str]) -> tuple[str, dict[tuple[int, ...], str]]:
    return _seen(v), v


def of_set_keys(v: dict[frozenset[int], str]) -> tuple[str, dict[frozenset[int], str]]:
    return _seen(v), v


def of_set_of_sets(v: set[frozenset[int]]) -> tuple[int, set[frozenset[int]]]:
    return len(v), v


def of_mixed_keys(
    v: dict[tuple[date, UUID | None], int],
) -> tuple[str, dict[tuple[date, UUID | None], int]]:
    return _seen(v), v


def of_optional(
    a: deque[int] | None, b: OrderedDict[str, int] | None, c: Counter[str] | None
) -> tuple[str, deque[int] | None, OrderedDict[str, int] | None, Counter[str] | None]:
    return f"{a} {b} {c}", a, b, c


def _thing(kind: str) -> Any:
    things: dict[str, Any] = {
        "list": [1],
        "dict": {"a": 1},
        "text in deque": deque([1, "x"]),
        "text in counter": Counter({"a": "x"}),
        "key": OrderedDict({1: 1}),
    }
    return things[kind]


def a_deque(kind: str) -> deque[int]:
    return _thing(kind)  # type: ignore[no-any-return]


def a_counter(kind: str) -> Counter[str]:
    return _thing(kind)  # type: ignore[no-any-return]


def an_ordered_dict(kind: str) -> OrderedDict[str, int]:
    return _thing(kind)  # type: ignore[no-any-return]


def a_defaultdict(kind: str) -> defaultdict[str, int]:
    return _thing(kind)  # type: ignore[no-any-return]


def keys_view(kind: str) -> KeysView[str]:
    return _thing(kind)  # type: ignore[no-any-return]


def any_key(v: dict[tuple[Any, ...], int]) -> int:
    return len(v)


def any_item(v: set[tuple[Any, ...]]) -> int:
    return len(v)
