"""Iterators and generators as sequences of Go, and context managers."""

from __future__ import annotations

from dataclasses import replace

from gophersnake.model import IterationKind, IterationOf, ManagerOf
from gophersnake.writer.types.mapped import Codec, Mapped, Nil, Place, made_of
from gophersnake.writer.types.rules import Mapper, Rule

_NOTHING = Mapped("struct{}", Codec("none", "bind.None"))


def _iteration(type: IterationOf, mapper: Mapper) -> Mapped:
    """A parameter is any sequence of Go; a result can fail at each item. A generator that is
    sent values, or returns one, has methods for that, and only Python makes one."""
    if type.kind is IterationKind.ASYNC_GENERATOR:
        return _async_generator(type, mapper)
    if type.sent or type.returned:
        return _generator(type, mapper)
    kind = type.kind.value if type.kind is not IterationKind.GENERATOR else "Iterator"
    first = kind[0].lower() + kind[1:]
    item = mapper.value(type.item)
    if mapper.place is Place.PARAMETER:
        go, maker = (
            f"iter.Seq[{item.go}]",
            made_of(f"{first}From", f"bind.{kind}From", item.codec),
        )
    else:
        go, maker = (
            f"iter.Seq2[{item.go}, error]",
            made_of(f"{first}Of", f"bind.{kind}", item.codec),
        )
    return Mapped(go, maker, Nil.FUNC, carried=item.carried)


def _generator(type: IterationOf, mapper: Mapper) -> Mapped:
    both = mapper.at(Place.FIELD)
    item = both.value(type.item)
    sent = both.value(type.sent) if type.sent else _NOTHING
    returned = both.value(type.returned) if type.returned else _NOTHING
    return Mapped(
        f"*python.Generator[{item.go}, {sent.go}, {returned.go}]",
        made_of("generatorOf", "bind.Generator", item.codec, sent.codec, returned.codec),
        Nil.OWN,
        carried=item.carried + sent.carried + returned.carried,
    )


def _async_generator(type: IterationOf, mapper: Mapper) -> Mapped:
    """The same type as of a generator that returns nothing: in Go whoever calls it waits anyhow."""
    found = _generator(type, mapper)
    item, sent, _ = found.codec.parts
    return replace(found, codec=made_of("asyncGeneratorOf", "bind.AsyncGenerator", item, sent))


def _manager(type: ManagerOf, mapper: Mapper) -> Mapped:
    item = mapper.at(Place.RESULT).value(type.item)
    name, maker = "managerOf", "bind.ContextManager"
    if type.is_async:
        name, maker = "asyncManagerOf", "bind.AsyncContextManager"
    return Mapped(
        f"*python.ContextManager[{item.go}]",
        made_of(name, maker, item.codec),
        Nil.OWN,
        carried=item.carried,
    )


VALUES = (Rule(IterationOf, _iteration), Rule(ManagerOf, _manager))
