"""The family of records, of whatever kind."""

from __future__ import annotations

import inspect
from dataclasses import replace

import griffe

from gophersnake.model import Named, Record
from gophersnake.reader.classes import Classes
from gophersnake.reader.declarations.family import Family, Made, Reading
from gophersnake.reader.declarations.generics import lineage
from gophersnake.reader.declarations.methods import Owner
from gophersnake.reader.declarations.records.constructor import constructor
from gophersnake.reader.declarations.records.kinds import kind_of
from gophersnake.reader.declarations.records.layout import Kind, slots_of
from gophersnake.reader.declarations.records.methods import read_methods
from gophersnake.reader.deprecation import deprecation


def _kind(made: Made, classes: Classes) -> Kind | None:
    """Return what kind of record a class is. One that is raised, or that stands in for an
    abstract class, is more than its fields: it is none."""
    kind = kind_of(made, classes)
    if kind is None or not isinstance(made, griffe.Class):
        return kind
    abstract = any(classes.is_abstract(each) for each in classes.mro(made))
    return None if abstract or classes.is_exception(made) else kind


def _accepts(made: Made, classes: Classes) -> bool:
    return _kind(made, classes) is not None


def _hashable(made: Made, classes: Classes) -> bool:
    kind = _kind(made, classes)
    return kind is not None and kind.hashable(made, classes)


def _read(made: Made, reading: Reading) -> Record:
    kind = _kind(made, reading.classes)
    assert kind is not None
    line = None
    if isinstance(made, griffe.Class):
        line = lineage(made, reading.classes, reading.converter)
    variables = line.variables if line else ()
    owner = Owner(_name(made), Named(made.path, variables), made.path, line)
    reading = replace(reading, lineage=line)
    slots = slots_of(kind, made, reading)
    methods, skipped = read_methods(kind, made, owner, slots, reading)
    docstring = made.docstring
    return Record(
        path=made.path,
        module=made.module.path,
        name=owner.name,
        kind=kind.kind,
        fields=tuple(slot.field for slot in slots if slot.stored),
        location=reading.functions.types.location(made),
        doc=inspect.cleandoc(docstring.value) if docstring else "",
        deprecated=deprecation(made, reading.converter),
        variables=variables,
        hashable=kind.hashable(made, reading.classes),
        constructor=constructor(kind, made, owner, slots, reading),
        methods=tuple(methods),
        skipped=tuple(skipped),
    )


def _name(made: griffe.Object) -> str:
    return made.path.removeprefix(f"{made.module.path}.")


FAMILY = Family(_accepts, _read, _hashable)
