"""The report's line of a function that was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from gophersnake import model
from gophersnake.model import MappingOf, OptionalOf, Scalar, SequenceOf, SetOf, TupleOf
from gophersnake.writer.naming import Names, spelled
from gophersnake.writer.output import Entry, Gap, Status
from gophersnake.writer.plan import Plan
from gophersnake.writer.words import exported

UNTYPED = "Any, object or no annotation"


def plan_entry(plan: Plan, names: Names, all_names: Mapping[str, Names]) -> Entry:
    """The line of a function of the package, whose functions have these names."""
    notes = _notes(spelled(plan.function), names, all_names)
    return member_entry(plan, names.function, notes)


def member_entry(plan: Plan, go_name: str, notes: Iterable[str] = ()) -> Entry:
    """The line of a function that has a name of its own."""
    function = plan.function
    gaps = tuple(dict.fromkeys(_gaps(plan)))
    return Entry(
        name=function.name,
        status=Status.PARTLY if gaps else Status.MAPPED,
        location=function.location,
        go_name=go_name,
        reasons=tuple(dict.fromkeys(map(str, gaps))),
        notes=(*function.notes, *notes),
        gaps=gaps,
    )


def _gaps(plan: Plan) -> Iterator[Gap]:
    """By parameter, and by `return`: why it is an object, or has some in it."""
    function = plan.function
    for name, type, location in [
        *((each.name, each.type, each.location) for each in function.parameters),
        ("return", function.result, None),
    ]:
        place = location or function.location
        carried = [why for what, why in plan.carried if what == name]
        yield from (Gap(name, why.annotation, why.reason, place) for why in carried)
        if not carried and _is_untyped(type):
            yield Gap(name, "", UNTYPED, place)


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
