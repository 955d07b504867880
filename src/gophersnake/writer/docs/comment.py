"""Blocks to a Go doc comment, in the one layout that gofmt leaves alone.

gofmt reads a doc comment, takes it apart and prints it again (go/doc/comment). What it would
take for something else than it is has to be said differently here: text like a list, a heading
or a link definition, lists beside code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gophersnake.writer.docs.blocks import Block, Bullets, Code, Heading, Item, Paragraph
from gophersnake.writer.docs.escapes import clean, clean_line, harmless, plain
from gophersnake.writer.docs.wrapping import wrapped

Lines = tuple[str, ...]

_MARKER = re.compile(r"\s*(?:[-+*•]|[0-9]+[.)])\s+\S")
_OLD_HEADING_NOT = re.compile(r"""[;:!?+*/=\[\]{}_^°&§~%#@<">\\]|'(?!s(?: |$))|\.(?: |$)""")


def comment(blocks: Iterable[Block]) -> Lines:
    """The comment's lines. The first block is printed as a paragraph whatever it is: where all
    is indented, Go does not see that it is."""
    lines: list[str] = []
    normal = (_normal(block) for block in blocks)
    filled = [block for block in normal if not _is_empty(block)]
    for block in _apart([*map(_as_paragraph, filled[:1]), *filled[1:]]):
        lines += [*([""] if lines else []), *_printed(block)]
    _spoil_old_headings(lines)
    return tuple(_commented(line) for line in lines)


def _commented(line: str) -> str:
    if not line:
        return "//"
    return f"//{line}" if line.startswith("\t") else f"// {line}"


def _printed(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"# {block.text}"
        case Paragraph():
            yield from block.lines
        case Code():
            yield from (f"\t{line}" if line else "" for line in block.lines)
        case Bullets():
            for item in block.items:
                first, *rest = wrapped(item.text, 76)
                yield f" {item.number}. {first}" if item.number else f"  - {first}"
                yield from (f"    {line}" for line in rest)


def _normal(block: Block) -> Block:
    """The block without anything that Go would read as something else."""
    match block:
        case Heading():
            text = clean_line(block.text)
            return Heading(text) if text.strip("# ") else Paragraph(())
        case Paragraph():
            return _paragraph(block.lines)
        case Code():
            return _code(block.lines)
        case Bullets():
            return _bullets(block.items)


def _paragraph(lines: Iterable[str]) -> Paragraph:
    cleaned = [plain(line) for line in lines]
    kept = [line for line in cleaned if line]
    if len(kept) == 1 and re.match(r"#\s", kept[0]):
        kept = [kept[0].lstrip("# ")]
    return Paragraph(tuple(line for line in kept if line))


def _code(lines: Iterable[str]) -> Code | Paragraph:
    kept = [harmless(clean(line)).rstrip() for line in lines]
    while kept and not kept[-1]:
        kept.pop()
    while kept and not kept[0]:
        kept.pop(0)
    if kept and _MARKER.match(kept[0]):  # indented, it would be a list
        return _paragraph(kept)
    indent = min((len(line) - len(line.lstrip()) for line in kept if line), default=0)
    return Code(tuple(line[indent:] for line in kept))


def _bullets(items: Iterable[Item]) -> Bullets:
    cleaned = [Item(plain(" ".join(item.text.split())), item.number) for item in items]
    kept = [item for item in cleaned if item.text]
    if len({bool(item.number) for item in kept}) > 1:  # Go's lists are of one kind
        kept = [Item(f"{item.number}. {item.text}" if item.number else item.text) for item in kept]
    return Bullets(tuple(kept))


def _apart(blocks: Iterable[Block]) -> Iterator[Block]:
    """Go reads two indented blocks in a row as one: joins those that are one, and sets apart the
    others by printing a list as paragraphs."""
    pending: Block | None = None
    for block in blocks:
        joined = _joined(pending, block)
        if joined is not None:
            pending = joined
            continue
        if isinstance(pending, Bullets) and isinstance(block, Code):
            yield from _as_paragraphs(pending)
        elif pending is not None:
            yield pending
        if isinstance(block, Bullets) and isinstance(pending, (Code, Bullets)):
            yield from _as_paragraphs(block)
            pending = None
        else:
            pending = block
    if pending is not None:
        yield pending


def _is_empty(block: Block) -> bool:
    match block:
        case Heading():
            return False
        case Bullets():
            return not block.items
        case _:
            return not block.lines


def _joined(first: Block | None, second: Block) -> Block | None:
    match first, second:
        case Code(), Code():
            return Code((*first.lines, "", *second.lines))
        case Bullets(), Bullets() if _is_numbered(first) == _is_numbered(second):
            return Bullets(first.items + second.items)
    return None


def _is_numbered(bullets: Bullets) -> bool:
    return bool(bullets.items[0].number)


def _as_paragraphs(bullets: Bullets) -> Iterator[Paragraph]:
    for item in bullets.items:
        yield Paragraph(tuple(wrapped(f"{item.number or '-'} {item.text}".lstrip(), 80)))


def _as_paragraph(block: Block) -> Block:
    match block:
        case Code():
            return _paragraph(block.lines)
        case Bullets():
            text = " ".join(f"{item.number or '-'} {item.text}" for item in block.items)
            return _paragraph(wrapped(text, 80))
        case _:
            return block


def _spoil_old_headings(lines: list[str]) -> None:
    """Go once took a short line of its own for a heading and gofmt makes it one; the full stop
    that Go's documentation advises keeps it a sentence."""
    for i in range(2, len(lines) - 2):
        alone = not lines[i - 1] and not lines[i + 1] and lines[i + 2][:1] not in (" ", "\t", "")
        if alone and _is_old_heading(lines[i]):
            lines[i] += "."


def _is_old_heading(line: str) -> bool:
    last = line[-1:]
    return (
        line[:1].isupper()
        and (last.isalpha() or last.isdecimal())
        and not _OLD_HEADING_NOT.search(line)
    )
