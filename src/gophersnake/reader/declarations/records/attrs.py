"""attrs classes, by their old names (`attr.s`) and new ones (`attrs.define`).

https://www.attrs.org/en/stable/api.html
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import griffe

from gophersnake.model import Field, RecordKind, Scalar, Type
from gophersnake.reader.classes import Classes, Decorator, is_true
from gophersnake.reader.declarations.family import Made, Reading
from gophersnake.reader.declarations.records.layout import (
    Assignment,
    Kind,
    Slot,
    assignments,
    made_by,
)
from gophersnake.reader.parsing import expression_of, text_of

_OLD = frozenset({"attr.s", "attr.attrs", "attr.attributes"})
_OLD_ANNOTATED = frozenset({"attr.dataclass"})
_NEW = frozenset(
    f"{package}.{name}" for package in ("attr", "attrs") for name in ("define", "mutable", "frozen")
)
DECORATORS = _OLD | _OLD_ANNOTATED | _NEW
_FIELDS = frozenset({"attr.ib", "attr.attrib", "attr.attr", "attr.field", "attrs.field"})
_FACTORIES = frozenset({"attr.Factory", "attrs.Factory"})


def _accepts(made: Made, classes: Classes) -> bool:
    return isinstance(made, griffe.Class) and _decorated(made, classes) is not None


def _decorated(cls: griffe.Class, classes: Classes) -> Decorator | None:
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
        for slot in _own(cls, decorator, reading) if decorator is not None else ():
            slots.pop(slot.field.name, None)  # defined again, it moves to its new place
            slots[slot.field.name] = slot
    return list(slots.values())


def _own(cls: griffe.Class, decorator: Decorator, reading: Reading) -> Iterator[Slot]:
    found = list(assignments(cls, reading.classes))
    annotated = _is_annotated(decorator, found, reading)
    for each in found:
        settings = _settings(each, reading)
        if settings is None:
            is_field = annotated and each.annotation is not None
            if not is_field or each.use(reading)[0] == "typing.ClassVar":
                continue
            settings = {} if each.value is None else {"default": each.value}
        yield _slot(each, settings, decorator, reading)


def _is_annotated(decorator: Decorator, found: list[Assignment], reading: Reading) -> bool:
    """Whether annotations alone make fields. The new decorators find out: they do, unless an
    `attrs.field()` has none."""
    said = decorator.keywords.get("auto_attribs")
    if isinstance(said, ast.Constant) and said.value is not None:
        return bool(said.value)
    if decorator.path in _OLD:
        return False
    return decorator.path in _OLD_ANNOTATED or all(
        each.annotation is not None for each in found if _settings(each, reading) is not None
    )


def _settings(assignment: Assignment, reading: Reading) -> dict[str, ast.expr] | None:
    """Return the arguments of `attrs.field(…)`; None for another value."""
    value = assignment.value
    if not isinstance(value, ast.Call):
        return None
    if reading.classes.path(value.func, assignment.owner.module) not in _FIELDS:
        return None
    first = {"default": value.args[0]} if value.args else {}
    return {**first, **{each.arg: each.value for each in value.keywords if each.arg}}


def _slot(
    assignment: Assignment, settings: dict[str, ast.expr], decorator: Decorator, reading: Reading
) -> Slot:
    taken = is_true(settings.get("init"), otherwise=True)
    field = Field(
        name=assignment.name,
        type=_type(assignment, settings, reading),
        may_be_missing=not taken,
        default=_default(assignment, settings, reading.classes),
        doc=assignment.doc(),
    )
    return Slot(
        field,
        parameter=_alias(assignment.name, settings) if taken else None,
        keyword_only=is_true(
            settings.get("kw_only"), otherwise=is_true(decorator.keywords.get("kw_only"))
        ),
    )


def _alias(name: str, settings: dict[str, ast.expr]) -> str:
    """Return what the constructor calls a field: a private name without its underscores."""
    alias = settings.get("alias")
    return str(alias.value) if isinstance(alias, ast.Constant) else name.lstrip("_")


def _type(assignment: Assignment, settings: dict[str, ast.expr], reading: Reading) -> Type:
    if assignment.annotation is not None:
        return assignment.type(reading)
    given = settings.get("type")
    expression = expression_of(given, assignment.owner) if given is not None else None
    return Scalar.ANY if expression is None else assignment.type(reading, expression)


def _default(assignment: Assignment, settings: dict[str, ast.expr], classes: Classes) -> str | None:
    module = assignment.owner.module
    default, factory = settings.get("default"), settings.get("factory")
    if isinstance(default, ast.Call) and classes.path(default.func, module) in _FACTORIES:
        factory = default.args[0] if default.args else default
    if factory is not None and not (isinstance(factory, ast.Constant) and factory.value is None):
        return made_by(factory, module)
    if default is not None:
        return text_of(default, module)
    return _decorated_default(assignment, classes)


def _decorated_default(assignment: Assignment, classes: Classes) -> str | None:
    """Return the method that makes the default: `@x.default`."""
    wanted = f"{assignment.written}.default"
    for statement in classes.body(assignment.owner):
        if isinstance(statement, ast.FunctionDef) and wanted in map(
            ast.unparse, statement.decorator_list
        ):
            return f"{statement.name}()"
    return None


def _hashable(made: Made, classes: Classes) -> bool:
    assert isinstance(made, griffe.Class)
    decorator = _decorated(made, classes)
    if decorator is None:
        return False
    settings = decorator.keywords
    for name in ("unsafe_hash", "hash"):
        if name in settings:
            return is_true(settings[name])
    by_value = is_true(settings.get("eq"), otherwise=is_true(settings.get("cmp"), otherwise=True))
    is_frozen = decorator.path.endswith(".frozen")
    return by_value and is_true(settings.get("frozen"), otherwise=is_frozen)


def _makes_constructor(cls: griffe.Class, classes: Classes) -> bool | None:
    decorator = classes.decorator(cls, DECORATORS)
    return None if decorator is None else is_true(decorator.keywords.get("init"), otherwise=True)


KIND = Kind(RecordKind.ATTRS, _accepts, _slots, _hashable, makes_constructor=_makes_constructor)
