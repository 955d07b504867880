"""Sequences, sets and mappings."""

from __future__ import annotations

from enum import Enum

from gophersnake.model import (
    MappingKind,
    MappingOf,
    Scalar,
    SequenceKind,
    SequenceOf,
    SetKind,
    SetOf,
    Type,
)
from gophersnake.writer.types.mapped import Codec, Mapped, Nil, adapted, made_of
from gophersnake.writer.types.rules import Mapper, Rule

_SEQUENCES = {
    SequenceKind.LIST: ("listOf", "bind.List"),
    SequenceKind.SEQUENCE: ("sequenceOf", "bind.Sequence"),
    SequenceKind.TUPLE: ("tupleOf", "bind.TupleOf"),
}
_SETS = {
    SetKind.SET: ("setOf", "bind.Set"),
    SetKind.FROZENSET: ("frozenSetOf", "bind.FrozenSet"),
    SetKind.ABSTRACT: ("setOf", "bind.Set"),
}
_MAPPINGS = {
    MappingKind.MAPPING: ("mappingOf", "bind.Mapping"),
    MappingKind.COUNTER: ("dictOf", "bind.Dict"),
}
_ORDERED = {MappingKind.MAPPING: ("orderedMappingOf", "bind.OrderedMapping")}
_DICT = ("dictOf", "bind.Dict")
_ORDERED_DICT = ("orderedDictOf", "bind.OrderedDict")

# What the codecs of adapters are called, where not as the adapters are.
_NAMES = {
    "defaultdict": "defaultDict",
    "Counter": "counter",
    "ChainMap": "chainMap",
    "mappingproxy": "mappingProxy",
    "frozendict": "frozenDict",
    "OrderedDict": "orderedDictClass",  # orderedDict is a dict whose order counts
}

# What a defaultdict makes of a key that is missing, by the type of its values.
_SCALAR_FACTORIES = {
    Scalar.BOOL: "bool",
    Scalar.INT: "int",
    Scalar.FLOAT: "float",
    Scalar.COMPLEX: "complex",
    Scalar.STR: "str",
    Scalar.BYTES: "bytes",
    Scalar.BYTEARRAY: "bytearray",
}
_FACTORIES: dict[Enum, str] = {
    SequenceKind.LIST: "list",
    SequenceKind.TUPLE: "tuple",
    SetKind.SET: "set",
    SetKind.FROZENSET: "frozenset",
    MappingKind.DICT: "dict",
}


def _sequence(type: SequenceOf, mapper: Mapper) -> Mapped:
    item = mapper.value(type.item)
    own = _SEQUENCES.get(type.kind)
    codec = made_of(*(own or _SEQUENCES[SequenceKind.LIST]), item.codec)
    if own is None:
        codec = _in_front(codec, type.kind.value, item.codec)
    return Mapped(go=f"[]{item.go}", codec=codec, nil=Nil.SLICE, carried=item.carried)


def _set(type: SetOf, mapper: Mapper) -> Mapped:
    item = mapper.key(type.item)
    name, maker = _SETS[type.kind]
    if item is None:
        item = mapper.value(type.item)
        go, nil = f"[]{item.go}", Nil.SLICE
        name, maker = f"{name}Slice", f"{maker}Slice"
    else:
        go, nil = f"python.Set[{item.go}]", Nil.MAP
    codec = made_of(name, maker, item.codec)
    if type.kind is SetKind.ABSTRACT:
        codec = adapted(codec, f"abstract{codec.title}", "set")
    return Mapped(go=go, codec=codec, nil=nil, carried=item.carried)


def _mapping(type: MappingOf, mapper: Mapper) -> Mapped:
    key = mapper.key(type.key)
    value = mapper.value(type.value)
    if key is None or type.ordered:
        key = mapper.value(type.key)
        name, maker = _ORDERED.get(type.kind, _ORDERED_DICT)
        go, nil = f"python.OrderedMap[{key.go}, {value.go}]", Nil.SLICE
    else:
        name, maker = _MAPPINGS.get(type.kind, _DICT)
        go, nil = f"map[{key.go}]{value.go}", Nil.MAP
    codec = made_of(name, maker, key.codec, value.codec)
    if type.kind not in (MappingKind.DICT, MappingKind.MAPPING):
        adapter = type.kind.value
        if type.kind is MappingKind.DEFAULTDICT:
            adapter += f":{_factory(type.value)}"
        counts = type.kind is MappingKind.COUNTER
        codec = _in_front(codec, adapter, *([key.codec] if counts else [key.codec, value.codec]))
    return Mapped(go=go, codec=codec, nil=nil, carried=key.carried + value.carried)


def _in_front(codec: Codec, adapter: str, *items: Codec) -> Codec:
    """The codec of what an adapter makes of a collection, named after both and the items."""
    name = _NAMES.get(adapter.partition(":")[0], adapter)
    return adapted(codec, f"{name}Of{''.join(each.title for each in items)}", adapter)


def _factory(type: Type) -> str:
    """What a defaultdict with such values is made with; nothing where that is not known."""
    if isinstance(type, Scalar):
        return _SCALAR_FACTORIES.get(type, "")
    if isinstance(type, (SequenceOf, SetOf, MappingOf)):
        return _FACTORIES.get(type.kind, "")
    return ""


VALUES = (
    Rule(SequenceOf, _sequence),
    Rule(SetOf, _set),
    Rule(MappingOf, _mapping),
)
