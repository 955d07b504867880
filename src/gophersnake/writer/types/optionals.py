"""`T | None`: a pointer, or the nil that the Go type has already."""

from __future__ import annotations

from dataclasses import replace

from gophersnake.model import OptionalOf
from gophersnake.writer.types.mapped import Codec, Mapped, Nil, made_of
from gophersnake.writer.types.rules import Mapper, Rule

_MAKERS = {
    Nil.POINTER: "bind.Optional",
    Nil.SLICE: "bind.OptionalSlice",
    Nil.MAP: "bind.OptionalMap",
    Nil.ARRAY: "bind.OptionalArray",
    Nil.OWN: "bind.OptionalPointer",
    Nil.UNION: "bind.OptionalUnion",
    Nil.ANY_ARRAY: "bind.OptionalAnyArray",
    Nil.FUNC: "bind.OptionalFunc",
}


def _value(type: OptionalOf, mapper: Mapper) -> Mapped:
    item = mapper.value(type.item)
    if item.nil is Nil.ANY:
        return item
    if item.nil is Nil.OBJECT:
        return replace(item, codec=Codec("optionalObject", "bind.OptionalObject"))
    pointer = "*" if item.nil is Nil.POINTER else ""
    return Mapped(
        go=pointer + item.go,
        codec=made_of("optional", _MAKERS[item.nil], item.codec),
        nil=item.nil,
        has_nil=True,
        carried=item.carried,
        assignable=item.assignable,
    )


def _key(type: OptionalOf, mapper: Mapper) -> Mapped | None:
    """Two pointers to the same value are not equal, so a key is an Opt."""
    item = mapper.key(type.item)
    if item is None:
        return None
    return Mapped(
        go=f"python.Opt[{item.go}]",
        codec=made_of("optionalKey", "bind.OptionalKey", item.codec),
        carried=item.carried,
    )


VALUES = (Rule(OptionalOf, _value),)
KEYS = (Rule(OptionalOf, _key),)
