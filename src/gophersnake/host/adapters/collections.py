"""Collections of the standard library, as the list, set or dict that has the same items."""

from __future__ import annotations

import collections
from collections import abc
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from gophersnake.host.adapters import Adapter, Unfit


def _family(
    expected: str,
    cls: type,
    make: Callable[[Any], Any],
    take: Callable[[Any], Any],
) -> Callable[[str], Adapter]:
    def taking(value: object) -> Any:
        if not isinstance(value, cls):
            raise Unfit(expected)
        return take(value)

    return lambda _argument: Adapter(make, taking, cls)


def _keys(items: list[Any]) -> abc.KeysView[Any]:
    return dict.fromkeys(items).keys()


def _values(items: list[Any]) -> abc.ValuesView[Any]:
    return dict(enumerate(items)).values()


def _items(entries: dict[Any, Any]) -> abc.ItemsView[Any, Any]:
    return entries.items()


a_deque = _family("collections.deque", collections.deque, collections.deque, list)
a_counter = _family("collections.Counter", collections.Counter, collections.Counter, dict)
an_ordered_dict = _family(
    "collections.OrderedDict", collections.OrderedDict, collections.OrderedDict, dict
)
a_chain_map = _family("collections.ChainMap", collections.ChainMap, collections.ChainMap, dict)
a_mapping_proxy = _family("types.MappingProxyType", MappingProxyType, MappingProxyType, dict)
a_keys_view = _family("KeysView", abc.KeysView, _keys, list)
a_values_view = _family("ValuesView", abc.ValuesView, _values, list)
an_items_view = _family("ItemsView", abc.ItemsView, _items, dict)
a_set = _family("Set", abc.Set, set, set)


def a_default_dict(factory: str) -> Adapter:
    """`defaultdict:list`: one that makes lists; without an argument it makes nothing."""
    import builtins

    missing = getattr(builtins, factory) if factory else None

    def make(entries: dict[Any, Any]) -> collections.defaultdict[Any, Any]:
        return collections.defaultdict(missing, entries)

    family = _family("collections.defaultdict", collections.defaultdict, make, dict)
    return family("")


def a_frozen_dict(argument: str) -> Adapter:
    """Of Python 3.15 and later: AttributeError before."""
    import builtins

    frozen: type = builtins.frozendict  # type: ignore[attr-defined]
    return _family("frozendict", frozen, frozen, dict)(argument)
