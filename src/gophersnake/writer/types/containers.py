"""Sequences, sets and mappings."""

from __future__ import annotations

from gophersnake.model import MappingKind, MappingOf, SequenceKind, SequenceOf, SetKind, SetOf
from gophersnake.writer.types.mapped import Mapped, Nil, an_object, made_of
from gophersnake.writer.types.rules import Mapper, Rule
from gophersnake.writer.types.spelling import spelled

_SEQUENCES = {
    SequenceKind.LIST: ("listOf", "bind.List"),
    SequenceKind.SEQUENCE: ("sequenceOf", "bind.Sequence"),
    SequenceKind.TUPLE: ("tupleOf", "bind.TupleOf"),
}
_SETS = {
    SetKind.SET: ("setOf", "bind.Set"),
    SetKind.FROZENSET: ("frozenSetOf", "bind.FrozenSet"),
}
_MAPPINGS = {
    MappingKind.DICT: ("dictOf", "bind.Dict"),
    MappingKind.MAPPING: ("mappingOf", "bind.Mapping"),
}


def _sequence(type: SequenceOf, mapper: Mapper) -> Mapped:
    item = mapper.value(type.item)
    return Mapped(
        go=f"[]{item.go}",
        codec=made_of(*_SEQUENCES[type.kind], item.codec),
        nil=Nil.SLICE,
        carried=item.carried,
    )


def _set(type: SetOf, mapper: Mapper) -> Mapped:
    item = mapper.key(type.item)
    if item is None:
        reason = f"Go cannot compare elements of type {spelled(type.item)}"
        return an_object(spelled(type), reason)
    return Mapped(
        go=f"python.Set[{item.go}]",
        codec=made_of(*_SETS[type.kind], item.codec),
        nil=Nil.MAP,
        carried=item.carried,
    )


def _mapping(type: MappingOf, mapper: Mapper) -> Mapped:
    key = mapper.key(type.key)
    if key is None:
        return an_object(spelled(type), f"Go cannot compare keys of type {spelled(type.key)}")
    value = mapper.value(type.value)
    return Mapped(
        go=f"map[{key.go}]{value.go}",
        codec=made_of(*_MAPPINGS[type.kind], key.codec, value.codec),
        nil=Nil.MAP,
        carried=key.carried + value.carried,
    )


VALUES = (
    Rule(SequenceOf, _sequence),
    Rule(SetOf, _set),
    Rule(MappingOf, _mapping),
)
