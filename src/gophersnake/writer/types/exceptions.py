"""Exceptions that are values."""

from __future__ import annotations

from gophersnake.model import ExceptionOf
from gophersnake.writer.gotext import quoted
from gophersnake.writer.types.mapped import Codec, Mapped, Nil, Place
from gophersnake.writer.types.rules import Mapper, Rule


def _exception(type: ExceptionOf, mapper: Mapper) -> Mapped:
    """Any error goes in; what comes out is known to be an exception."""
    adapter = quoted(f"exception:{type.name}")
    name = type.name[0].lower() + type.name[1:]
    if mapper.place is Place.RESULT:
        codec = Codec(f"{name}Result", maker="bind.ExceptionResult", literals=(adapter,))
        return Mapped("*python.Error", codec, Nil.OWN)
    return Mapped("error", Codec(name, maker="bind.ExceptionValue", literals=(adapter,)), Nil.UNION)


VALUES = (Rule(ExceptionOf, _exception),)
