"""What a record is as a type."""

from __future__ import annotations

from dataclasses import dataclass, field

from gophersnake.model import Named, Record, Type, Variable
from gophersnake.writer.scope import Scope
from gophersnake.writer.types import Codec, Mapped, Mapper, Nil
from gophersnake.writer.types.named import instantiated
from gophersnake.writer.words import unexported


@dataclass
class RecordForm:
    record: Record
    go: str
    """The name of the struct."""
    variable: str
    """What holds the codec."""
    _asked: bool = field(default=False, init=False)

    @classmethod
    def make(cls, record: Record, go: str, scope: Scope) -> RecordForm:
        return cls(record, go, scope.give(f"{unexported(go)}Record"))

    @property
    def variables(self) -> tuple[Variable, ...]:
        return self.record.variables

    def value(self, type: Named, mapper: Mapper) -> Mapped:
        if self.variables:
            name = unexported(self.go)
            return instantiated(self.go, name, self.variables, type, mapper, Nil.POINTER)
        return Mapped(self.go, Codec(unexported(self.go), f"&{self.variable}.Type"))

    def key(self, type: Named, mapper: Mapper) -> Mapped | None:
        """The struct itself, where Go compares it as Python does: a field that is a pointer,
        say, would be compared by address."""
        if not self.record.hashable or self._asked or self.variables:
            return None
        self._asked = True
        try:
            comparable = all(_is_comparable(each.type, mapper) for each in self.record.fields)
        finally:
            self._asked = False
        return self.value(type, mapper) if comparable else None


def _is_comparable(type: Type, mapper: Mapper) -> bool:
    """Whether a type is in a key what it is elsewhere."""
    key = mapper.key(type)
    return key is not None and key.go == mapper.value(type).go
