"""Functions with `@overload` variants (PEP 484), which become one function for now.

The implementation is taken where it has annotations: it accepts what any variant does.
Where there is none (a stub), or it has none, that variant is taken which has the fewest
objects in it, of several the first. A note says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import griffe

from gophersnake.model import (
    Function,
    MappingOf,
    ObjectOf,
    OptionalOf,
    SequenceOf,
    SetOf,
    TupleOf,
    Type,
)
from gophersnake.reader.functions import FunctionReader


def overloads_of(function: griffe.Function) -> list[griffe.Function]:
    return list(function.overloads or ())


def read_overloads(function: griffe.Function, name: str, reader: FunctionReader) -> Function:
    """Return the one function that stands for all variants."""
    variants = overloads_of(function)
    if _annotated(function) and not any(function is each for each in variants):
        chosen = reader.read(function, name)
        note = f"{len(variants)} overloads in Python; this is what the implementation accepts"
    else:
        read = [reader.read(variant, name) for variant in variants]
        chosen = min(read, key=_objects)
        note = f"one of {len(variants)} overloads in Python; the others are left out"
    doc = chosen.doc or reader.read(function, name).doc
    return replace(chosen, doc=doc, notes=(*chosen.notes, note))


def _annotated(function: griffe.Function) -> bool:
    parameters = any(each.annotation is not None for each in function.parameters)
    return parameters or function.returns is not None


def _objects(function: Function) -> int:
    types = [*(each.type for each in function.parameters), function.result]
    return sum(isinstance(part, ObjectOf) for each in types for part in _parts(each))


def _parts(type_: Type) -> Iterator[Type]:
    yield type_
    if isinstance(type_, (SequenceOf, SetOf, OptionalOf)):
        yield from _parts(type_.item)
    elif isinstance(type_, MappingOf):
        yield from _parts(type_.key)
        yield from _parts(type_.value)
    elif isinstance(type_, TupleOf):
        for item in type_.items:
            yield from _parts(item)
