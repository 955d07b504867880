"""Fixed tuples."""

from __future__ import annotations

from dataclasses import replace

from gophersnake.model import TupleOf
from gophersnake.writer.types.mapped import Codec, Mapped, an_object, made_of
from gophersnake.writer.types.rules import Mapper, Rule
from gophersnake.writer.types.spelling import spelled

LONGEST = 8
"""Package python has Tuple0 to Tuple8."""


def _value(type: TupleOf, mapper: Mapper) -> Mapped:
    mapped = _tuple(tuple(mapper.value(item) for item in type.items))
    return replace(mapped, names=type.names)


def _too_long(type: TupleOf, _mapper: Mapper) -> Mapped:
    return an_object(spelled(type), f"tuples of more than {LONGEST} items have no type in Go")


def _key(type: TupleOf, mapper: Mapper) -> Mapped | None:
    items = [mapper.key(item) for item in type.items]
    known = tuple(item for item in items if item is not None)
    return _tuple(known) if len(known) == len(items) else None


def _tuple(items: tuple[Mapped, ...]) -> Mapped:
    name = f"tuple{len(items)}"
    maker = f"bind.Tuple{len(items)}"
    if not items:
        return Mapped("python.Tuple0", Codec(name, maker))
    return Mapped(
        go=f"python.Tuple{len(items)}[{', '.join(item.go for item in items)}]",
        codec=made_of(name + "Of", maker, *(item.codec for item in items)),
        carried=tuple(carried for item in items for carried in item.carried),
        items=items,
    )


VALUES = (
    Rule(TupleOf, _value, lambda type: len(type.items) <= LONGEST),
    Rule(TupleOf, _too_long),
)
KEYS = (Rule(TupleOf, _key, lambda type: len(type.items) <= LONGEST),)
