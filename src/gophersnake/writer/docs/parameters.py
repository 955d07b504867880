"""What a docstring says of each parameter."""

from __future__ import annotations

from collections.abc import Sequence

from gophersnake import model
from gophersnake.writer.docs import markup, typenotes
from gophersnake.writer.docs.blocks import Block, Paragraph
from gophersnake.writer.docs.sections import PARAMETERS, Entries, Entry, Part

Lines = tuple[str, ...]


class ParameterDocs:
    """Looks up parameters by name; an entry for `x, y` is both's."""

    def __init__(self, function: model.Function, parts: Sequence[Part]) -> None:
        entries = [
            entry
            for part in parts
            if isinstance(part, Entries) and part.title == PARAMETERS
            for entry in part.entries
        ]
        self._entries = {name: entry for entry in entries for name in entry.names}
        known = {parameter.name for parameter in function.parameters}
        self.others = [entry for entry in entries if not known & set(entry.names)]
        """Entries of no parameter: what **kwargs takes, say."""

    def blocks(self, parameter: model.Parameter) -> list[Block]:
        entry = self._entries.get(parameter.name, Entry((), "", ()))
        lines = entry.lines if any(entry.lines) else tuple(parameter.doc.split("\n"))
        return described(typenotes.note(entry.type, parameter.type), lines)


def described(note: str, lines: Sequence[str]) -> list[Block]:
    """The blocks of a description, the note about its type first."""
    blocks = list(markup.parse(lines))
    if not note:
        return blocks
    if blocks and isinstance(blocks[0], Paragraph):
        first = blocks.pop(0)
        assert isinstance(first, Paragraph)
        return [Paragraph((f"{note}. {first.lines[0]}", *first.lines[1:])), *blocks]
    return [Paragraph((note,)), *blocks]
