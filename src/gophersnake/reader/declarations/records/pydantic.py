"""pydantic's models, version 2: https://docs.pydantic.dev/latest/concepts/models/."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace

import griffe

from gophersnake.model import GIVEN, Field, RecordKind, RootOf, substituted
from gophersnake.reader.annotations.roots import ROOT_MODELS
from gophersnake.reader.classes import Classes, is_true
from gophersnake.reader.declarations.family import Made, Reading
from gophersnake.reader.declarations.records.layout import (
    Assignment,
    Kind,
    Slot,
    assignments,
    made_by,
)
from gophersnake.reader.parsing import text_of

BASES = frozenset({"pydantic.BaseModel", "pydantic.main.BaseModel"})
_FIELDS = frozenset({"pydantic.Field", "pydantic.fields.Field"})
_ALIASES = ("validation_alias", "alias")
_CAMEL, _PASCAL = (f"pydantic.alias_generators.to_{case}" for case in ("camel", "pascal"))
_SNAKE_CASE = re.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*")
_SEVERAL = frozenset({"pydantic.AliasChoices", "pydantic.aliases.AliasChoices"})

Settings = dict[str, ast.expr]


def _accepts(made: Made, classes: Classes) -> bool:
    if not isinstance(made, griffe.Class):
        return False
    return classes.descends(made, BASES) and not classes.descends(made, ROOT_MODELS)


def _models(made: Made, classes: Classes) -> list[griffe.Class]:
    """Return the class and those it inherits from, without pydantic's own."""
    assert isinstance(made, griffe.Class)
    return [each for each in classes.mro(made) if not each.path.startswith("pydantic.")]


def _slots(made: Made, reading: Reading) -> list[Slot]:
    models = _models(made, reading.classes)
    config = _config(models, reading.classes)
    slots: dict[str, Slot] = {}
    for cls in reversed(models):
        for each in assignments(cls, reading.classes):
            if _is_field(each, reading):
                slots[each.name] = _slot(each, config, reading)
    return list(slots.values())


def _is_field(assignment: Assignment, reading: Reading) -> bool:
    if assignment.annotation is None or assignment.name.startswith("_"):
        return False
    return assignment.name != "model_config" and assignment.use(reading)[0] != "typing.ClassVar"


def _slot(assignment: Assignment, config: Settings, reading: Reading) -> Slot:
    settings = settings_of(assignment, reading.classes)
    field = Field(
        name=assignment.name,
        type=substituted(assignment.type(reading), _given, RootOf),
        default=default_of(assignment, settings),
        doc=assignment.doc() or _said(settings.get("description")),
    )
    if _by_name(config):
        return Slot(field, parameter=assignment.name, keyword_only=True)
    alias = alias_of(assignment, settings, reading.classes)
    if not settings.keys() & _ALIASES and "alias_generator" in config:
        alias = _generated(assignment, config["alias_generator"], reading.classes)
    return Slot(field, parameter=alias, keyword_only=True)


def _given(value: RootOf) -> RootOf:
    """Return what a field is of, as the model takes it: a text that is none of its URLs is the
    model's to refuse, which knows the field."""
    item = substituted(value.item, _given, RootOf)
    family = GIVEN if value.family == "value" else value.family
    return replace(value, item=item, family=family)


def settings_of(assignment: Assignment, classes: Classes) -> Settings:
    """Return the arguments of `Field(…)`, as the value or in `Annotated`; another value is the
    default."""
    settings: Settings = {}
    for call in _metadata(assignment.annotation):
        settings |= _arguments(call, assignment, classes) or {}
    value = assignment.value
    if value is None:
        return settings
    arguments = _arguments(value, assignment, classes)
    return settings | ({"default": value} if arguments is None else arguments)


def _metadata(annotation: ast.expr | None) -> Iterator[ast.expr]:
    for part in ast.walk(annotation) if annotation is not None else ():
        if isinstance(part, ast.Subscript) and isinstance(part.slice, ast.Tuple):
            if ast.unparse(part.value).rpartition(".")[2] == "Annotated":
                yield from part.slice.elts[1:]
            return


def _arguments(value: ast.expr, assignment: Assignment, classes: Classes) -> Settings | None:
    if not isinstance(value, ast.Call):
        return None
    if classes.path(value.func, assignment.owner.module) not in _FIELDS:
        return None
    first = {"default": value.args[0]} if value.args else {}
    return {**first, **{each.arg: each.value for each in value.keywords if each.arg}}


def default_of(assignment: Assignment, settings: Settings) -> str | None:
    module = assignment.owner.module
    factory, default = settings.get("default_factory"), settings.get("default")
    if factory is not None:
        return made_by(factory, module)
    if default is None or (isinstance(default, ast.Constant) and default.value is ...):
        return None
    return text_of(default, module)


def alias_of(assignment: Assignment, settings: Settings, classes: Classes) -> str | None:
    """Return what the constructor takes a field as: its alias, or the first of several; None
    where that is no name."""
    given = [settings[name] for name in _ALIASES if name in settings]
    alias = given[0] if given else ast.Constant(assignment.name)
    called = (
        classes.path(alias.func, assignment.owner.module) if isinstance(alias, ast.Call) else ""
    )
    if isinstance(alias, ast.Call) and alias.args and called in _SEVERAL:
        alias = alias.args[0]
    if isinstance(alias, ast.Constant) and isinstance(alias.value, str):
        return alias.value
    return None


def _generated(assignment: Assignment, generator: ast.expr, classes: Classes) -> str | None:
    """Return the alias that pydantic's own generators give a name in plain snake_case; None of
    any other, which is not run."""
    path = classes.path(generator, assignment.owner.module)
    if not _SNAKE_CASE.fullmatch(assignment.name):
        return None
    pascal = "".join(word.title() for word in assignment.name.split("_"))
    return {_PASCAL: pascal, _CAMEL: pascal[0].lower() + pascal[1:]}.get(path)


def _said(text: ast.expr | None) -> str:
    return text.value if isinstance(text, ast.Constant) and isinstance(text.value, str) else ""


def _by_name(config: Settings) -> bool:
    """Whether the constructor takes fields by their names although they have aliases."""
    return is_true(config.get("populate_by_name")) or is_true(config.get("validate_by_name"))


def _config(models: list[griffe.Class], classes: Classes) -> Settings:
    """Return what `model_config = ConfigDict(…)` says, of the class and those before it."""
    config: Settings = {}
    for cls in reversed(models):
        config |= {name: value for name, value in classes.keywords(cls).items() if name}
        for each in assignments(cls, classes):
            if each.name == "model_config" and each.value is not None:
                config |= _entries(each.value)
    return config


def _entries(value: ast.expr) -> Settings:
    if isinstance(value, ast.Call):
        return {each.arg: each.value for each in value.keywords if each.arg}
    if isinstance(value, ast.Dict):
        pairs = zip(value.keys, value.values, strict=True)
        return {str(key.value): each for key, each in pairs if isinstance(key, ast.Constant)}
    return {}


def is_frozen(made: Made, classes: Classes) -> bool:
    """Whether the values of a model cannot be changed, and so are hashable."""
    return is_true(_config(_models(made, classes), classes).get("frozen"))


KIND = Kind(RecordKind.PYDANTIC, _accepts, _slots, is_frozen, bases=BASES)
