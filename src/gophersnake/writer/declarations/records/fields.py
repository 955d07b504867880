"""The fields of a struct."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from gophersnake import model
from gophersnake.writer.declarations.records.cycles import Records
from gophersnake.writer.gotext import quoted
from gophersnake.writer.scope import Scope
from gophersnake.writer.types import Codec, Mapped, Mappers
from gophersnake.writer.types.mapped import adapted
from gophersnake.writer.words import exported, is_canonical

# What encoding/json accepts as a name in a tag; a comma would end it.
_TAG = re.compile(r"(?:\w|[!#$%&()*+\-./:;<=>?@\[\]^_{|}~ ])+")

_FUNCTIONS = (model.CallableOf, model.IterationOf, model.AwaitableOf, model.ManagerOf)
_TRUTH = {"True": "true", "False": "false"}


class Presence(Enum):
    """How a struct says whether a field is there; the values are bind's makers of fields."""

    ALWAYS = "bind.Field"
    OPT = "bind.OptField"
    """By python.Opt."""
    POINTER = "bind.NilField"
    """By a pointer that is not nil, where the field's type has the struct itself in it."""


@dataclass(frozen=True)
class GoField:
    field: model.Field
    type: Mapped
    name: str
    presence: Presence

    @property
    def codec(self) -> Codec:
        """What converts the type."""
        if not self.field.only:
            return self.type.codec
        name = f"{self.type.codec.name}_"
        return adapted(self.type.codec, name, f"literal.only:{','.join(self.field.only)}")

    @property
    def go(self) -> str:
        """The type as the struct has it."""
        match self.presence:
            case Presence.ALWAYS:
                return self.type.go
            case Presence.OPT:
                return f"python.Opt[{self.type.go}]"
            case Presence.POINTER:
                return f"*{self.type.go}"

    @property
    def tag(self) -> str:
        """Python's name for JSON; Go's, where encoding/json does not take that. JSON has no
        functions, and encoding/json would refuse the whole struct for one somewhere in it."""
        if any(isinstance(part, _FUNCTIONS) for part in model.parts(self.field.type)):
            return '`json:"-"`'
        if self.field.is_extra:
            return '`json:"-" extra:"keys"`'
        name = self.field.name if _TAG.fullmatch(self.field.name) else ""
        option = ",omitzero" if self.field.may_be_missing else "," if name in ("", "-") else ""
        only = ",".join(_TRUTH.get(each, each.rpartition(".")[2]) for each in self.field.only)
        literal = f" literal:{quoted(only)}" if only else ""  # for who reads JSON
        return f"`json:{quoted(name + option)}{literal}`"


def go_fields(record: model.Record, types: Mappers, scope: Scope) -> list[GoField]:
    """The fields in Python's order. Names in plain snake_case are given first."""
    order = sorted(record.fields, key=lambda each: not is_canonical(each.name))
    names = {each.name: scope.give(_exported(each.name)) for each in order}
    records = Records(types.fields.forms)
    return [_go_field(each, names[each.name], record, records, types) for each in record.fields]


def _go_field(
    field: model.Field, name: str, record: model.Record, records: Records, types: Mappers
) -> GoField:
    circular = records.holds(field.type, record.path)
    is_dict = record.kind is model.RecordKind.TYPED_DICT
    mapper = types.cases if is_dict else types.fields
    if field.may_be_missing:
        presence = Presence.POINTER if circular else Presence.OPT
        return GoField(field, mapper.value(field.type), name, presence)
    # No value is without end: that of a class whose field is of the class itself can only be
    # None, whatever its annotation says.
    type = model.OptionalOf(field.type) if circular else field.type
    return GoField(field, mapper.value(type), name, Presence.ALWAYS)


def _exported(name: str) -> str:
    """The name in Go; a key of a TypedDict need not be a name in Python."""
    return exported(re.sub(r"\W", "_", name))
