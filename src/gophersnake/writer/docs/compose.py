"""The doc comments of what is generated."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from gophersnake.model import Access, Declaration, Module, Type
from gophersnake.writer.docs import markup, typenotes
from gophersnake.writer.docs.blocks import Block, Bullets, Heading, Item, Lines, Paragraph, flat
from gophersnake.writer.docs.comment import comment
from gophersnake.writer.docs.defaults import shown
from gophersnake.writer.docs.fields import without_fields
from gophersnake.writer.docs.parameters import ParameterDocs, described
from gophersnake.writer.docs.sections import (
    PARAMETERS,
    RETURNS,
    Entries,
    Entry,
    Part,
    Text,
    Titled,
    split,
)
from gophersnake.writer.docs.summary import summary, with_summary
from gophersnake.writer.docs.wrapping import wrapped
from gophersnake.writer.locals import Locals
from gophersnake.writer.naming import Names
from gophersnake.writer.plan import OPTIONAL, Argument, Plan, Role
from gophersnake.writer.types import Mapped
from gophersnake.writer.words import exported

_WIDTH = 77
_LONGEST_DEFAULT = 120


_DOES = {
    Access.CALL: "calls",
    Access.METHOD: "calls",
    Access.GET: "returns the attribute",
    Access.SET: "sets the attribute",
    Access.DELETE: "deletes the attribute",
    Access.CONSTANT: "returns",
}
_TYPED_RESULT = re.compile(r"(?P<type>[^:`]+?):\s+(?P<text>\S.*)")


def package_doc(module: Module, package: str) -> Lines:
    blocks = [block for part in split(module.doc) for block in _plain_part(part)]
    return comment(
        with_summary(
            f"Package {package}",
            blocks,
            own_name=module.name,
            otherwise=f"calls the Python module {module.name}.",
        )
    )


def function_doc(module: str, plan: Plan, names: Names, local: Locals) -> Lines:
    function = plan.function
    parts = _parts(function.doc)
    docs = ParameterDocs(function, parts)
    text = [block for part in parts[:1] for block in _plain_part(part)]
    calls = f"{_DOES[function.access]} {module}.{function.name}."
    own_name = function.name.rpartition(".")[2]
    head = with_summary(names.function, text, own_name=own_name, otherwise=calls)
    if names.function != exported(own_name) and head[0] != summary(names.function, calls):
        head.insert(1, _wrapped(f"It {calls}"))
    return comment(
        [
            *head,
            *_remarks(plan, names, local),
            *_sections(parts[1:], plan, docs, local),
            *_deprecated(function.deprecated),
        ]
    )


def type_doc(name: str, declaration: Declaration, kind: str, fields: Collection[str] = ()) -> Lines:
    """The comment of a declared class; `kind` says what it is in Python. What the docstring says
    of `fields` is in their own comments."""
    parts = without_fields(declaration, fields)
    blocks = [block for part in parts for block in _plain_part(part)]
    called = f"is the {kind} {declaration.module}.{declaration.name}."
    head = with_summary(name, blocks, own_name=declaration.name, otherwise=called)
    return comment([*head, *_deprecated(getattr(declaration, "deprecated", ""))])


def literal_doc(name: str, values: Sequence[str]) -> Lines:
    """The comment of a type that stands for a literal."""
    shown = ", ".join(values[:-1]) + (" or " if len(values) > 1 else "") + values[-1]
    return comment([_wrapped(f"{name} is {shown}.")])


def union_doc(name: str, doc: str, cases: Sequence[str]) -> Lines:
    """The comment of a union; `cases` are the types that implement it."""
    blocks = [block for part in split(doc) for block in _plain_part(part)]
    links = [f"[{each.lstrip('*')}]" for each in cases]
    shown = ", ".join(links[:-1]) + (" or " if len(links) > 1 else "") + links[-1]
    return comment([_wrapped(f"{name} is one of several types: {shown}."), *blocks])


def case_doc(name: str, type: str) -> Lines:
    """The comment of a case of unions; without a type, of what is none of the others."""
    what = f"a value of type {type}" if type else "an object of a type that Go does not have"
    return comment([_wrapped(f"{name} is {what} in a union.")])


def sentence_doc(text: str) -> Lines:
    """A comment of this text alone."""
    return comment([_wrapped(text)])


def member_doc(doc: str) -> Lines:
    """The comment of a field, as its author wrote it."""
    return comment([block for part in split(doc) for block in _plain_part(part)])


@lru_cache(maxsize=8)
def _parts(doc: str) -> tuple[Part, ...]:
    """A function's docstring is asked for by each of its options, one after the other."""
    return tuple(split(doc))


def options_doc(names: Names) -> Lines:
    taker = names.link(names.with_options or names.function)
    text = (
        f"{names.options} are the parameters of [{taker}] "
        "that may be left out: Python then takes its own defaults."
    )
    return comment([_wrapped(text)])


def with_options_doc(names: Names) -> Lines:
    return comment(
        [_wrapped(f"{names.with_options} is [{names.link(names.function)}] with options.")]
    )


def field_doc(plan: Plan, option: Argument, names: Names, local: Locals) -> Lines:
    parameter = option.parameter
    field = local.fields[parameter.name]
    blocks = ParameterDocs(plan.function, _parts(plan.function.doc)).blocks(parameter)
    if option.role is Role.KEYWORDS and not blocks:
        blocks = [Paragraph(("Further keyword arguments, by name.",))]
    elif field != exported(parameter.name):
        blocks = [Paragraph((f"The parameter {parameter.name}.",)), *blocks]
    blocks += _objects(field, option.type)
    blocks += _needs(field, plan.filled_before(option), names, local)
    if parameter.default:
        blocks = _with_default(blocks, parameter.default)
    return comment(blocks)


