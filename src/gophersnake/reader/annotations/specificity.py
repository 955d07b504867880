"""The order of the types of a union: the most specific first.

An object is of the first type that takes it, where its class is none of the union's exactly
(contract/frame.md, "Unions"). So no type may stand before one whose objects it takes, too.
What says nothing of each other keeps the order in which it was written.
"""

from __future__ import annotations

from gophersnake.model import (
    ArrayOf,
    ExceptionOf,
    IterationKind,
    IterationOf,
    LiteralOf,
    MappingKind,
    MappingOf,
    Named,
    NumpyScalar,
    ObjectOf,
    OptionalOf,
    RootOf,
    Scalar,
    SequenceKind,
    SequenceOf,
    SetKind,
    SetOf,
    Sized,
    Standard,
    TupleOf,
    Type,
    UnionOf,
)
from gophersnake.reader.annotations.exceptions import covers
from gophersnake.reader.annotations.use import Declares

_NUMBERS = (Scalar.BOOL, Scalar.INT, Scalar.FLOAT, Scalar.COMPLEX)
_BYTES = (Scalar.BYTES, Scalar.BYTEARRAY)
_ITERATIONS = {
    IterationKind.ITERATOR: (IterationKind.GENERATOR,),
    IterationKind.ITERABLE: (IterationKind.ITERATOR, IterationKind.GENERATOR),
    IterationKind.ASYNC_ITERATOR: (IterationKind.ASYNC_GENERATOR,),
    IterationKind.ASYNC_ITERABLE: (IterationKind.ASYNC_ITERATOR, IterationKind.ASYNC_GENERATOR),
}

_POSIX = (Standard.POSIX_PATH, Standard.WINDOWS_PATH)
_PURE = (Standard.PURE_POSIX_PATH, Standard.PURE_WINDOWS_PATH)
_V4 = (Standard.IPV4_ADDRESS, Standard.IPV4_INTERFACE)
_V6 = (Standard.IPV6_ADDRESS, Standard.IPV6_INTERFACE)
_WIDE: dict[Type, tuple[Type, ...]] = {
    Scalar.BUFFER: _BYTES,
    Standard.DATETIME: (Standard.AWARE_DATETIME, Standard.NAIVE_DATETIME),
    Standard.TZINFO: (Standard.TIMEZONE, Standard.ZONEINFO),
    Standard.PATH: _POSIX,
    Standard.PURE_POSIX_PATH: (Standard.POSIX_PATH,),
    Standard.PURE_WINDOWS_PATH: (Standard.WINDOWS_PATH,),
    Standard.PURE_PATH: (Standard.PATH, *_POSIX, *_PURE),
    Standard.PATH_LIKE: (Standard.PATH, Standard.PURE_PATH, *_POSIX, *_PURE),
    Standard.STR_PATH: (Scalar.STR, Standard.PATH, Standard.PURE_PATH, *_POSIX, *_PURE),
    Standard.IPV4_ADDRESS: (Standard.IPV4_INTERFACE,),
    Standard.IPV6_ADDRESS: (Standard.IPV6_INTERFACE,),
    Standard.IP_ADDRESS: (*_V4, *_V6),
    Standard.IP_INTERFACE: (Standard.IPV4_INTERFACE, Standard.IPV6_INTERFACE),
    Standard.IP_NETWORK: (Standard.IPV4_NETWORK, Standard.IPV6_NETWORK),
}
"""What types without parameters take besides their own."""

_DICTS = (MappingKind.DEFAULTDICT, MappingKind.ORDERED_DICT, MappingKind.COUNTER)


def specific_first(types: list[Type], known: Declares) -> tuple[Type, ...]:
    """Return the types of a union in the order in which objects are tried with them."""
    waiting = sorted(types, key=_rank)
    ordered: list[Type] = []
    while waiting:
        free = (each for each in waiting if not any(_takes(each, o, known) for o in waiting))
        ordered.append(next(free, waiting[0]))
        waiting.remove(ordered[-1])
    return tuple(ordered)


