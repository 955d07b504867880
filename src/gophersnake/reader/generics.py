"""Which type variables of a function Go is generic over, too."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from gophersnake.model import (
    Function,
    ObjectOf,
    ParameterKind,
    Type,
    Variable,
    substituted,
    variables_in,
)

_UNTOLD = "no parameter that is always passed has it, so Go could not tell which type it is"


def settled(function: Function, given: Collection[Variable]) -> Function:
    """Return a function whose own type variables are those that Go can tell from a call; the
    others are objects. Those of its class are `given`."""
    known = {each.path for each in given}
    passed = tuple(
        each.type
        for each in function.parameters
        if each.kind is not ParameterKind.VAR_KEYWORD and each.default is None
    )
    told = {each.path for each in variables_in(passed)} | known
    taken = {each.name for each in given}
    names: dict[str, str] = {}
    found = variables_in((tuple(p.type for p in function.parameters), function.result))
    for each in found:
        if each.path in told and each.path not in known:
            names[each.path] = _free(each.name, taken)

    def chosen(variable: Variable) -> Type:
        if variable.path not in told:
            return ObjectOf(variable.name, _UNTOLD)
        return replace(variable, name=names.get(variable.path, variable.name))

    parameters = tuple(
        replace(each, type=substituted(each.type, chosen)) for each in function.parameters
    )
    notes = tuple(
        f"{names[each.path]} has to be a {each.bound}"
        for each in found
        if each.path in names and each.bound
    )
    return replace(
        function,
        parameters=parameters,
        result=substituted(function.result, chosen),
        notes=(*function.notes, *notes),
    )


def _free(name: str, taken: set[str]) -> str:
    number, found = 2, name
    while found in taken:
        found, number = f"{name}{number}", number + 1
    taken.add(found)
    return found
