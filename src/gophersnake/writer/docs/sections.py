"""A docstring taken apart: running text and sections, in the styles of numpy, Google and Sphinx.

The three cannot be mistaken for one another, so a docstring may mix them:

    Parameters          Args:                       :param data: The values.
    ----------              data: The values.       :returns: Their indices.
    data : list
        The values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gophersnake.writer.docs.cursor import Cursor, dedented, is_indented


@dataclass(frozen=True, slots=True)
class Entry:
    """One parameter, result or exception of a section."""

    names: tuple[str, ...]
    """Empty for a result without a name."""
    type: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """A section of entries."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Titled:
    """A section of running text."""

    title: str
    lines: tuple[str, ...]


Part = Text | Entries | Titled

PARAMETERS = "Parameters"
ATTRIBUTES = "Attributes"
RETURNS = "Returns"
RAISES = "Raises"
YIELDS = "Yields"
SEE_ALSO = "See also"

_TITLES = {
    "args": PARAMETERS,
    "arguments": PARAMETERS,
    "keyword args": PARAMETERS,
    "keyword arguments": PARAMETERS,
    "other parameters": PARAMETERS,
    "parameters": PARAMETERS,
    "params": PARAMETERS,
    "return": RETURNS,
    "returns": RETURNS,
    "exceptions": RAISES,
    "raise": RAISES,
    "raises": RAISES,
    "warns": "Warns",
    "yield": YIELDS,
    "yields": YIELDS,
    "attributes": ATTRIBUTES,
    "methods": "Methods",
    "example": "Example",
    "examples": "Examples",
    "note": "Note",
    "notes": "Notes",
    "references": "References",
    "see also": SEE_ALSO,
    "todo": "To do",
    "usage": "Usage",
    "warning": "Warning",
    "warnings": "Warnings",
}
_WITH_ENTRIES = frozenset({PARAMETERS, RAISES, "Warns", ATTRIBUTES, "Methods"})
_NAMED = frozenset({PARAMETERS, ATTRIBUTES})
_RESULTS = frozenset({RETURNS, YIELDS})

_UNDERLINE = re.compile(r"[-=]{3,}\s*$")
_GOOGLE_TITLE = re.compile(r"(?P<title>[A-Z][\w ]*):\s*$")
_GOOGLE_ENTRY = re.compile(
    r"(?P<names>\*{0,2}[\w.]+(?:\s*,\s*\*{0,2}[\w.]+)*)"
    r"\s*(?:\((?P<type>.*?)\))?\s*:(?:\s+(?P<text>.*)|$)"
)
_FIELD = re.compile(
    r"[:@](?P<field>param|parameter|arg|argument|key|keyword|type|returns?|rtype|"
    r"raises?|except|exception|yields?|ytype|[ic]?var|vartype)\b(?P<argument>[^:]*):(?:\s+(?P<text>.*)|$)"
)
_FIELD_TITLES = {
    **dict.fromkeys(("param", "parameter", "arg", "argument", "key", "keyword"), PARAMETERS),
    **dict.fromkeys(("ivar", "cvar", "var"), ATTRIBUTES),
    **dict.fromkeys(("return", "returns"), RETURNS),
    **dict.fromkeys(("raise", "raises", "except", "exception"), RAISES),
    **dict.fromkeys(("yield", "yields"), YIELDS),
}


def split(docstring: str) -> Iterator[Part]:
    """The parts of a docstring in their order; nothing of it is left out."""
    cursor = Cursor(docstring.expandtabs().split("\n"))
    text: list[str] = []
    while cursor:
        part = _section(cursor)
        if part is None:
            text.append(cursor.take())
            continue
        yield Text(tuple(text))
        text = []
        yield from part
    yield Text(tuple(text))


def _section(cursor: Cursor) -> Sequence[Part] | None:
    line = cursor.peek()
    if not line.strip() or is_indented(line):
        return None
    if _UNDERLINE.match(cursor.peek(1)):
        title = _TITLES.get(line.strip().lower())
        return [_numpy(cursor, title)] if title else None
    google = _GOOGLE_TITLE.match(line)
    if google and google["title"].lower() in _TITLES and _is_indented_below(cursor):
        return [_google(cursor, _TITLES[google["title"].lower()])]
    return _fields(cursor) if _FIELD.match(line) else None


