"""The function that makes a record: its class, called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import griffe

from gophersnake.model import Function, Location, Named, Parameter, ParameterKind
from gophersnake.reader.declarations.records.layout import Slot
from gophersnake.reader.functions import FunctionReader


def constructor(
    name: str, path: str, slots: Sequence[Slot], signature: str, location: Location
) -> Function:
    """Return the class as a function of what its constructor takes.

    Every parameter is passed by name, so that the order, which is the class's affair when
    fields are inherited and given new defaults, does not matter.
    """
    taken = [slot for slot in slots if slot.parameter is not None]
    ordered = sorted(taken, key=lambda slot: slot.keyword_only)
    return Function(
        name=name,
        parameters=tuple(_parameter(slot) for slot in ordered),
        result=Named(path),
        signature=signature,
        location=location,
    )


def _parameter(slot: Slot) -> Parameter:
    assert slot.parameter is not None
    field = slot.field
    return Parameter(
        slot.parameter, ParameterKind.KEYWORD_ONLY, field.type, field.default, field.doc
    )


def own_constructor(
    name: str, path: str, method: griffe.Function, reader: FunctionReader
) -> Function:
    """Return the class as a function of what its own `__init__` takes."""
    read = reader.read(method, name)
    signature = reader.fingerprints.of_record(path)
    return replace(read, parameters=read.parameters[1:], result=Named(path), signature=signature)
