"""What the docstring of a class says of its fields and attributes, which Go has at the fields and
methods themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from gophersnake.model import Access, Class, Declaration, Function, Record, Type
from gophersnake.writer.docs import typenotes
from gophersnake.writer.docs.sections import ATTRIBUTES, PARAMETERS, Entries, Entry, Part, split


def with_fields_documented(record: Record) -> Record:
    """Return the record with what the sections of its docstring say (`Attributes:`, `Args:`) as
    the docs of its fields and of its constructor's parameters. What stands at a field in the
    source stays."""
    said = _said(record.doc, PARAMETERS, ATTRIBUTES)
    docs = {
        field.name: _text(said[field.name], field.type)
        for field in record.fields
        if not field.doc and field.name in said
    }
    made = record.constructor
    if made is not None:
        parameters = tuple(
            replace(each, doc=each.doc or docs.get(each.name, "")) for each in made.parameters
        )
        made = replace(made, parameters=parameters)
    fields = tuple(replace(each, doc=each.doc or docs.get(each.name, "")) for each in record.fields)
    return replace(record, fields=fields, constructor=made)


def with_attributes_documented(cls: Class) -> Class:
    """Return the class with what its docstring says of its attributes (`Attributes:`) as the docs
    of what gets them. What stands at an attribute in the source stays."""
    said = _said(cls.doc, ATTRIBUTES)
    members = tuple(
        replace(each, doc=_text(said[attribute], each.result))
        if (attribute := attribute_of(each)) in said and not each.doc
        else each
        for each in cls.members
    )
    return replace(cls, members=members)


def attribute_of(member: Function) -> str:
    """Return the name of the attribute that a member gets; empty for any other member."""
    is_got = member.access in (Access.GET, Access.CONSTANT)
    return member.name.rpartition(".")[2] if is_got else ""


def _said(doc: str, *titles: str) -> dict[str, Entry]:
    """Return what the sections of a docstring with these titles say, by name."""
    return {
        name: entry
        for part in split(doc)
        if isinstance(part, Entries) and part.title in titles
        for entry in part.entries
        for name in entry.names
        if any(entry.lines)
    }


def without_fields(declaration: Declaration, fields: Collection[str]) -> Iterator[Part]:
    """Yield the parts of a declaration's docstring without what they say of these fields."""
    titles = [ATTRIBUTES] if isinstance(declaration, Class) else [ATTRIBUTES, PARAMETERS]
    for part in split(declaration.doc):
        if not isinstance(part, Entries) or part.title not in titles:
            yield part
            continue
        rest = tuple(e for e in part.entries if not e.names or not {*e.names} <= {*fields})
        if rest:
            yield replace(part, entries=rest)


def _text(said: Entry, type: Type) -> str:
    note = typenotes.note(said.type, type)
    first, *rest = said.lines
    return "\n".join([f"{note}. {first}" if note else first, *rest])
