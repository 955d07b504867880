"""Python's own answers: `python answers.py CALL...` prints a line of JSON for each.

It is run by every Python, which need not have this package.
"""

from __future__ import annotations

import base64
import collections.abc
import datetime as dt
import importlib
import json
import sys
import uuid
from typing import Any


def plain(value: object) -> Any:
    """Return what JSON knows of a value, as the Go program does."""
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(value).decode()
    if isinstance(value, complex):
        return [value.real, value.imag]
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, (list, tuple, collections.abc.Iterator)):
        return [plain(each) for each in value]
    return value


def raised(error: Exception) -> str:
    """Return an exception as Python ends a traceback with it."""
    cls = type(error)
    name = cls.__qualname__ if cls.__module__ == "builtins" else _full_name(cls)
    return f"{name}: {error}"


def _full_name(cls: type) -> str:
    return f"{cls.__module__}.{cls.__qualname__}"


def answer(call: str) -> dict[str, Any]:
    path = call.partition("(")[0].rpartition(".")[0]
    importlib.import_module(path)
    names = {path.partition(".")[0]: importlib.import_module(path.partition(".")[0])}
    try:
        return {"call": call, "value": plain(eval(call, names)), "error": ""}
    except Exception as error:
        return {"call": call, "value": None, "error": raised(error)}


if __name__ == "__main__":
    for call in sys.argv[1:]:
        print(json.dumps(answer(call)))
