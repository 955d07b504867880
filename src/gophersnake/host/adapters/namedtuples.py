"""Named tuples, which are their fields' values in order."""

from __future__ import annotations

from typing import Any

from gophersnake.host.adapters import Adapter, Fields, Unfit, find_class
from gophersnake.host.adapters.records import Values, shown


def namedtuple(argument: str, fields: Fields) -> Adapter:
    cls = find_class(argument)

    def make(values: Values) -> Any:
        return cls(*values)

    def take(value: Any) -> Values:
        if not isinstance(value, cls):
            raise Unfit(shown(cls))
        plain: Values = tuple(value)  # type: ignore[arg-type]
        if len(plain) != len(fields):
            raise Unfit(f"{shown(cls)} of {len(fields)} fields", f"{len(plain)}")
        return plain

    return Adapter(make, take, cls)
