"""Go's own notations."""

from __future__ import annotations

import re

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}

_ON_ONE_LINE = 30
"""The longest field of a struct that gofmt leaves on the line of the struct."""
_FUNCTION_ON_ONE_LINE = 100
"""The most bytes of head and body of a function that gofmt leaves on one line; one less where the
function has a name."""


def quoted(text: str) -> str:
    """The text as a Go string literal."""
    if text.isascii() and text.isprintable():
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:
        return "\\ufffd"
    return f"\\U{code:08x}" if code > 0xFFFF else f"\\u{code:04x}"


def on_one_line(source: str) -> str:
    """Python source text on one line, as a comment shows it."""
    return re.sub(r"\s*\n\s*", " ", source).strip()


def struct_of(*embedded: str, name: str = "") -> str:
    """A struct that embeds types, or has one as a field of that name, in gofmt's form: a single
    one that is short on the same line."""
    fields = [f"{name} {each}".lstrip() for each in embedded]
    if len(embedded) == 1 and len(embedded[0]) + bool(name) <= _ON_ONE_LINE:
        return f"struct{{ {fields[0]} }}"
    return "\n".join(["struct {", *(f"\t{each}" for each in fields), "}"])


def function(head: str, body: str = "", tabs: int = 0) -> str:
    """A function of one statement or none, in gofmt's form: a short one on one line. It begins
    in a line that is indented so far."""
    length = len(f"{head}{body}".encode()) + head.startswith("func ")
    if length <= _FUNCTION_ON_ONE_LINE:
        return f"{head} {{ {body} }}" if body else f"{head} {{}}"
    indent = "\t" * tabs
    return "\n".join([f"{head} {{", *([f"{indent}\t{body}"] if body else []), f"{indent}}}"])
