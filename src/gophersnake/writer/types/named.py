"""Declared classes, by the forms they have in Go."""

from __future__ import annotations

from collections.abc import Sequence

from gophersnake.model import Named, OptionalOf, Scalar, Type, Variable
from gophersnake.writer.types.mapped import Carried, Codec, Mapped, Nil, an_object
from gophersnake.writer.types.rules import Mapper, Rule
from gophersnake.writer.types.spelling import spelled
from gophersnake.writer.types.variables import satisfies


def _value(type: Named, mapper: Mapper) -> Mapped | None:
    form = mapper.forms.get(type.path)
    return form.value(type, mapper) if form else None


def _key(type: Named, mapper: Mapper) -> Mapped | None:
    form = mapper.forms.get(type.path)
    return form.key(type, mapper) if form else None


def instantiated(
    go: str,
    name: str,
    variables: Sequence[Variable],
    type: Named,
    mapper: Mapper,
    nil: Nil = Nil.OWN,
) -> Mapped:
    """A generic class with its type arguments, as a pointer or, where `nil` says so, a value; an
    object where Go would not have them."""
    arguments = type.arguments or (Scalar.ANY,) * len(variables)
    unsaid = [each for each in arguments if _has_no_none(each, mapper)]
    arguments = tuple(Scalar.ANY if each in unsaid else each for each in arguments)
    given = [*zip(arguments, variables, strict=True)]
    refused = next((each for each in given if not satisfies(*each, mapper)), None)
    if refused is not None:
        reason = f"{spelled(refused[0])} is no type argument for {refused[1].name} in Go"
        return an_object(spelled(type), reason)
    mapped = [
        (mapper.key(each) if variable.is_key else None) or mapper.value(each)
        for each, variable in given
    ]
    pointer = "*" if nil is Nil.OWN else ""
    varies = any(each.codec.is_generic for each in mapped)
    applied = f"{pointer}{go}[{', '.join(each.go for each in mapped)}]"
    return Mapped(
        applied,
        Codec(
            name + "".join(each.codec.title for each in mapped),
            maker=f"bind.{'TypeOf' if varies else 'LateTypeOf'}[{applied}]",
            varies=varies,
        ),
        nil=nil,
        carried=(
            *(Carried(spelled(each), "as a type argument of Go it is not None") for each in unsaid),
            *(why for each in mapped for why in each.carried),
        ),
    )


def _has_no_none(argument: Type, mapper: Mapper) -> bool:
    """Whether Go has the same type for what may be None, so that it would not be told by that."""
    if not isinstance(argument, OptionalOf):
        return False
    return mapper.value(argument).go == mapper.value(argument.item).go


VALUES = (Rule(Named, _value),)
KEYS = (Rule(Named, _key),)