def _rank(type_: Type) -> int:
    """Order the kinds of types: what the user declared, then numbers by what they can hold."""
    if isinstance(type_, (LiteralOf, Named, NumpyScalar, RootOf)):
        return 0
    if type_ is Scalar.BOOL:
        return 1
    if type_ is Scalar.INT or isinstance(type_, Sized):
        return 3 if type_ is Sized.FLOAT32 else 2
    return {Scalar.FLOAT: 3, Scalar.COMPLEX: 4}.get(type_, 5) if isinstance(type_, Scalar) else 5


def _takes(wide: Type, narrow: Type, known: Declares) -> bool:
    """Whether a type takes all, or most, objects of another one, and others besides."""
    if wide == narrow:
        return False
    if wide is Scalar.ANY or isinstance(wide, ObjectOf):
        return not isinstance(narrow, ObjectOf)
    if wide in _NUMBERS and narrow in _NUMBERS:
        return _NUMBERS.index(wide) > _NUMBERS.index(narrow)
    if isinstance(wide, (OptionalOf, UnionOf)):
        cases = wide.items if isinstance(wide, UnionOf) else (wide.item,)
        return any(case == narrow or _takes(case, narrow, known) for case in cases)
    if isinstance(wide, Named) and isinstance(narrow, Named):
        return known.covers(wide.path, narrow.path)
    if isinstance(wide, ExceptionOf) and isinstance(narrow, ExceptionOf):
        return covers(wide, narrow)
    if isinstance(wide, ArrayOf) and isinstance(narrow, ArrayOf):
        return _array_takes(wide, narrow)
    return narrow in _WIDE.get(wide, ()) or _container_takes(wide, narrow, known)


def _array_takes(wide: ArrayOf, narrow: ArrayOf) -> bool:
    if wide.library is not narrow.library:
        return False
    if wide.dtype != narrow.dtype:
        return wide.dtype is None
    return wide.rank is None and narrow.rank is not None


def _container_takes(wide: Type, narrow: Type, known: Declares) -> bool:
    match wide, narrow:
        case SequenceOf(), SequenceOf() if wide.kind is narrow.kind:
            return _takes(wide.item, narrow.item, known)
        case SetOf(), SetOf() if wide.kind is narrow.kind:
            return _takes(wide.item, narrow.item, known)
        case MappingOf(), MappingOf() if wide.kind is narrow.kind:
            sides = ((wide.key, narrow.key), (wide.value, narrow.value))
            return all(a == b or _takes(a, b, known) for a, b in sides)
        case TupleOf(), TupleOf() if len(wide.items) == len(narrow.items):
            pairs = zip(wide.items, narrow.items, strict=True)
            return all(a == b or _takes(a, b, known) for a, b in pairs)
        case IterationOf(), IterationOf():
            return narrow.kind in _ITERATIONS.get(wide.kind, ())
    return _is_of(narrow, wide)


def _is_of(narrow: Type, wide: Type) -> bool:
    """Whether the objects of a type are of an abstract type of collections.abc, or of a class
    that theirs inherits from, whatever is in them."""
    match wide:
        case IterationOf(kind=IterationKind.ITERABLE):
            return _is_collection(narrow)
        case SequenceOf(kind=SequenceKind.SEQUENCE):
            return _is_collection(narrow)
        case SequenceOf(kind=SequenceKind.TUPLE):
            return isinstance(narrow, TupleOf)
        case SetOf(kind=SetKind.ABSTRACT):
            of_keys = isinstance(narrow, SequenceOf) and narrow.kind is SequenceKind.KEYS_VIEW
            return of_keys or isinstance(narrow, SetOf)
        case MappingOf(kind=MappingKind.MAPPING):
            return isinstance(narrow, MappingOf) and narrow.kind is not MappingKind.ITEMS_VIEW
        case MappingOf(kind=MappingKind.DICT):
            return isinstance(narrow, MappingOf) and narrow.kind in _DICTS
    return False


def _is_collection(type_: Type) -> bool:
    """Whether the objects are collections other than what may be just any (`Sequence`)."""
    if isinstance(type_, SequenceOf):
        return True
    return isinstance(type_, (SetOf, MappingOf, TupleOf)) or type_ in (Scalar.STR, *_BYTES)
