"""pydantic's types of values that are a text, bytes or a number in Go: URLs, secrets, sizes.

A class is named as `module:Name`, with type arguments that say nothing here. In versions
before 2.10 that of a URL is a name for the class of all of them and what is asked of it.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

from gophersnake.host.adapters import Adapter, Unfit


def a_value(argument: str) -> Adapter:
    """Of a class whose objects Go makes: what is no such value, pydantic says."""
    cls = _found(argument)
    return Adapter(_making(cls), _taking(cls, argument), _class(cls))


def a_given(argument: str) -> Adapter:
    """Of a field of a model, which makes the object itself, and says what is wrong with which
    field."""
    cls = _found(argument)
    return Adapter(lambda value: value, _taking(cls, argument), _class(cls))


def _found(argument: str) -> Any:
    module, _, name = argument.partition("[")[0].partition(":")
    return getattr(importlib.import_module(module), name)


def _class(cls: Any) -> type | None:
    return cls if isinstance(cls, type) else None


def _making(cls: Any) -> Callable[[Any], Any]:
    if isinstance(cls, type):
        return cls
    adapter: Any = importlib.import_module("pydantic").TypeAdapter(cls)
    return adapter.validate_python  # type: ignore[no-any-return]


def _taking(cls: Any, argument: str) -> Callable[[Any], Any]:
    of = getattr(cls, "__origin__", cls)
    plain: Callable[[Any], Any] = getattr(of, "get_secret_value", str)
    if issubclass(of, int):
        plain = int

    def take(value: Any) -> Any:
        if not isinstance(value, of):
            raise Unfit(argument.replace(":", "."))
        return plain(value)

    return take
