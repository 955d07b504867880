"""The report's line of a function that was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gophersnake import model
from gophersnake.model import MappingOf, OptionalOf, Scalar, SequenceOf, SetOf, TupleOf
from gophersnake.writer.naming import Names
from gophersnake.writer.output import Entry, Status
from gophersnake.writer.plan import Plan
from gophersnake.writer.words import exported

UNTYPED = "Any, object or no annotation"


def plan_entry(plan: Plan, names: Names, all_names: Mapping[str, Names]) -> Entry:
    function = plan.function
    reasons = tuple(dict.fromkeys(_reasons(plan)))
    return Entry(
        name=function.name,
        status=Status.PARTLY if reasons else Status.MAPPED,
        location=function.location,
        go_name=names.function,
        reasons=reasons,
        notes=(*function.notes, *_notes(function.known_as, names, all_names)),
    )


def _reasons(plan: Plan) -> Iterator[str]:
    """By parameter, and by `return`: why it is an object, or has some in it."""
    typed = [(each.name, each.type) for each in plan.function.parameters]
    for name, type in [*typed, ("return", plan.function.result)]:
        carried = [why for what, why in plan.carried if what == name]
        yield from (f"{name}: {why.annotation}: {why.reason}" for why in carried)
        if not carried and _is_untyped(type):
            yield f"{name}: {UNTYPED}"


def _notes(name: str, names: Names, all_names: Mapping[str, Names]) -> Iterator[str]:
    wanted = exported(name)
    if names.function != wanted:
        owner = next((each for each, its in all_names.items() if its.function == wanted), None)
        yield f"{wanted} is the name of {owner}" if owner else f"the name {wanted} is taken"
    if names.options and names.options != f"{names.function}Options":
        yield f"its options are {names.options}: {names.function}Options is a function"


def _is_untyped(type: model.Type) -> bool:
    match type:
        case Scalar():
            return type is Scalar.ANY
        case SequenceOf() | SetOf() | OptionalOf():
            return _is_untyped(type.item)
        case MappingOf():
            return _is_untyped(type.key) or _is_untyped(type.value)
        case TupleOf():
            return any(map(_is_untyped, type.items))
        case _:
            return False
