"""What the reader could not give a type."""

from __future__ import annotations

from gophersnake.model import ObjectOf
from gophersnake.writer.types.mapped import Mapped, an_object
from gophersnake.writer.types.rules import Mapper, Rule


def _object(type: ObjectOf, _mapper: Mapper) -> Mapped:
    return an_object(type.annotation, type.reason)


VALUES = (Rule(ObjectOf, _object),)
