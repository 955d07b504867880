"""The variables that hold the codecs of a package."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gophersnake.writer.scope import Inner, Scope
from gophersnake.writer.types import Codec

_LONGEST_NAME = 48


@dataclass(frozen=True, slots=True)
class Variable:
    """A codec of the package: `name = expression`."""

    name: str
    expression: str


class Codecs:
    """Gives each codec that is made of others one variable, named after what it converts."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._variables: dict[Codec, Variable] = {}

    def use(self, codec: Codec) -> str:
        """The expression for a codec: bind's own, or its variable."""
        if not codec.maker:
            return codec.expression
        if codec not in self._variables:
            arguments = [self.use(part) for part in codec.parts]
            literals = [literal.format(*arguments) for literal in codec.literals]
            self._variables[codec] = Variable(
                self._scope.give(self._name(codec)),
                f"{codec.maker}({', '.join([*arguments, *literals])})",
            )
        return self._variables[codec].name

    def _name(self, codec: Codec) -> str:
        return codec.name if len(codec.name) <= _LONGEST_NAME else f"codec{len(self._variables)}"

    def within(self, reserved: Iterable[str]) -> Codecs:
        """The codecs of one generic function: those that vary are variables of its own."""
        return _Local(self, Inner(self._scope, reserved))

    @property
    def variables(self) -> tuple[Variable, ...]:
        """In the order of their first use, each after those it is made of."""
        return tuple(self._variables.values())


class _Local(Codecs):
    def __init__(self, outer: Codecs, scope: Scope) -> None:
        super().__init__(scope)
        self._outer = outer

    def use(self, codec: Codec) -> str:
        return super().use(codec) if codec.is_generic else self._outer.use(codec)
