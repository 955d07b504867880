"""The first paragraph of a doc comment, which begins with the name in Go."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gophersnake.writer.docs.blocks import Block, Paragraph
from gophersnake.writer.docs.sentence import in_third_person
from gophersnake.writer.docs.wrapping import wrapped

_WIDTH = 77


def summary(subject: str, predicate: str) -> Paragraph:
    return Paragraph(_fitted(f"{subject} {predicate}"))


def with_summary(
    subject: str, blocks: Sequence[Block], *, own_name: str, otherwise: str
) -> list[Block]:
    """The blocks with `subject` at their start: in the first sentence, where that can be turned,
    or in one of its own, `otherwise`. `own_name` is what the docstring may call the subject."""
    if blocks and _is_signature(blocks[0], own_name):
        blocks = blocks[1:]
    if not blocks or not isinstance(blocks[0], Paragraph):
        return [summary(subject, otherwise), *blocks]
    first, *rest = blocks
    assert isinstance(first, Paragraph)
    text = "\n".join(line.strip() for line in first.lines)
    turned = in_third_person(text)
    if turned is None and text.startswith((f"{subject} ", f"{own_name} ")):
        turned = text.partition(" ")[2]
    if turned is None:
        return [summary(subject, otherwise), *blocks]
    return [summary(subject, turned), *rest]


def _is_signature(block: Block, name: str) -> bool:
    """Whether a docstring begins with its function's signature, as those of C functions do."""
    pattern = rf"{re.escape(name)}\(.*\)(\s*->.*)?"
    return isinstance(block, Paragraph) and bool(
        re.fullmatch(pattern, " ".join(block.lines).strip())
    )


def _fitted(text: str) -> tuple[str, ...]:
    """The author's lines, or new ones where the longer beginning does not fit."""
    lines = text.split("\n")
    if max(map(len, lines)) <= _WIDTH:
        return tuple(lines)
    return tuple(wrapped(text, _WIDTH))
