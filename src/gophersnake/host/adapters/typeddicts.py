"""Dicts with certain keys (PEP 589): each key that must be there is, and no other.

The class is not asked which keys may be absent: it knows wrongly where the annotations of its
module are strings (https://docs.python.org/3/library/typing.html#typing.TypedDict).
"""

from __future__ import annotations

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
        if not isinstance(value, dict):
            raise Unfit(name)
        keys = value.keys()
        if not required <= keys:
            absent = next(key for key in names if key in required and key not in value)
            raise Unfit(f"{name} with the key {absent!r}", "a dict without it")
        if not keys <= known:
            extra = next(key for key in value if key not in known)
            raise Unfit(f"{name}, which has no other keys", f"the key {extra!r}")
        return tuple([value.get(key, MISSING) for key in names])

    return Adapter(make, take, dict, shown=name)
