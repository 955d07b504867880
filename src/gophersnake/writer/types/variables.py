"""Type variables: the type parameters of Go."""

from __future__ import annotations

from gophersnake.model import Scalar, Type, Variable
from gophersnake.writer.types.mapped import Codec, Mapped
from gophersnake.writer.types.rules import Mapper, Rule
from gophersnake.writer.words import exported, unexported

_PLAIN = frozenset({Scalar.BOOL, Scalar.INT, Scalar.FLOAT, Scalar.COMPLEX, Scalar.STR})


def name(variable: Variable, mapper: Mapper) -> str:
    """What a type variable is called in Go, where no declared class may be called so."""
    taken = {getattr(form, "go", "") for form in mapper.forms.values()}
    found = exported(variable.name)
    while found in taken:
        found += "_"
    return found


def constraint(variable: Variable, mapper: Mapper, *, is_key: bool) -> str:
    """What a type argument has to be: one of the types that Python lists, where Go can list
    them too, and what Go can compare, where there are such keys."""
    types = []
    if all(each in _PLAIN or each is Scalar.BYTES for each in variable.constraints):
        types = [mapper.value(each).go for each in variable.constraints]
    if is_key and (not types or Scalar.BYTES in variable.constraints):
        return "comparable"
    return " | ".join(dict.fromkeys(types)) or "any"


def satisfies(argument: Type, variable: Variable, mapper: Mapper) -> bool:
    """Whether Go accepts a type as the type argument for a variable of a class."""
    if isinstance(argument, Variable):
        # That of a class's member is as comparable as the class's; a function's is made so.
        return not variable.constraints or argument.constraints == variable.constraints
    if variable.constraints and constraint(variable, mapper, is_key=False) != "any":
        return argument in variable.constraints
    return not variable.is_key or mapper.key(argument) is not None


def _value(variable: Variable, mapper: Mapper) -> Mapped:
    go = name(variable, mapper)
    return Mapped(go, Codec(unexported(variable.name), maker=f"bind.TypeOf[{go}]", varies=True))


VALUES = (Rule(Variable, _value),)
KEYS = (Rule(Variable, _value),)
