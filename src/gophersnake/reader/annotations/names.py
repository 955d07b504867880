"""Names for literals and unions, which Go has as declared types only.

That of an alias where there is one; else a literal is named after where it stands
(`open_mode`), a union after its types (`int_or_str`).
"""

from __future__ import annotations

import ast
import dataclasses
import re
import zlib
from collections.abc import Iterator
from typing import Any, TypeVar

from gophersnake.model import (
    ArrayOf,
    AwaitableOf,
    CallableOf,
    Crosses,
    DType,
    Enumeration,
    ExceptionOf,
    IterationOf,
    LiteralOf,
    Location,
    ManagerOf,
    MappingKind,
    MappingOf,
    Member,
    Named,
    NewType,
    NumpyScalar,
    ObjectOf,
    OptionalOf,
    RootOf,
    Scalar,
    SequenceOf,
    SetOf,
    Standard,
    TupleOf,
    Type,
    Union,
    UnionOf,
    parts,
)
from gophersnake.reader.annotations.use import Declares

_LONGEST = 48
T = TypeVar("T")


@dataclasses.dataclass(frozen=True)
class Place:
    """Where a type stands: what is declared for it is called so, and located there."""

    module: str
    name: str
    location: Location
    union: str = ""
    """The union with a name of its own that the type is a case of, or a part of one."""


def settled(value: T, place: Place, declarations: Declares) -> T:
    """Return a type, or what has types in it, with names for its literals and unions."""
    if isinstance(value, tuple):
        return tuple(settled(each, place, declarations) for each in value)  # type: ignore[return-value]
    if not dataclasses.is_dataclass(value) or isinstance(value, (type, Location)):
        return value
    changes: dict[str, Any] = {}
    for field in dataclasses.fields(value):
        old = getattr(value, field.name)
        new = settled(old, place, declarations)
        if new is not old and new != old:
            changes[field.name] = new
    found: Any = dataclasses.replace(value, **changes) if changes else value
    if isinstance(found, LiteralOf):
        return Named(_literal(found, place, declarations))  # type: ignore[return-value]
    if isinstance(found, UnionOf):
        return Named(_union(found, place, declarations))  # type: ignore[return-value]
    return found  # type: ignore[no-any-return]


def alias(
    found: Type, path: str, place: Place, doc: str, declarations: Declares, *, is_knot: bool
) -> Type:
    """Return the type that an alias stands for, declared under its name if it is a literal or a
    union, or a collection that ends only by having one (`is_knot`). In what is optional, the
    alias within itself is too."""
    item = found.item if isinstance(found, OptionalOf) else found
    known = path, place.module, place.name
    if isinstance(item, LiteralOf):
        declarations.add(_enumeration(item, path, place, doc))
    elif isinstance(item, UnionOf):
        cases = _within(item.items, found, path, place, declarations)
        declarations.add(Union(*known, cases, place.location, doc, is_alias=True))
    elif is_knot and isinstance(item, (SequenceOf, SetOf, MappingOf)):
        item = _within(item, found, path, place, declarations)
        declarations.add(NewType(*known, item, place.location, doc, is_recursive=True))
    else:
        return found
    return OptionalOf(Named(path)) if isinstance(found, OptionalOf) else Named(path)


def _within(value: T, found: Type, path: str, place: Place, declarations: Declares) -> T:
    """Return what an alias is made of, with names for its literals and unions."""
    inside = dataclasses.replace(place, name="", union=place.name)
    value = settled(value, inside, declarations)
    itself = Named(path)
    is_optional = isinstance(found, OptionalOf)
    return _replaced(value, itself, OptionalOf(itself)) if is_optional else value


def mentioned(value: object) -> Iterator[str]:
    """Yield the paths of all declarations that a type, or what has types in it, refers to."""
    return (each.path for each in parts(value) if isinstance(each, Named))


def _replaced(value: T, old: Type, new: Type) -> T:
    if isinstance(value, tuple):
        return tuple(_replaced(each, old, new) for each in value)  # type: ignore[return-value]
    if value == old:
        return new  # type: ignore[return-value]
    if not dataclasses.is_dataclass(value) or isinstance(value, (type, OptionalOf)):
        return value
    fields = dataclasses.fields(value)
    changes = {each.name: _replaced(getattr(value, each.name), old, new) for each in fields}
    return dataclasses.replace(value, **changes)


def _literal(literal: LiteralOf, place: Place, declarations: Declares) -> str:
    words = _joined([_plain(value) for value in literal.values])
    if place.union:
        words = f"{place.union}_{words if len(words) <= _LONGEST else 'literal'}"
    name = place.name or words
    path = f"{place.module}.Literal[{', '.join(literal.values)}]"
    named = dataclasses.replace(place, name=name)
    return declarations.add(_enumeration(literal, path, named, ""))


