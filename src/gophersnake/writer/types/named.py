"""Declared classes, by the forms they have in Go."""

from __future__ import annotations

from gophersnake.model import Named
from gophersnake.writer.types.mapped import Mapped
from gophersnake.writer.types.rules import Mapper, Rule


def _value(type: Named, mapper: Mapper) -> Mapped | None:
    form = mapper.forms.get(type.path)
    return form.value(type, mapper) if form else None


def _key(type: Named, mapper: Mapper) -> Mapped | None:
    form = mapper.forms.get(type.path)
    return form.key(type, mapper) if form else None


VALUES = (Rule(Named, _value),)
KEYS = (Rule(Named, _key),)