def _is_indented_below(cursor: Cursor) -> bool:
    ahead = 1 if cursor.peek(1).strip() else 2
    return is_indented(cursor.peek(ahead))


def _numpy(cursor: Cursor, title: str) -> Part:
    cursor.take()
    cursor.take()
    lines: list[str] = []
    while cursor and not _UNDERLINE.match(cursor.peek(1)):
        lines.append(cursor.take())
    has_bodies = any(is_indented(line) for line in lines)
    if title == SEE_ALSO:
        return Entries(title, tuple(map(_untyped, _numpy_entries(lines, is_result=False))))
    if title in _WITH_ENTRIES or (title in _RESULTS and has_bodies):
        return Entries(title, tuple(_numpy_entries(lines, is_result=title in _RESULTS)))
    return Titled(title, tuple(lines))


def _numpy_entries(lines: Sequence[str], *, is_result: bool) -> Iterator[Entry]:
    cursor = Cursor(lines)
    while cursor:
        head = cursor.take().strip()
        if not head:
            continue
        body = dedented(cursor.take_indented())
        names, colon, type = (part.strip() for part in head.partition(" :"))
        if is_result and not colon:
            names, type = "", head
        elif not colon:
            names, _, text = (part.strip() for part in head.partition(":"))
            body = [*([text] if text else []), *body]
        yield Entry(_names(names), type, tuple(body))


def _untyped(entry: Entry) -> Entry:
    """`median : The middle.`, where what follows the colon is no type."""
    return Entry(entry.names, "", (entry.type, *entry.lines) if entry.type else entry.lines)


def _google(cursor: Cursor, title: str) -> Part:
    cursor.take()
    lines = dedented(cursor.take_indented())
    while lines and not lines[0]:
        lines.pop(0)
    if title in _WITH_ENTRIES:
        entries = list(_google_entries(lines))
        if entries:
            return Entries(title, tuple(entries))
    return Titled(title, tuple(lines))


def _google_entries(lines: Sequence[str]) -> Iterator[Entry]:
    """Entries, if the lines are entries from the first to the last."""
    entries: list[Entry] = []
    cursor = Cursor(lines)
    while cursor:
        line = cursor.take()
        if not line.strip():
            continue
        found = _GOOGLE_ENTRY.match(line)
        if not found:
            return
        first = [found["text"]] if found["text"] else []
        rest = dedented(cursor.take_indented())
        entries.append(Entry(_names(found["names"]), found["type"] or "", (*first, *rest)))
    yield from entries


def _fields(cursor: Cursor) -> list[Part]:
    """A field list: its fields sorted into sections, types beside what they are types of."""
    sections: dict[str, list[Entry]] = {}
    types: dict[str, str] = {}
    while found := _FIELD.match(cursor.peek()):
        cursor.take()
        rest = dedented(cursor.take_indented())
        lines = [found["text"] or "", *rest]
        field, argument = found["field"], found["argument"].strip()
        if field in ("type", "vartype", "rtype", "ytype"):
            key = argument.lstrip("*\\") if field in ("type", "vartype") else field
            types[key] = " ".join(" ".join(lines).split())
        else:
            title = _FIELD_TITLES[field]
            type, _, name = argument.rpartition(" ") if title in _NAMED else ("", "", argument)
            entry = Entry(_names(name), type.strip(), tuple(lines))
            sections.setdefault(title, []).append(entry)
        while not cursor.peek().strip() and _FIELD.match(cursor.peek(1)):
            cursor.take()
    return [
        Entries(title, tuple(_with_type(entry, title, types) for entry in entries))
        for title, entries in sections.items()
    ]


def _with_type(entry: Entry, title: str, types: dict[str, str]) -> Entry:
    if title in _NAMED:
        type = entry.type or (types.get(entry.names[0], "") if entry.names else "")
    else:
        type = types.get({RETURNS: "rtype", YIELDS: "ytype"}.get(title, ""), "")
    return Entry(entry.names, type, entry.lines)


def _names(text: str) -> tuple[str, ...]:
    """`x, y` and `*args`, `\\*\\*kwargs` as plain names."""
    return tuple(name for part in text.split(",") if (name := part.strip().lstrip("*\\ ")))
