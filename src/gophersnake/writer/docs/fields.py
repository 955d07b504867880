"""What the docstring of a record says of its fields, which Go has at the fields themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TypeGuard

from gophersnake.model import Record
from gophersnake.writer.docs import typenotes
from gophersnake.writer.docs.sections import ATTRIBUTES, PARAMETERS, Entries, Part, split


def with_fields_documented(record: Record) -> Record:
    """Return the record with what the sections of its docstring say (`Attributes:`, `Args:`) as
    the docs of its fields and of its constructor's parameters. What stands at a field in the
    source stays."""
    said = {
        name: (entry.type, entry.lines)
        for part in split(record.doc)
        if _is_of_fields(part)
        for entry in part.entries
        for name in entry.names
        if any(entry.lines)
    }
    docs = {
        field.name: _text(typenotes.note(type, field.type), lines)
        for field in record.fields
        if not field.doc and field.name in said
        for type, lines in [said[field.name]]
    }
    made = record.constructor
    if made is not None:
        parameters = tuple(
            replace(each, doc=each.doc or docs.get(each.name, "")) for each in made.parameters
        )
        made = replace(made, parameters=parameters)
    fields = tuple(replace(each, doc=each.doc or docs.get(each.name, "")) for each in record.fields)
    return replace(record, fields=fields, constructor=made)


def without_fields(parts: Iterator[Part], fields: Collection[str]) -> Iterator[Part]:
    """Yield the parts of a docstring without what they say of these fields."""
    for part in parts:
        if not _is_of_fields(part):
            yield part
            continue
        rest = tuple(e for e in part.entries if not e.names or not {*e.names} <= {*fields})
        if rest:
            yield replace(part, entries=rest)


def _text(note: str, lines: tuple[str, ...]) -> str:
    first, *rest = lines
    return "\n".join([f"{note}. {first}" if note else first, *rest])


def _is_of_fields(part: Part) -> TypeGuard[Entries]:
    return isinstance(part, Entries) and part.title in (ATTRIBUTES, PARAMETERS)
