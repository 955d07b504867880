"""The names inside one function.

Python's parameters keep their names before the variables of the body, which nobody sees.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gophersnake.writer.codecs import Codecs
from gophersnake.writer.naming import Names
from gophersnake.writer.plan import OPTIONAL, Argument, Plan, Role
from gophersnake.writer.scope import NOT_FOR_PARAMETERS, Scope
from gophersnake.writer.words import exported, is_canonical, unexported


@dataclass(frozen=True, slots=True)
class Locals:
    parameters: Mapping[str, str]
    """The Go parameters, by Python name."""
    fields: Mapping[str, str]
    """The fields of the options, by Python name."""
    codecs: Mapping[str, str]
    """The codec of each parameter, by Python name."""
    result_codec: str
    function: str
    """The bound function."""
    key: str
    """What a bound generic function is found by."""
    bound: str
    """A generic function that is bound for its type arguments."""
    call: str
    options: str
    result: str
    error: str
    results: tuple[str, ...]
    """What several results are called, if Python names them."""

    def go_name(self, parameter: str) -> str:
        """What a parameter is called in Go, be it a parameter or a field."""
        return self.parameters.get(parameter) or self.fields[parameter]


def name_locals(plan: Plan, names: Names, codecs: Codecs) -> Locals:
    used = {each.parameter.name: codecs.use(each.type.codec) for each in plan.arguments}
    result_codec = codecs.use(plan.result.codec) if plan.result else "bind.NoResult"
    outer = (each.partition(".")[0].lstrip("&") for each in (result_codec, *used.values()))
    function = "" if names.binds else names.variable
    scope = Scope({*NOT_FOR_PARAMETERS, names.variable, *outer})
    inside = OPTIONAL | {Role.RECEIVER}
    outside = [each.parameter.name for each in plan.arguments if each.role not in inside]
    instance = plan.instance
    parameters = {
        name: scope.give(unexported(name))
        for name in outside
        if instance is None or name != instance.parameter.name
    }
    if instance:
        initial = unexported(instance.type.go.lstrip("*").partition("[")[0])[0]
        parameters[instance.parameter.name] = scope.give(initial)
    named = plan.result.names if plan.result else ()
    results = tuple(scope.give(unexported(name)) for name in named)
    return Locals(
        parameters=parameters,
        fields=_fields(plan.options),
        codecs=used,
        result_codec=result_codec,
        function=function or scope.give("f"),
        call=scope.give("c"),
        options=scope.give("o"),
        result=scope.give("r"),
        error=scope.give("err"),
        key=scope.give("key"),
        bound=scope.give("bound"),
        results=results,
    )


def _fields(options: Sequence[Argument]) -> dict[str, str]:
    """`**kwargs` is always `Kwargs`, whatever Python calls it; it gives way to a parameter.
    Names in plain snake_case are given first, as those of a struct are."""
    scope = Scope()
    ordered = sorted(options, key=_precedence)
    return {
        each.parameter.name: scope.give(
            "Kwargs" if each.role is Role.KEYWORDS else exported(each.parameter.name)
        )
        for each in ordered
    }


def _precedence(option: Argument) -> tuple[bool, bool]:
    return option.role is Role.KEYWORDS, not is_canonical(option.parameter.name)
