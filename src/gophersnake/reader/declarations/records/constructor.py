"""The function that makes a record: its class, called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import griffe

from gophersnake.model import Function, Parameter, ParameterKind
from gophersnake.reader.declarations.family import Made, Reading
from gophersnake.reader.declarations.methods import Owner
from gophersnake.reader.declarations.records import transforms
from gophersnake.reader.declarations.records.kinds import kind_of
from gophersnake.reader.declarations.records.layout import Kind, Slot, slots_of
from gophersnake.reader.functions import Membership


def constructor(
    kind: Kind, made: Made, owner: Owner, slots: Sequence[Slot], reading: Reading
) -> Function | None:
    """Return what the class takes when it is called: by its own `__init__`, or by that which
    its kind of record makes of its fields. None where it cannot be called, or is a TypedDict."""
    for cls in reading.classes.mro(made) if isinstance(made, griffe.Class) else ():
        if cls.path in kind.bases:
            break
        method = cls.members.get("__init__")
        if isinstance(method, griffe.Function):
            return _own(made, method, owner, reading)
        makes = kind.makes_constructor(cls, reading.classes)
        if makes is not None:
            return _of_fields(made, owner, slots, reading) if makes else None
    return _of_fields(made, owner, slots, reading) if kind.is_called else None


def made_by_its_fields(cls: griffe.Class, owner: Owner, reading: Reading) -> Function | None:
    """Return the constructor of a class that is laid out as a record, though it is none."""
    kind = kind_of(cls, reading.classes)
    if kind is None and transforms.KIND.accepts(cls, reading.classes):
        kind = transforms.KIND
    if kind is None:
        return None
    found = constructor(kind, cls, owner, slots_of(kind, cls, reading), reading)
    return found if found is None else replace(found, signature="")


def _own(made: Made, method: griffe.Function, owner: Owner, reading: Reading) -> Function:
    read = reading.functions.read(method, owner.name, Membership(owner.bindings(method)))
    read = reading.functions.overridden(read, method.path)
    signature = reading.functions.fingerprints.of_record(made.path)
    return replace(read, parameters=read.parameters[1:], result=owner.receiver, signature=signature)


def _of_fields(
    made: Made, owner: Owner, slots: Sequence[Slot], reading: Reading
) -> Function | None:
    """Return the class as a function of its fields. Every parameter is passed by name, so that
    the order, which is the class's affair when fields are inherited and given new defaults,
    does not matter. None where a field that it needs has a name that is not known."""
    if any(slot.parameter is None and _is_needed(slot) for slot in slots):
        return None
    taken = [slot for slot in slots if slot.parameter is not None]
    ordered = sorted(taken, key=lambda slot: slot.keyword_only)
    return Function(
        name=owner.name,
        parameters=tuple(_parameter(slot) for slot in ordered),
        result=owner.receiver,
        signature=reading.functions.fingerprints.of_record(made.path),
        location=reading.functions.types.location(made),
    )


def _is_needed(slot: Slot) -> bool:
    return slot.field.default is None and not slot.field.may_be_missing


def _parameter(slot: Slot) -> Parameter:
    assert slot.parameter is not None
    field = slot.field
    return Parameter(
        slot.parameter, ParameterKind.KEYWORD_ONLY, field.type, field.default, field.doc
    )
