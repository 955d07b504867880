"""Records that are objects with attributes: dataclasses, attrs classes, named tuples.

A record that Go sends is made by its class, as a Python caller would make it, so that what
the class does at that (checks, computes, converts) is done. Fields that the constructor does
not take are set afterwards, if Go gives them. Where the constructor cannot be called with
fields alone, the object is put together as `copy` does it, without a call.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from gophersnake.host.adapters import MISSING, Adapter, Fields, Unfit, find_class

Values = tuple[Any, ...]


def dataclass(argument: str, fields: Fields) -> Adapter:
    import dataclasses

    cls: Any = find_class(argument)
    taken = [each.name for each in dataclasses.fields(cls) if each.init]
    return _adapter(cls, fields, {name: _alias_of(cls, name) for name in taken})


def attrs(argument: str, fields: Fields) -> Adapter:
    cls: Any = find_class(argument)
    taken = {each.name: _alias(each) for each in cls.__attrs_attrs__ if each.init}
    return _adapter(cls, fields, taken)


def namedtuple(argument: str, fields: Fields) -> Adapter:
    cls: Any = find_class(argument)
    return _adapter(cls, fields, {name: name for name in cls._fields})


def _adapter(cls: type, fields: Fields, taken: dict[str, str]) -> Adapter:
    """Return the adapter of a class; `taken` has the constructor's name of each field that it
    takes."""
    parameters = [taken.get(name) for name, _ in fields]
    accepted = _accepted(cls, list(taken.values()))
    by_place = not hasattr(cls, "__pydantic_fields__")  # whose errors call an argument as it came
    if by_place and accepted is not None and parameters == accepted[: len(parameters)]:
        return with_attributes(cls, fields, lambda values: cls(*values), direct=True)
    return with_attributes(cls, fields, _maker(cls, fields, parameters, accepted))


def with_attributes(
    cls: type, fields: Fields, make: Callable[[Values], Any], *, direct: bool = False
) -> Adapter:
    """Return the adapter of a class whose objects have their fields as attributes. The bridge
    does nothing by itself for one without fields, or with fields that may be missing."""
    if not fields or any(may_be_missing for _, may_be_missing in fields):
        return Adapter(make, _taker(cls, fields), cls)
    return Adapter(make, _reader([name for name, _ in fields]), cls, direct, attributes=True)


def _alias_of(cls: Any, name: str) -> str:
    """Return what the constructor of a dataclass calls a field: one of pydantic's may have an
    alias."""
    field = getattr(cls, "__pydantic_fields__", {}).get(name)
    alias = (field.validation_alias or field.alias) if field is not None else None
    return alias if isinstance(alias, str) else name


def _alias(attribute: Any) -> str:
    """Return what the constructor calls an attribute; attrs before 22.2 has no aliases."""
    alias: str = getattr(attribute, "alias", None) or attribute.name.lstrip("_")
    return alias


def _maker(
    cls: type,
    fields: Fields,
    parameters: Sequence[str | None],
    accepted: Sequence[str] | None,
) -> Callable[[Values], Any]:
    """Return what makes an object of its fields' values by name, or without the constructor."""
    names = [name for name, _ in fields]
    if accepted is None:
        return _put_together(cls, names)
    given = [(place, name) for place, name in enumerate(parameters) if name is not None]
    later = [(place, names[place]) for place, name in enumerate(parameters) if name is None]

    def make(values: Values) -> Any:
        made = cls(**{name: values[place] for place, name in given})
        for place, name in later:
            if values[place] is not MISSING:
                object.__setattr__(made, name, values[place])
        return made

    return make


def _accepted(cls: type, names: Sequence[str]) -> list[str] | None:
    """Return the positional parameters of a class's constructor, in order; None where it
    cannot be called with these names alone."""
    import inspect

    parameters = inspect.signature(cls).parameters.values()
    by_name = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    named = {each.name for each in parameters if each.kind in by_name}
    variadic = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    required = {
        each.name for each in parameters if each.default is each.empty and each.kind not in variadic
    }
    if not required <= set(names) <= named:
        return None
    return [each.name for each in parameters if each.kind is each.POSITIONAL_OR_KEYWORD]


def _put_together(cls: Any, names: Sequence[str]) -> Callable[[Values], Any]:
    def make(values: Values) -> Any:
        made = cls.__new__(cls)
        for name, value in zip(names, values, strict=True):
            if value is not MISSING:
                object.__setattr__(made, name, value)
        return made

    return make


def _taker(cls: type, fields: Fields) -> Callable[[Any], Values]:
    """Return what reads those fields of an object that are there."""

    def take(value: Any) -> Values:
        if not isinstance(value, cls):
            raise Unfit(shown(cls))
        return tuple([_field(cls, value, *field) for field in fields])

    return take


def _field(cls: type, value: Any, name: str, may_be_missing: bool) -> Any:
    found = getattr(value, name, MISSING)
    if found is MISSING and not may_be_missing:
        raise Unfit(f"{shown(cls)} with a field {name!r}", "one without")
    return found


def _reader(names: Sequence[str]) -> Callable[[Any], Values]:
    """Return what reads these attributes. It is bytecode, in which Python remembers where the
    attributes of a class lie (PEP 659): it takes half as long as looking each of them up."""
    attributes = ", ".join(f"record.{name}" for name in names)
    read: Callable[[Any], Values] = eval(
        compile(f"lambda record: ({attributes},)", __file__, "eval")
    )
    return read


def shown(cls: type) -> str:
    """Return a class's name as messages have it."""
    return f"{cls.__module__}.{cls.__qualname__}"
