"""Dataclasses: https://docs.python.org/3/library/dataclasses.html."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace

import griffe

from gophersnake.model import Field, RecordKind
from gophersnake.reader.classes import Classes, Decorator, is_true
from gophersnake.reader.declarations.family import Made, Reading
from gophersnake.reader.declarations.records import pydantic
from gophersnake.reader.declarations.records.layout import (
    Assignment,
    Kind,
    Slot,
    assignments,
    made_by,
)
from gophersnake.reader.parsing import text_of

_PYDANTIC = "pydantic.dataclasses.dataclass"
DECORATORS = frozenset({"dataclasses.dataclass", _PYDANTIC})
_FIELDS = frozenset({"dataclasses.field"})


def _accepts(made: Made, classes: Classes) -> bool:
    return isinstance(made, griffe.Class) and _decorated(made, classes) is not None


def _decorated(cls: griffe.Class, classes: Classes) -> Decorator | None:
    """Return the decorator that makes the class a dataclass: its own, or that of the class it
    has its constructor from."""
    for each in classes.mro(cls):
        decorator = classes.decorator(each, DECORATORS)
        if decorator is not None:
            return decorator
        if "__init__" in each.members:
            return None
    return None


def _slots(made: Made, reading: Reading) -> list[Slot]:
    assert isinstance(made, griffe.Class)
    slots: dict[str, Slot] = {}
    for cls in reversed(reading.classes.mro(made)):
        decorator = reading.classes.decorator(cls, DECORATORS)
        if decorator is not None:
            # A field that is defined again keeps its place.
            slots.update({each.field.name: each for each in _own(cls, decorator, reading)})
    return list(slots.values())


def _own(cls: griffe.Class, decorator: Decorator, reading: Reading) -> Iterator[Slot]:
    keyword_only = is_true(decorator.keywords.get("kw_only"))
    for each in assignments(cls, reading.classes):
        if each.annotation is None:
            continue
        path, arguments = each.use(reading)
        if path == "dataclasses.KW_ONLY":
            keyword_only = True
        elif path != "typing.ClassVar":
            slot = _slot(each, decorator, reading, keyword_only=keyword_only)
            if path == "dataclasses.InitVar":
                type_ = each.type(reading, arguments[0]) if arguments else slot.field.type
                slot = replace(slot, field=replace(slot.field, type=type_), stored=False)
            yield slot


def _slot(
    assignment: Assignment, decorator: Decorator, reading: Reading, *, keyword_only: bool
) -> Slot:
    settings = _settings(assignment, reading.classes)
    parameter: str | None = assignment.name
    if settings is None and decorator.path == _PYDANTIC:
        settings = pydantic.settings_of(assignment, reading.classes)
        parameter = pydantic.alias_of(assignment, settings, reading.classes)
        default = pydantic.default_of(assignment, settings)
    else:
        default = _default(assignment, settings)
        settings = settings or {}
    taken = is_true(settings.get("init"), otherwise=True)
    field = Field(
        name=assignment.name,
        type=assignment.type(reading),
        may_be_missing=not taken,
        default=default,
        doc=assignment.doc(),
    )
    return Slot(
        field,
        parameter=parameter if taken else None,
        keyword_only=is_true(settings.get("kw_only"), otherwise=keyword_only),
    )


def _settings(assignment: Assignment, classes: Classes) -> dict[str, ast.expr] | None:
    """Return the arguments of `field(…)`; None for another value."""
    value, module = assignment.value, assignment.owner.module
    if isinstance(value, ast.Call) and classes.path(value.func, module) in _FIELDS:
        return {each.arg: each.value for each in value.keywords if each.arg}
    return None


def _default(assignment: Assignment, settings: dict[str, ast.expr] | None) -> str | None:
    module = assignment.owner.module
    default = assignment.value if settings is None else settings.get("default")
    if default is not None:
        return text_of(default, module)
    factory = (settings or {}).get("default_factory")
    return None if factory is None else made_by(factory, module)


def _hashable(made: Made, classes: Classes) -> bool:
    assert isinstance(made, griffe.Class)
    decorator = _decorated(made, classes)
    settings = decorator.keywords if decorator is not None else {}
    by_value = is_true(settings.get("eq"), otherwise=True)
    frozen = is_true(settings.get("frozen")) or is_true(settings.get("unsafe_hash"))
    return by_value and frozen


def _makes_constructor(cls: griffe.Class, classes: Classes) -> bool | None:
    decorator = classes.decorator(cls, DECORATORS)
    return None if decorator is None else is_true(decorator.keywords.get("init"), otherwise=True)


KIND = Kind(RecordKind.DATACLASS, _accepts, _slots, _hashable, makes_constructor=_makes_constructor)
