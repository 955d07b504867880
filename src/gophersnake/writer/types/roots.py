"""pydantic's classes whose objects are one value: the Go type of that."""

from __future__ import annotations

from dataclasses import replace

from gophersnake.model import GIVEN, OptionalOf, RootOf
from gophersnake.writer.gotext import quoted
from gophersnake.writer.types.mapped import Codec, Mapped, Nil, Place
from gophersnake.writer.types.rules import Mapper, Rule


def _value(type: RootOf, mapper: Mapper) -> Mapped:
    mapped = _rooted(type, mapper.at(Place.FIELD).value(type.item))
    if not isinstance(type.item, OptionalOf):
        return mapped
    # Its nil is a model of None, so of a model that is None itself there is a pointer.
    return replace(mapped, nil=Nil.POINTER, has_nil=False)


def _key(type: RootOf, mapper: Mapper) -> Mapped | None:
    item = mapper.key(type.item)
    return None if item is None else _rooted(type, item)


def _rooted(type: RootOf, item: Mapped) -> Mapped:
    codec = Codec(
        _name(type, item.codec),
        maker="bind.As",
        parts=(item.codec,),
        literals=(quoted(f"{type.family}:{type.model}"),),
    )
    return replace(item, codec=codec, assignable="")


def _name(type: RootOf, item: Codec) -> str:
    """`tags`, and of what has type arguments `pageOfInt`."""
    spelled = type.model.partition(":")[2]
    word = spelled.partition("[")[0].rpartition(".")[2]
    name = word[0].lower() + word[1:]
    name = f"{name}Of{item.title}" if "[" in spelled or item.is_generic else name
    return f"{name}Given" if type.family == GIVEN else name


VALUES = (Rule(RootOf, _value),)
KEYS = (Rule(RootOf, _key),)
