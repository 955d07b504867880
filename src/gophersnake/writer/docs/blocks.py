"""A doc comment as blocks, between the docstring it comes from and the Go it becomes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    lines: Lines


@dataclass(frozen=True, slots=True)
class Code:
    """Lines that keep their layout: examples, formulas, tables."""

    lines: Lines


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list; its text is wrapped anew. `number` is empty for a bullet."""

    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Item, ...]


Block = Heading | Paragraph | Code | Bullets


def flat(blocks: Iterable[Block]) -> str:
    """The blocks as one run of text, for where Go allows no more."""
    parts: list[str] = []
    for block in blocks:
        match block:
            case Heading():
                parts.append(block.text)
            case Paragraph() | Code():
                parts.append(" ".join(" ".join(block.lines).split()))
            case Bullets():
                parts += [item.text for item in block.items]
    return " ".join(parts)
