"""Lists, sets, mappings and tuples, by whatever name."""

from __future__ import annotations

from gophersnake.model import (
    ArrayOf,
    MappingKind,
    MappingOf,
    Named,
    OptionalOf,
    RootOf,
    Scalar,
    SequenceKind,
    SequenceOf,
    SetKind,
    SetOf,
    TupleOf,
    Type,
    UnionOf,
)
from gophersnake.reader.annotations.metadata import name_of
from gophersnake.reader.annotations.unpacking import single, unpacked
from gophersnake.reader.annotations.use import Converts, Declares, Rule, Use

_SEQUENCES = {
    "builtins.list": SequenceKind.LIST,
    "collections.deque": SequenceKind.DEQUE,
    "collections.abc.MutableSequence": SequenceKind.SEQUENCE,
    "collections.abc.Sequence": SequenceKind.SEQUENCE,
    "collections.abc.Collection": SequenceKind.SEQUENCE,
    "collections.abc.KeysView": SequenceKind.KEYS_VIEW,
    "collections.abc.ValuesView": SequenceKind.VALUES_VIEW,
}
_SETS = {
    "builtins.set": SetKind.SET,
    "collections.abc.Set": SetKind.ABSTRACT,
    "collections.abc.MutableSet": SetKind.ABSTRACT,
    "builtins.frozenset": SetKind.FROZENSET,
}
_MAPPINGS = {
    "builtins.dict": MappingKind.DICT,
    "collections.abc.MutableMapping": MappingKind.MAPPING,
    "collections.abc.Mapping": MappingKind.MAPPING,
    "collections.defaultdict": MappingKind.DEFAULTDICT,
    "collections.OrderedDict": MappingKind.ORDERED_DICT,
    "collections.ChainMap": MappingKind.CHAIN_MAP,
    "types.MappingProxyType": MappingKind.PROXY,
    "builtins.frozendict": MappingKind.FROZENDICT,
    "collections.abc.ItemsView": MappingKind.ITEMS_VIEW,
}


def hashable(type_: Type, declarations: Declares) -> bool:
    """Whether values of a type can be members of a set and keys of a dict."""
    if isinstance(type_, TupleOf):
        return all(hashable(item, declarations) for item in type_.items)
    if isinstance(type_, OptionalOf):
        return hashable(type_.item, declarations)
    if isinstance(type_, SequenceOf):
        return type_.kind is SequenceKind.TUPLE and hashable(type_.item, declarations)
    if isinstance(type_, UnionOf):
        return all(hashable(item, declarations) for item in type_.items)
    if isinstance(type_, Named):
        return declarations.hashable(type_.path)
    if isinstance(type_, RootOf):
        return type_.hashable
    if isinstance(type_, SetOf):
        return type_.kind in (SetKind.FROZENSET, SetKind.ABSTRACT)
    return not isinstance(type_, (MappingOf, ArrayOf)) and type_ is not Scalar.BYTEARRAY


def _items(use: Use, converter: Converts, count: int) -> list[Type] | None:
    """Convert the arguments: `Any` each where none are given, None where the number is wrong."""
    if use.arguments is None:
        return [Scalar.ANY] * count
    if len(use.arguments) != count:
        return None
    return [converter.convert(argument, use.scope) for argument in use.arguments]


def _sequence(kind: SequenceKind) -> Rule:
    def convert(use: Use, converter: Converts) -> Type:
        items = _items(use, converter, 1)
        return SequenceOf(kind, items[0]) if items else _wrong_count(use, 1)

    return convert


def _set(kind: SetKind) -> Rule:
    def convert(use: Use, converter: Converts) -> Type:
        items = _items(use, converter, 1)
        if not items:
            return _wrong_count(use, 1)
        if not hashable(items[0], converter.declarations):
            return use.refused(f"values of {_shown(use, 0)} are not hashable: no set holds them")
        return SetOf(kind, items[0])

    return convert


def _mapping(kind: MappingKind) -> Rule:
    ordered = kind in (MappingKind.ORDERED_DICT, MappingKind.ITEMS_VIEW)

    def convert(use: Use, converter: Converts) -> Type:
        items = _items(use, converter, 2)
        if not items:
            return _wrong_count(use, 2)
        if not hashable(items[0], converter.declarations):
            return use.refused(
                f"values of {_shown(use, 0)} are not hashable: no dict has such keys"
            )
        return MappingOf(kind, items[0], items[1], ordered)

    return convert


def _counter(use: Use, converter: Converts) -> Type:
    items = _items(use, converter, 1)
    if not items:
        return _wrong_count(use, 1)
    if not hashable(items[0], converter.declarations):
        return use.refused(f"values of {_shown(use, 0)} are not hashable: none is counted")
    return MappingOf(MappingKind.COUNTER, items[0], Scalar.INT)


def _tuple(use: Use, converter: Converts) -> Type:
    arguments = use.arguments
    if arguments is None:
        return SequenceOf(SequenceKind.TUPLE, Scalar.ANY)
    if len(arguments) == 2 and arguments[1] == "...":
        return SequenceOf(SequenceKind.TUPLE, converter.convert(arguments[0], use.scope))
    whole = unpacked(arguments[0], use.scope, converter) if len(arguments) == 1 else None
    if whole is not None and converter.resolve(whole, use.scope).path == use.path:
        return converter.convert(whole, use.scope)
    each = single(arguments, use.scope, converter)
    if each is None:
        return use.refused("a tuple with an unpacked part (PEP 646) has no fixed length")
    if "..." in arguments:
        return use.refused("'...' may only follow one type in a tuple")
    items = tuple(converter.convert(item.expression, item.scope) for item in each)
    names = [name_of(item.expression, item.scope, converter) for item in each]
    known = tuple(name for name in names if name is not None)
    return TupleOf(items, known if len(set(known)) == len(names) else ())


def _wrong_count(use: Use, wanted: int) -> Type:
    given = len(use.arguments or ())
    return use.refused(f"{wanted} type{'s' * (wanted > 1)} expected in the brackets, got {given}")


def _shown(use: Use, index: int) -> str:
    return str(use.arguments[index]) if use.arguments else "Any"


RULES: dict[str, Rule] = {
    **{path: _sequence(kind) for path, kind in _SEQUENCES.items()},
    **{path: _set(set_kind) for path, set_kind in _SETS.items()},
    **{path: _mapping(mapping_kind) for path, mapping_kind in _MAPPINGS.items()},
    "builtins.tuple": _tuple,
    "collections.Counter": _counter,
}
