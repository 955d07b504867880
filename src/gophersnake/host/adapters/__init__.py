"""What makes Python objects of plain values, and plain values of objects.

The types `adapted` and `record` of contract/frame.md name an adapter: `family` or
`family:argument`. A family is one file here, imported when a function that needs it is
bound, so that a program pays for no family that it does not use.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

__all__ = [
    "FAMILIES",
    "MISSING",
    "Adapter",
    "Fields",
    "Unfit",
    "find",
    "find_class",
    "find_record",
]


class Unfit(Exception):  # the value is unfit, no adapter is in error
    """A value cannot cross: `expected` is what was wanted; `got`, what came instead, is the
    name of the value's class unless it is given."""

    def __init__(self, expected: str, got: str | None = None) -> None:
        super().__init__(expected)
        self.expected = expected
        self.got = got


class Adapter(NamedTuple):
    """The two ways of a conversion. Either may raise Unfit for a value that does not fit;
    what else it raises is the exception of the call."""

    make: Callable[[Any], Any]
    """From the plain value (of a record, the tuple of its fields) to the object."""
    take: Callable[[Any], Any]
    """From the object to the plain value."""
    type: type | None = None
    """The class of the objects, by which a union knows them at once."""
    direct: bool = False
    """Of a record: that `make` does no more than call the type with the fields by position.
    The bridge then does it itself."""
    attributes: bool = False
    """Of a record: that `take` does no more than read the attributes that the fields are
    called. The bridge then looks whether the object is of the type, and if an attribute is
    missing, which one."""
    attribute: str = ""
    """Of what is no record: the attribute that `take` gives for an object of exactly the
    type. The bridge then reads it itself."""
    shown: str = ""
    """What messages call the objects, where they are not all those of the type."""


class _Missing:
    """The value of a record's field that is not there."""

    def __repr__(self) -> str:
        return "<missing>"


MISSING = _Missing()

Fields = tuple[tuple[str, bool], ...]
"""The fields of a record in their order: the name, and whether it may be missing."""

FAMILIES: dict[str, str] = {
    "record": "gophersnake.host.adapters.records:dataclass",
    "record.attrs": "gophersnake.host.adapters.records:attrs",
    "record.namedtuple": "gophersnake.host.adapters.records:namedtuple",
    "record.pydantic": "gophersnake.host.adapters.models:pydantic",
    "root": "gophersnake.host.adapters.models:root",
    "value": "gophersnake.host.adapters.values:a_value",
    "value.given": "gophersnake.host.adapters.values:a_given",
    "record.typeddict": "gophersnake.host.adapters.typeddicts:typeddict",
    "record.typeddict.open": "gophersnake.host.adapters.typeddicts:open_typeddict",
    "datetime": "gophersnake.host.adapters.times:a_datetime",
    "date": "gophersnake.host.adapters.times:a_date",
    "time": "gophersnake.host.adapters.times:a_time",
    "timedelta": "gophersnake.host.adapters.times:a_timedelta",
    "tzinfo": "gophersnake.host.adapters.times:a_tzinfo",
    "timezone": "gophersnake.host.adapters.times:a_timezone",
    "zoneinfo": "gophersnake.host.adapters.times:a_zoneinfo",
    "decimal": "gophersnake.host.adapters.numbers:a_decimal",
    "fraction": "gophersnake.host.adapters.numbers:a_fraction",
    "numpy": "gophersnake.host.adapters.numpy:a_scalar",
    "array": "gophersnake.host.adapters.arrays:an_array",
    "uuid": "gophersnake.host.adapters.texts:a_uuid",
    "path": "gophersnake.host.adapters.texts:a_path",
    "ip": "gophersnake.host.adapters.texts:an_ip",
    "pattern": "gophersnake.host.adapters.texts:a_pattern",
    "deque": "gophersnake.host.adapters.collections:a_deque",
    "defaultdict": "gophersnake.host.adapters.collections:a_default_dict",
    "Counter": "gophersnake.host.adapters.collections:a_counter",
    "OrderedDict": "gophersnake.host.adapters.collections:an_ordered_dict",
    "ChainMap": "gophersnake.host.adapters.collections:a_chain_map",
    "mappingproxy": "gophersnake.host.adapters.collections:a_mapping_proxy",
    "frozendict": "gophersnake.host.adapters.collections:a_frozen_dict",
    "keys": "gophersnake.host.adapters.collections:a_keys_view",
    "values": "gophersnake.host.adapters.collections:a_values_view",
    "items": "gophersnake.host.adapters.collections:an_items_view",
    "enum": "gophersnake.host.adapters.enums:by_value",
    "enum.name": "gophersnake.host.adapters.enums:by_name",
    "literal": "gophersnake.host.adapters.enums:literal",
    "literal.value": "gophersnake.host.adapters.enums:literal_value",
    "literal.only": "gophersnake.host.adapters.enums:literal_only",
    "set": "gophersnake.host.adapters.collections:a_set",
    "exception": "gophersnake.host.adapters.exceptions:an_exception",
    "file": "gophersnake.host.adapters.files:a_file",
    "iterable": "gophersnake.host.adapters.iteration:an_iterable",
    "iterator": "gophersnake.host.adapters.iteration:an_iterator",
    "generator": "gophersnake.host.adapters.iteration:a_generator",
    "manager": "gophersnake.host.adapters.iteration:a_manager",
    "async_generator": "gophersnake.host.adapters.stepping:a_generator",
    "async_manager": "gophersnake.host.adapters.stepping:a_manager",
    "async": "gophersnake.host.adapters.awaiting:a_function",
    "awaitable": "gophersnake.host.adapters.awaiting:an_awaitable",
    "async_iterable": "gophersnake.host.adapters.streaming:an_iterable",
    "async_iterator": "gophersnake.host.adapters.streaming:an_iterator",
}
"""Where each family is: `module:function`, of a function that takes the argument (empty
where there is none) and returns the Adapter. Those of records take the Fields, too."""


@cache
def find(name: str) -> Adapter:
    """Return the adapter of that name.

    Raises LookupError if there is no such family, and whatever the family raises for an
    argument it cannot use: ImportError and AttributeError for a class that is not there.
    """
    family, argument = _family(name)
    return family(argument)


@cache
def find_record(name: str, fields: Fields) -> Adapter:
    """Return the adapter of that name for a record of these fields. Raises as find does."""
    family, argument = _family(name)
    return family(argument, fields)


def _family(name: str) -> tuple[Callable[..., Adapter], str]:
    family, _, argument = name.partition(":")
    if family not in FAMILIES:
        raise LookupError(
            f"this version of gophersnake has no adapter {family!r}: "
            "the Go module and the Python package must be of the same version"
        )
    module, _, function = FAMILIES[family].partition(":")
    return getattr(importlib.import_module(module), function), argument


@cache
def find_class(name: str) -> type:
    """Return the class `module:Qualified.Name`.

    Raises ImportError or AttributeError where there is none, TypeError where that is no
    class.
    """
    module, _, qualified = name.partition(":")
    found: Any = importlib.import_module(module)
    for part in qualified.split("."):
        found = getattr(found, part)
    if not isinstance(found, type):
        raise TypeError(f"{name.replace(':', '.')} is not a class but {type(found).__name__}")
    return found
