"""The fields of a struct."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gophersnake import model
from gophersnake.writer.gotext import quoted
from gophersnake.writer.scope import Scope
from gophersnake.writer.types import Mapped, Mappers
from gophersnake.writer.words import exported, is_canonical

# What encoding/json accepts as a name in a tag; a comma would end it.
_TAG = re.compile(r"(?:\w|[!#$%&()*+\-./:;<=>?@\[\]^_{|}~ ])+")


@dataclass(frozen=True)
class GoField:
    field: model.Field
    type: Mapped
    name: str

    @property
    def go(self) -> str:
        """The type as the struct has it."""
        return f"python.Opt[{self.type.go}]" if self.field.may_be_missing else self.type.go

    @property
    def tag(self) -> str:
        """Python's name for JSON; nothing where JSON has no such tag."""
        name = self.field.name
        if not _TAG.fullmatch(name):
            return ""
        option = ",omitzero" if self.field.may_be_missing else "," if name == "-" else ""
        return f"`json:{quoted(name + option)}`"


def go_fields(fields: Sequence[model.Field], types: Mappers, scope: Scope) -> list[GoField]:
    """The fields in Python's order. Names in plain snake_case are given first."""
    order = sorted(fields, key=lambda each: not is_canonical(each.name))
    names = {each.name: scope.give(exported(each.name)) for each in order}
    return [GoField(each, types.fields.value(each.type), names[each.name]) for each in fields]
