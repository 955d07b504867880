"""Dicts with certain keys (PEP 589): each key that must be there is, and no other, unless the
class says what others are (PEP 728).

The class is not asked which keys may be absent: it knows wrongly where the annotations of its
module are strings (https://docs.python.org/3/library/typing.html#typing.TypedDict).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gophersnake.host.adapters import MISSING, Adapter, Fields, Unfit
from gophersnake.host.adapters.records import Values


def typeddict(argument: str, fields: Fields) -> Adapter:
    name = argument.replace(":", ".")
    names = [key for key, _ in fields]
    known = frozenset(names)
    required = frozenset(key for key, may_be_missing in fields if not may_be_missing)

    def make(values: Values) -> Any:
        return {
            key: value for key, value in zip(names, values, strict=True) if value is not MISSING
        }

    def take(value: Any) -> Values:
        _check(value, name, names, required)
        if not value.keys() <= known:
            extra = next(key for key in value if key not in known)
            raise Unfit(f"{name}, which has no other keys", f"the key {extra!r}")
        return tuple([value.get(key, MISSING) for key in names])

    return Adapter(make, take, dict, shown=name)


def open_typeddict(argument: str, fields: Fields) -> Adapter:
    """Return the adapter of a class with `extra_items`: the last field is a dict of those."""
    *own, (last, _) = fields
    name = argument.replace(":", ".")
    names = [key for key, _ in own]
    required = frozenset(key for key, may_be_missing in own if not may_be_missing)

    def make(values: Values) -> Any:
        made = {
            key: value
            for key, value in zip(names, values[:-1], strict=True)
            if value is not MISSING
        }
        extra = values[-1]
        for key in names:
            if key in extra:
                raise Unfit(f"{last} beside the keys of {name}", f"its key {key!r}")
        return made | extra

    def take(value: Any) -> Values:
        _check(value, name, names, required)
        rest = {key: each for key, each in value.items() if key not in names}
        return (*(value.get(key, MISSING) for key in names), rest)

    return Adapter(make, take, dict, shown=name)


def _check(value: Any, name: str, names: Sequence[str], required: frozenset[str]) -> None:
    if not isinstance(value, dict):
        raise Unfit(name)
    if not required <= value.keys():
        absent = next(key for key in names if key in required and key not in value)
        raise Unfit(f"{name} with the key {absent!r}", "a dict without it")
