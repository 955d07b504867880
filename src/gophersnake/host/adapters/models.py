"""pydantic's models, and its root models, which are one value. They are made by their class, so
that pydantic validates them; its ValidationError is the exception of the call."""

from __future__ import annotations

import importlib
from typing import Any

from gophersnake.host.adapters import MISSING, Adapter, Fields, Unfit, find_class
from gophersnake.host.adapters.records import Values, shown, taker


def pydantic(argument: str, fields: Fields) -> Adapter:
    cls: Any = find_class(argument)
    keys = [_key(cls, name) for name, _ in fields]

    def make(values: Values) -> Any:
        given = zip(keys, values, strict=True)
        return cls(**{key: value for key, value in given if value is not MISSING})

    return Adapter(make, taker(cls, fields), cls)


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


def _key(cls: Any, name: str) -> str:
    """Return what the model takes a field as: its alias, where it has one."""
    config = cls.model_config
    if config.get("populate_by_name") or config.get("validate_by_name"):
        return name
    field = cls.model_fields[name]
    for alias in (field.validation_alias, field.alias):
        if isinstance(alias, str):
            return alias
    return name
