"""Classes that something marked with `dataclass_transform` makes (PEP 681): a decorator, a class
that they inherit from, or its metaclass.

What they are made of when Python runs is not known, so they are handles; their constructor is
known by their fields.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

import griffe

from gophersnake.model import Field, RecordKind
from gophersnake.reader.classes import Classes, is_true
from gophersnake.reader.declarations.family import Made, Reading
from gophersnake.reader.declarations.records.layout import (
    Assignment,
    Kind,
    Slot,
    assignments,
    made_by,
)
from gophersnake.reader.parsing import node_of, text_of

_MARK = "typing.dataclass_transform"
_FACTORIES = ("default_factory", "factory")


@dataclass(frozen=True)
class Transform:
    """What says how a class is made."""

    keyword_only: bool
    specifiers: frozenset[str]
    """The paths of the functions that describe fields, as `field()` does."""
    settings: dict[str, ast.expr]
    """What is said at the class."""


def transform(cls: griffe.Class, classes: Classes) -> Transform | None:
    """Return what makes a class of its fields; None where nothing does."""
    for decorator in getattr(node_of(cls), "decorator_list", ()):
        called = decorator.func if isinstance(decorator, ast.Call) else decorator
        settings = decorator.keywords if isinstance(decorator, ast.Call) else []
        made = _marked(classes.use(called, cls.module).object, classes, settings)
        if made is not None:
            return made
    statement = node_of(cls)
    settings = statement.keywords if isinstance(statement, ast.ClassDef) else []
    for above in classes.mro(cls):
        metaclass = classes.keywords(above).get("metaclass")
        meta = classes.use(metaclass, above.module).object if metaclass is not None else None
        makers = [meta, above] if above is not cls else [meta]
        for maker in makers:
            made = _marked(maker, classes, settings)
            if made is not None:
                return made
    return None


def _marked(
    maker: griffe.Object | None, classes: Classes, settings: list[ast.keyword]
) -> Transform | None:
    """Return how a decorator, class or metaclass makes classes; None of what is not marked."""
    if isinstance(maker, griffe.Function):
        marked = [maker, *(maker.overloads or ())]
    else:
        marked = [maker] if isinstance(maker, griffe.Class) else []
    for each in marked:
        for mark in getattr(node_of(each), "decorator_list", ()):
            if isinstance(mark, ast.Call) and classes.path(mark.func, each.module) == _MARK:
                said = {one.arg: one.value for one in mark.keywords if one.arg}
                functions = getattr(said.get("field_specifiers"), "elts", ())
                return Transform(
                    is_true(said.get("kw_only_default")),
                    frozenset(classes.path(one, each.module) for one in functions),
                    {one.arg: one.value for one in settings if one.arg},
                )
    return None


def _accepts(made: Made, classes: Classes) -> bool:
    return isinstance(made, griffe.Class) and transform(made, classes) is not None


def _slots(made: Made, reading: Reading) -> list[Slot]:
    assert isinstance(made, griffe.Class)
    slots: dict[str, Slot] = {}
    for cls in reversed(reading.classes.mro(made)):
        how = transform(cls, reading.classes)
        if how is not None:
            slots.update({each.field.name: each for each in _own(cls, how, reading)})
    return list(slots.values())


def _own(cls: griffe.Class, how: Transform, reading: Reading) -> Iterator[Slot]:
    keyword_only = is_true(how.settings.get("kw_only"), otherwise=how.keyword_only)
    for each in assignments(cls, reading.classes):
        if each.annotation is None or each.use(reading)[0] == "typing.ClassVar":
            continue
        settings = _settings(each, how, reading.classes)
        taken = is_true(settings.get("init"), otherwise=True)
        alias = settings.get("alias")
        known_as = alias.value if isinstance(alias, ast.Constant) else each.name
        field = Field(
            name=each.name,
            type=each.type(reading),
            may_be_missing=not taken,
            default=_default(each, settings),
            doc=each.doc(),
        )
        own = is_true(settings.get("kw_only"), otherwise=keyword_only)
        yield Slot(field, parameter=str(known_as) if taken else None, keyword_only=own)


def _settings(assignment: Assignment, how: Transform, classes: Classes) -> dict[str, ast.expr]:
    """Return the arguments of a function that describes the field; another value is its default."""
    value, module = assignment.value, assignment.owner.module
    if isinstance(value, ast.Call) and classes.path(value.func, module) in how.specifiers:
        return {each.arg: each.value for each in value.keywords if each.arg}
    return {} if value is None else {"default": value}


def _default(assignment: Assignment, settings: dict[str, ast.expr]) -> str | None:
    module = assignment.owner.module
    if "default" in settings:
        return text_of(settings["default"], module)
    factory = next((settings[name] for name in _FACTORIES if name in settings), None)
    return None if factory is None else made_by(factory, module)


def _hashable(_made: Made, _classes: Classes) -> bool:
    return False


def _makes_constructor(cls: griffe.Class, classes: Classes) -> bool | None:
    how = transform(cls, classes)
    return None if how is None else is_true(how.settings.get("init"), otherwise=True)


KIND = Kind(RecordKind.DATACLASS, _accepts, _slots, _hashable, makes_constructor=_makes_constructor)
