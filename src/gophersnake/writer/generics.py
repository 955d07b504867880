"""The type parameters of functions and classes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from gophersnake.model import Function, Named, Variable, keyings_in, keys_in, variables_in
from gophersnake.writer.types import Mapper, Mappers
from gophersnake.writer.types.rules import GenericForm
from gophersnake.writer.types.variables import constraint, name


@dataclass(frozen=True, slots=True)
class TypeParameter:
    path: str
    """The type variable in Python."""
    go: str
    constraint: str


Variables = tuple[TypeParameter, ...]


def declared(parameters: Variables) -> str:
    """`[K comparable, V any]`; nothing of none."""
    parts = [
        each.go
        if place + 1 < len(parameters) and parameters[place + 1].constraint == each.constraint
        else f"{each.go} {each.constraint}"
        for place, each in enumerate(parameters)
    ]
    return f"[{', '.join(parts)}]" if parts else ""


def applied(parameters: Variables) -> str:
    """`[K, V]`; nothing of none."""
    return f"[{', '.join(each.go for each in parameters)}]" if parameters else ""


def keyed(parameters: Variables) -> str:
    """A type that differs wherever a type argument does: `T`, `func(K, V)`."""
    names = ", ".join(each.go for each in parameters)
    return names if len(parameters) < 2 else f"func({names})"


def variables(function: Function, types: Mappers) -> Variables:
    """The type variables that a function's types have; of a constructor in the order of the
    class."""
    mapper = types.fields
    result = function.result
    makes = isinstance(result, Named) and result.path.endswith(f".{function.name}")
    part = (tuple(each.type for each in function.parameters), function.result)
    keys = keys_in(keyings_in(part), partial(_keys, mapper))
    return tuple(
        TypeParameter(
            each.path, name(each, mapper), constraint(each, mapper, is_key=each.path in keys)
        )
        for each in variables_in((result, part) if makes else part)
    )


def has_own(function: Function) -> bool:
    """Whether a method has type variables that its class does not have, as no method of Go's
    may."""
    receiver = function.parameters[0].type
    part = (tuple(each.type for each in function.parameters), function.result)
    return len(variables_in(part)) > len(variables_in(receiver))


def of_class(variables: tuple[Variable, ...], mapper: Mapper) -> Variables:
    """The type parameters of a class that is generic over these."""
    return tuple(
        TypeParameter(each.path, name(each, mapper), constraint(each, mapper, is_key=each.is_key))
        for each in variables
    )


def _keys(mapper: Mapper, path: str) -> tuple[int, ...]:
    """Which of its type variables a class has as keys."""
    form = mapper.forms.get(path)
    if not isinstance(form, GenericForm):
        return ()
    return tuple(place for place, each in enumerate(form.variables) if each.is_key)