def _plain(value: str) -> str:
    return re.sub(r"\W+", "_", value)


def _enumeration(literal: LiteralOf, path: str, place: Place, doc: str) -> Enumeration:
    values = [ast.literal_eval(value) for value in literal.values]
    kinds = {type(value) for value in values}
    plain = kinds in ({str}, {int}) and all(map(has_constant, values))
    members = tuple(
        Member(text, value if plain else index)
        for index, (text, value) in enumerate(zip(literal.values, values, strict=True))
    )
    crosses = Crosses.VALUE if plain else Crosses.PLACE
    return Enumeration(
        path, place.module, place.name, crosses, members, place.location, doc, is_literal=True
    )


def has_constant(value: object) -> bool:
    """Whether Go has a constant of a str's or int's value: text without lone surrogates, or a
    number of 64 bits."""
    if isinstance(value, int):
        return -(2**63) <= value < 2**63
    return not (isinstance(value, str) and any("\ud800" <= each <= "\udfff" for each in value))


def _union(union: UnionOf, place: Place, declarations: Declares) -> str:
    words = [_word(each, declarations) for each in union.items]
    name = _joined(words)
    if len(name) > _LONGEST:
        name = place.name or place.union or f"union_of_{len(union.items)}"
    path = f"{place.module}.{_told_apart(union)}{' | '.join(words)}"
    return declarations.add(Union(path, place.module, name, union.items, place.location))


def _told_apart(union: UnionOf) -> str:
    """Return what tells unions apart that have the same words: those of arrays leave out shapes,
    those of callables the names of parameters. A path's last part is what it is called."""
    exact = repr(union.items)
    if "ArrayOf(" not in exact and "CallableOf(" not in exact:
        return ""
    return f"{zlib.crc32(exact.encode()):08x}."


def _joined(words: list[str]) -> str:
    return "_or_".join(word.strip("_") for word in words)[: _LONGEST * 2]


def _word(type_: Type, known: Declares) -> str:
    """Return what a type is called in the name of a union."""
    match type_:
        case NumpyScalar():
            return type_.dtype.value
        case RootOf():
            return _plain(type_.model.partition(":")[2].partition("[")[0].rpartition(".")[2])
        case Standard():
            family, _, which = type_.value.rpartition(":")
            return f"{which}_file" if family == "file" else which.lower()
        case ExceptionOf():
            return type_.name
        case SequenceOf() | SetOf():
            return f"{type_.kind.value}_{_word(type_.item, known)}"
        case MappingOf(kind=MappingKind.COUNTER):
            return f"counter_{_word(type_.key, known)}"
        case MappingOf():
            return f"{type_.kind.value}_{_word(type_.key, known)}_{_word(type_.value, known)}"
        case OptionalOf():
            return f"optional_{_word(type_.item, known)}"
        case TupleOf():
            return "_".join(["tuple", *(_word(each, known) for each in type_.items)])
        case AwaitableOf():
            return f"awaitable_{_word(type_.result, known)}"
        case IterationOf():
            return f"{type_.kind.value}_{_word(type_.item, known)}"
        case ManagerOf():
            return f"{'async_' * type_.is_async}manager_{_word(type_.item, known)}"
        case CallableOf():
            return _word_of_callable(type_, known)
        case ArrayOf(dtype=DType() as dtype):
            return f"array_{dtype.value}"
        case ArrayOf(dtype=Named() as layout):
            return f"array_{_word(layout, known)}"
        case ArrayOf():
            return "array"
        case Named():
            values = known.literal(type_.path) if ".Literal[" in type_.path else None
            name = type_.path.rpartition(".")[2]
            return _joined([_plain(value) for value in values]) if values else _plain(name)
        case ObjectOf():
            return _plain(type_.annotation.partition("[")[0].rpartition(".")[2]).strip("_")
        case _:
            return _plain(getattr(type_, "value", type(type_).__name__.lower()))


def _word_of_callable(type_: CallableOf, known: Declares) -> str:
    """Return `callable_int_to_str`; without a result that is None or anything, and with `any`
    where any arguments are taken."""
    taken = ["any"] if type_.parameters is None else []
    words = ["callable", *taken, *(_word(each.type, known) for each in type_.parameters or ())]
    if type_.result not in (Scalar.NONE, Scalar.ANY):
        words += ["to", _word(type_.result, known)]
    return "_".join(words)