def _with_default(blocks: Sequence[Block], source: str) -> list[Block]:
    """The default, in a line of its own at the end of the last paragraph."""
    text = shown(source)
    if len(text) > _LONGEST_DEFAULT:
        text = text[: _LONGEST_DEFAULT - 1] + "…"
    line = f"Default: {text}"
    match [*blocks]:
        case [*before, Paragraph() as last]:
            return [*before, Paragraph((*_closed(last.lines), line))]
        case _:
            return [*blocks, Paragraph((line,))]


def _closed(lines: Lines) -> Lines:
    """With a full stop, if they end in the middle of a sentence."""
    last = lines[-1].rstrip()
    is_open = last[-1:].isalnum() or last.endswith((")", "]", "}", "`", "'", '"'))
    return (*lines[:-1], f"{last}.") if is_open else lines


def _deprecated(message: str) -> Iterator[Block]:
    """A paragraph that Go's tools know (https://go.dev/wiki/Deprecated)."""
    if message:
        yield _wrapped(f"Deprecated: {message}")


def _remarks(plan: Plan, names: Names, local: Locals) -> Iterator[Block]:
    """What a Go reader has to know besides what the author wrote."""
    for note in plan.function.notes:
        yield _wrapped(f"{note[:1].upper()}{note[1:]}.")
    if names.with_options:
        yield _wrapped(f"[{names.link(names.with_options)}] takes options too.")
    for each in plan.arguments:
        if each.role not in OPTIONAL:
            name = local.parameters[each.parameter.name]
            yield from _objects(name, each.type)
            yield from _needs(name, plan.filled_before(each), names, local)
    if plan.result:
        yield from _objects("An item" if plan.function.is_stream else "The result", plan.result)
    if plan.function.is_stream:
        yield _wrapped(
            "A range over the result calls the function, and takes an item at a time; ending it "
            "early closes the iterator."
        )


def _objects(subject: str, type: Mapped) -> Iterator[Block]:
    for each in dict.fromkeys(type.carried):
        verb = "is a" if type.go == "*python.Object" else "holds a"
        yield _wrapped(f"{subject} {verb} *python.Object for {each.annotation}: {each.reason}.")


def _needs(
    subject: str, before: Sequence[Argument], names: Names, local: Locals
) -> Iterator[Block]:
    links = [f"[{names.options}.{local.fields[each.parameter.name]}]" for each in before]
    if links:
        yield _wrapped(f"{subject} can be given only with {' and '.join(links)}, before it.")


def _wrapped(text: str) -> Paragraph:
    return Paragraph(tuple(wrapped(text, _WIDTH)))


def _sections(
    parts: Sequence[Part], plan: Plan, docs: ParameterDocs, local: Locals
) -> Iterator[Block]:
    """The sections in the author's order; the parameters once, first where there is no place."""
    parameters = list(_parameters(plan, docs, local))
    if not any(_is_parameters(part) for part in parts):
        yield from parameters
    for part in parts:
        if _is_parameters(part):
            yield from parameters
            parameters = []
        elif isinstance(part, Entries) and part.title == RETURNS:
            yield from _returns(part.entries, plan.function.result)
        elif isinstance(part, Titled) and part.title == RETURNS:
            yield from _returns([_typed(part.lines)], plan.function.result)
        else:
            yield from _plain_part(part)


def _is_parameters(part: Part) -> bool:
    return isinstance(part, Entries) and part.title == PARAMETERS


def _parameters(plan: Plan, docs: ParameterDocs, local: Locals) -> Iterator[Block]:
    """The Go parameters; those in the options are described there."""
    described = [
        (local.parameters[each.parameter.name], flat(docs.blocks(each.parameter)))
        for each in plan.arguments
        if each.role not in OPTIONAL
    ]
    items = [Item(f"{name}: {text}") for name, text in described if text]
    items += [_item(entry) for entry in docs.others]
    if items:
        yield Heading(PARAMETERS)
        yield Bullets(tuple(items))


def _returns(entries: Sequence[Entry], annotation: Type) -> Iterator[Block]:
    if len(entries) > 1 or any(entry.names for entry in entries):
        yield Heading(RETURNS)
        yield Bullets(tuple(_item(entry) for entry in entries))
        return
    blocks = [
        block
        for entry in entries
        for block in described(typenotes.note(entry.type, annotation), entry.lines)
    ]
    if blocks:
        yield Heading(RETURNS)
        yield from blocks


def _typed(lines: Sequence[str]) -> Entry:
    """Google's `list[int]: The indices.`; the type goes where the Go type says the same."""
    found = _TYPED_RESULT.match(lines[0]) if lines else None
    if found and typenotes.names_types(found["type"]):
        return Entry((), found["type"], (found["text"], *lines[1:]))
    return Entry((), "", tuple(lines))


def _plain_part(part: Part) -> Iterator[Block]:
    match part:
        case Text():
            yield from markup.parse(part.lines)
        case Titled():
            yield Heading(part.title)
            yield from markup.parse(part.lines)
        case Entries():
            yield Heading(part.title)
            yield Bullets(tuple(_item(entry) for entry in part.entries))


def _item(entry: Entry) -> Item:
    label = ", ".join(entry.names) or entry.type
    text = flat(markup.parse(entry.lines))
    has_note = entry.names and entry.type and not typenotes.names_types(entry.type)
    note = f"{entry.type}. " if has_note else ""
    return Item(f"{label}: {note}{text}" if note or text else label)
