"""numpy's dtypes that are more than a number: of structs, times and texts of one length.

The bridge calls these where a function is bound, or an array has a unit of time.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import import_module
from typing import Any

_TIMES = {15: "M8", 16: "m8"}
"""The numbers of contract/kinds.toml."""
_UNITS = ("Y", "M", "W", "", "D", "h", "m", "s", "ms", "us", "ns", "ps", "fs", "as")
"""By numpy's numbers (NPY_DATETIMEUNIT). 14 is no unit: the array holds only NaT."""
_NO_UNIT = 14


def described(text: str, /) -> Any:
    """Return the dtype that a signature program describes as JSON."""
    return import_module("numpy").dtype(_formats(json.loads(text)))


def _formats(form: Any) -> Any:
    """What numpy.dtype takes: lists are a format and a shape, which it wants as tuples."""
    if isinstance(form, dict):
        return {**form, "formats": [_formats(each) for each in form["formats"]]}
    return (_formats(form[0]), tuple(form[1])) if isinstance(form, list) else form


@lru_cache(maxsize=256)
def of_time(number: int, detail: int, /) -> Any:
    """Return the dtype of a time with this unit. Raises TypeError for what is no unit."""
    unit, count = detail & 0xFF, detail >> 8
    text = ""
    if unit != _NO_UNIT:
        text = f"[{count}{_UNITS[unit]}]" if unit < len(_UNITS) and _UNITS[unit] else "[?]"
    return import_module("numpy").dtype(_TIMES[number] + text)


@lru_cache(maxsize=256)
def unit_of(dtype: Any, /) -> int:
    """Return the detail of a time's dtype."""
    unit, count = import_module("numpy").datetime_data(dtype)
    number = _NO_UNIT if unit == "generic" else _UNITS.index(unit)
    return int(number | count << 8)
