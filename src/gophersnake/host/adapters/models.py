"""pydantic's models, and its root models, which are one value. They are made by their class, so
that pydantic validates them; its ValidationError is the exception of the call."""

from __future__ import annotations

import importlib
from typing import Any

from gophersnake.host.adapters import MISSING, Adapter, Fields, Unfit, find_class
from gophersnake.host.adapters.records import Values, shown, with_attributes


def pydantic(argument: str, fields: Fields) -> Adapter:
    cls: Any = find_class(argument)
    paths = [_path(cls, name) for name, _ in fields]

    def make(values: Values) -> Any:
        given: dict[Any, Any] = {}
        for path, value in zip(paths, values, strict=True):
            if value is not MISSING:
                _put(given, path, value)
        return cls(**given)

    return with_attributes(cls, fields, make)


def root(argument: str) -> Adapter:
    """Of a class as its module spells it: `module:Tags`, `module:RootModel[list[str]]`. What
    comes from Python may be made without the type arguments."""
    module, _, written = argument.partition(":")
    scope = vars(importlib.import_module(module))
    bare: Any = eval(written.partition("[")[0], scope)
    try:
        cls = eval(written, scope)
    except NameError:  # imported for type checkers alone
        cls = bare

    def take(model: Any) -> Any:
        if not isinstance(model, bare):
            raise Unfit(shown(cls))
        return model.root

    return Adapter(cls, take, cls, attribute="root")


def _path(cls: Any, name: str) -> list[str | int]:
    """Return where the model takes a field from: its alias, where it has one, or the first of
    several. An AliasPath leads into dicts and lists."""
    config = cls.model_config
    if config.get("populate_by_name") or config.get("validate_by_name"):
        return [name]
    field = cls.model_fields[name]
    alias = field.validation_alias or field.alias or name
    alias = getattr(alias, "choices", [alias])[0]
    return getattr(alias, "path", [alias])


def _put(into: Any, path: list[str | int], value: Any) -> None:
    """Put a value where a path leads, into dicts and lists that are made on the way."""
    first, *rest = path
    if isinstance(first, int):
        into += [None] * (first + 1 - len(into))
    if rest:
        below = into[first] if isinstance(first, int) else into.get(first)
        if below is None:
            below = [] if isinstance(rest[0], int) else {}
        _put(below, rest, value)
        value = below
    into[first] = value
