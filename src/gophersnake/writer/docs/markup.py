"""The running text of a docstring, as blocks: paragraphs, lists, examples, directives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gophersnake.writer.docs.blocks import Block, Bullets, Code, Heading, Item, Paragraph, flat
from gophersnake.writer.docs.cursor import Cursor, dedented, is_indented
from gophersnake.writer.docs.inline import simplified

_BULLET = re.compile(r"(?:[-+*•]|(?P<number>[0-9]{1,3})[.)])\s+(?P<text>\S.*)")
_UNDERLINE = re.compile(r"([=\-~^#*+])\1{2,}\s*$")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(?P<text>\S.*?)\s*#*$")
_FENCE = re.compile(r"(```+|~~~+)")
_TABLE = re.compile(r"(\+[-=+]+\+|=+(\s+=+)+|\|.*\|)\s*$")
_DIRECTIVE = re.compile(r"\.\. (?P<name>[\w:.+-]+?)::\s*(?P<rest>.*)")
_FOOTNOTE = re.compile(r"\.\. \[(?P<label>[^\]]+)\]\s*(?P<text>.*)")
_TARGET = re.compile(r"\.\. _(?P<label>[^:]+):\s*(?P<text>\S.*)")

_ADMONITIONS = {
    "attention": "Attention",
    "caution": "Caution",
    "danger": "Danger",
    "deprecated": "Deprecated",
    "hint": "Hint",
    "important": "Important",
    "note": "Note",
    "seealso": "See also",
    "tip": "Tip",
    "todo": "To do",
    "warning": "Warning",
}
_VERSIONS = {"versionadded": "Added in version", "versionchanged": "Changed in version"}


def parse(lines: Sequence[str]) -> Iterator[Block]:
    """The blocks of a text. What has no counterpart in Go keeps its layout, as code."""
    cursor = Cursor(lines)
    while cursor:
        line = cursor.peek()
        if not line.strip():
            cursor.take()
        elif line.lstrip().startswith(">>>"):
            yield Code(tuple(dedented(cursor.take_while(lambda line: bool(line.strip())))))
        elif is_indented(line):
            yield from _indented(cursor)
        elif _FENCE.match(line):
            yield _fenced(cursor)
        elif line.startswith(".. "):
            yield from _explicit(cursor)
        elif _TABLE.match(line):
            yield Code(tuple(cursor.take_while(lambda line: bool(line.strip()))))
        elif _UNDERLINE.match(cursor.peek(1)):
            yield Heading(cursor.take().strip())
            cursor.take()
        elif _UNDERLINE.match(line):
            cursor.take()
        elif heading := _MARKDOWN_HEADING.match(line):
            cursor.take()
            yield Heading(heading["text"])
        elif _BULLET.match(line):
            yield _bullets(cursor)
        else:
            yield from _paragraph(cursor)


def _indented(cursor: Cursor) -> Iterator[Block]:
    lines = dedented(cursor.take_indented())
    first = lines[0]
    if _BULLET.match(first) or first.startswith((">>>", ".. ")):
        yield from parse(lines)
    else:
        yield Code(tuple(lines))


def _fenced(cursor: Cursor) -> Code:
    fence = cursor.take()[:3]
    lines = cursor.take_while(lambda line: not line.startswith(fence))
    cursor.take()
    return Code(tuple(lines))


def _bullets(cursor: Cursor) -> Bullets:
    items: list[Item] = []
    numbered = cursor.peek()[0].isdecimal()
    while (found := _BULLET.match(cursor.peek())) and bool(found["number"]) is numbered:
        cursor.take()
        text = [found["text"], *cursor.take_while(_is_lazy)]
        inside = list(parse(dedented(cursor.take_indented())))
        own = [block for block in inside if not isinstance(block, Bullets)]
        items.append(Item(simplified(" ".join([*text, flat(own)]).strip()), found["number"] or ""))
        items += [item for block in inside if isinstance(block, Bullets) for item in block.items]
        if not cursor.peek().strip() and _BULLET.match(cursor.peek(1)):
            cursor.take()
    return Bullets(tuple(items))


def _is_lazy(line: str) -> bool:
    """Whether a line goes on with an item though nothing shows it."""
    return bool(line.strip()) and not is_indented(line) and not _BULLET.match(line)


def _paragraph(cursor: Cursor) -> Iterator[Block]:
    lines = [cursor.take()]
    while _goes_on(cursor, lines[-1]):
        lines.append(cursor.take())
    last = lines[-1].rstrip()
    if last.endswith("::"):
        lines[-1] = last[:-1] if last[:-2].rstrip() == last[:-2] else last[:-2].rstrip()
    text = simplified("\n".join(line for line in lines if line.strip(": ")))
    if text:
        yield Paragraph(tuple(text.split("\n")))


def _goes_on(cursor: Cursor, before: str) -> bool:
    line = cursor.peek()
    starts_list = before.rstrip().endswith(":") and _BULLET.match(line)
    return bool(line.strip()) and not (
        is_indented(line)
        or starts_list
        or line.startswith((">>>", ".. ", "```"))
        or _UNDERLINE.match(cursor.peek(1))
    )


def _explicit(cursor: Cursor) -> Iterator[Block]:
    """What reStructuredText marks with two dots."""
    line = cursor.take()
    body = dedented(cursor.take_indented())
    if found := _DIRECTIVE.match(line):
        yield from _directive(found["name"], found["rest"].strip(), body)
    elif found := _FOOTNOTE.match(line):
        yield Paragraph((simplified(f"[{found['label']}] {found['text']}"), *map(simplified, body)))
    elif found := _TARGET.match(line):
        yield Paragraph((f"{found['label']}: {found['text']}",))


def _directive(name: str, rest: str, body: Sequence[str]) -> Iterator[Block]:
    options = [line for line in body if re.match(r":[\w-]+:", line)]
    content = [line for line in body if line not in options]
    if name in _VERSIONS:
        yield from _after(f"{_VERSIONS[name]} {rest.rstrip('.:')}: ", "", content)
    elif name == "deprecated":
        yield from _after(
            "Deprecated: ", f"since version {rest.rstrip('.')}." if rest else "", content
        )
    elif name in _ADMONITIONS:
        yield from _after(f"{_ADMONITIONS[name]}: ", rest, content)
    else:
        yield Code((*([rest] if rest and name == "math" else []), *content))


def _after(label: str, first: str, rest: Sequence[str]) -> Iterator[Block]:
    """A paragraph that begins with a label, and what follows."""
    lines = [first, *rest] if first else list(rest)
    blocks = list(parse(lines))
    match blocks:
        case [Paragraph(), *others]:
            head = blocks[0]
            assert isinstance(head, Paragraph)
            yield Paragraph((label + head.lines[0], *head.lines[1:]))
            yield from others
        case []:
            yield Paragraph((label.rstrip(": ") + ".",))
        case _:
            yield Paragraph((label.rstrip(),))
            yield from blocks
