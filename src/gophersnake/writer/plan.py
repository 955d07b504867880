"""The form a function takes in Go, before anything has a name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from gophersnake import model
from gophersnake.model import ParameterKind, variables_in
from gophersnake.writer import generics
from gophersnake.writer.types import PLAIN, Carried, Mapped, Mappers, Nil, UnmappableError


class Role(Enum):
    """How an argument reaches the Go function."""

    REQUIRED = "required"
    """A Go parameter."""
    OPTION = "option"
    """A field of the options, of type python.Opt."""
    NIL_OPTION = "nil option"
    """A field of the options whose nil leaves it to Python's default: that is None, or nil is no
    value that Python could be given."""
    RECEIVER = "receiver"
    """What a method is called on: `self`."""
    VALUES = "values"
    """The variadic parameter: *args."""
    KEYWORDS = "keywords"
    """A field of the options: **kwargs."""


# The kinds of parameters that stand before these and have to be filled too.
_BY_PLACE_ALONE = {
    ParameterKind.POSITIONAL_ONLY: (ParameterKind.POSITIONAL_ONLY,),
    ParameterKind.VAR_POSITIONAL: (
        ParameterKind.POSITIONAL_ONLY,
        ParameterKind.POSITIONAL_OR_KEYWORD,
    ),
}

OF_AN_INSTANCE = frozenset(
    {model.Access.METHOD, model.Access.GET, model.Access.SET, model.Access.DELETE}
)
"""The ways to reach a member of an instance, which is then the first argument."""

_NIL_IS_NOTHING = frozenset({Nil.FUNC, Nil.OWN, Nil.ARRAY, Nil.ANY_ARRAY, Nil.UNION})
"""Go types whose nil is refused where it is not None: that of a slice, say, is an empty list."""

OPTIONAL = frozenset({Role.OPTION, Role.NIL_OPTION, Role.KEYWORDS})


@dataclass(frozen=True, slots=True)
class Argument:
    parameter: model.Parameter
    type: Mapped
    role: Role


@dataclass(frozen=True, slots=True)
class Plan:
    function: model.Function
    arguments: tuple[Argument, ...]
    """In Python's order."""
    result: Mapped | None
    """None where Python returns None: the Go function returns an error alone."""
    variables: generics.Variables = ()
    """The type parameters: of a method those of its type, of a function its own."""

    @property
    def receiver(self) -> Argument | None:
        return next((each for each in self.arguments if each.role is Role.RECEIVER), None)

    @property
    def instance(self) -> Argument | None:
        """What a method is called on, be it a method in Go or a function."""
        is_member = "." in self.function.name  # not a variable of the module that is set
        return self.arguments[0] if is_member and self.function.access in OF_AN_INSTANCE else None

    @property
    def required(self) -> tuple[Argument, ...]:
        return tuple(each for each in self.arguments if each.role is Role.REQUIRED)

    @property
    def options(self) -> tuple[Argument, ...]:
        return tuple(each for each in self.arguments if each.role in OPTIONAL)

    @property
    def option_variables(self) -> generics.Variables:
        """The type parameters that options have."""
        used = {each.path for each in variables_in(tuple(o.parameter.type for o in self.options))}
        return tuple(each for each in self.variables if each.path in used)

    @property
    def values(self) -> Argument | None:
        return next((each for each in self.arguments if each.role is Role.VALUES), None)

    @property
    def carried(self) -> tuple[tuple[str, Carried], ...]:
        """What is carried as an object: the parameter's name, or `return`, and why."""
        found = [(each.parameter.name, why) for each in self.arguments for why in each.type.carried]
        return (*found, *(("return", why) for why in (self.result.carried if self.result else ())))

    def filled_before(self, argument: Argument) -> tuple[Argument, ...]:
        """The arguments with defaults that Python has to be given to be given this one: those at
        the places before it, where it can be given by place alone."""
        if argument.parameter.kind not in _BY_PLACE_ALONE:
            return ()
        places = _BY_PLACE_ALONE[argument.parameter.kind]
        earlier = self.arguments[: self.arguments.index(argument)]
        return tuple(
            each for each in earlier if each.role in OPTIONAL and each.parameter.kind in places
        )


def plan(function: model.Function, types: Mappers = PLAIN, *, method: bool = False) -> Plan:
    """The form of one function; the first parameter of a method is its receiver.

    Errors: UnmappableError with the reason why it has none.
    """
    names = [parameter.name for parameter in function.parameters]
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise UnmappableError(f"more than one parameter is called {repeated[0]}")
    try:
        arguments = [_argument(parameter, types) for parameter in function.parameters]
        if method:
            arguments[0] = replace(arguments[0], role=Role.RECEIVER)
        none = function.result is model.Scalar.NONE and not function.is_stream
        result = None if none else types.results.value(function.result)
        return Plan(function, tuple(arguments), result, generics.variables(function, types))
    except RecursionError:
        raise UnmappableError("a type is nested too deeply") from None


def _argument(parameter: model.Parameter, types: Mappers) -> Argument:
    mapped = types.parameters.value(parameter.type)
    role = _role(parameter, mapped)
    if mapped.assignable and role in (Role.REQUIRED, Role.NIL_OPTION):
        mapped = replace(mapped, go=mapped.assignable)
    return Argument(parameter, mapped, role)


def _role(parameter: model.Parameter, mapped: Mapped) -> Role:
    if parameter.kind is ParameterKind.VAR_POSITIONAL:
        return Role.VALUES
    if parameter.kind is ParameterKind.VAR_KEYWORD:
        return Role.KEYWORDS
    if parameter.default is None:
        return Role.REQUIRED
    is_none = mapped.has_nil and parameter.default.strip() == "None"
    nothing = mapped.nil in _NIL_IS_NOTHING and not isinstance(parameter.type, model.OptionalOf)
    if is_none or nothing:
        return Role.NIL_OPTION
    return Role.OPTION
