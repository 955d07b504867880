"""What a class is as a type."""

from __future__ import annotations

from dataclasses import dataclass

from gophersnake.model import Class, Named, Variable
from gophersnake.writer.scope import Scope
from gophersnake.writer.types import Codec, Mapped, Mapper, Nil
from gophersnake.writer.types.named import instantiated
from gophersnake.writer.words import unexported


@dataclass(frozen=True)
class ClassForm:
    declared: Class
    go: str
    """The name of the struct, to which all values are pointers."""
    variable: str
    """What holds the codec."""

    @classmethod
    def make(cls, declared: Class, go: str, scope: Scope) -> ClassForm:
        return cls(declared, go, scope.give(f"{unexported(go)}Class"))

    @property
    def variables(self) -> tuple[Variable, ...]:
        return self.declared.variables

    def value(self, type: Named, mapper: Mapper) -> Mapped:
        if self.variables:
            return instantiated(self.go, unexported(self.go), self.variables, type, mapper)
        codec = Codec(unexported(self.go), self.variable)
        return Mapped(f"*{self.go}", codec, nil=Nil.OWN)

    def key(self, _type: Named, _mapper: Mapper) -> Mapped | None:
        """Two handles of the same object are not the same pointer, so there is none."""
        return None
