"""attrs classes, old and new."""

from __future__ import annotations

from typing import Any

import attr
from attrs import Factory, define, field, frozen, validators


@define
class Part:
    """A part of a machine."""

    name: str
    weight: float = field(default=1.0, validator=validators.gt(0))
    _serial: int = 0
    tags: list[str] = Factory(list)
    code: str = field(alias="id", default="none", kw_only=True)
    label: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.label = f"{self.name}/{self._serial}"


@frozen
class Slot:
    row: int
    column: int = 0


@attr.s(auto_attribs=True)
class Old:
    x: int
    y: list[int] = attr.ib(factory=list)


@attr.s
class Older:  # type: ignore[no-untyped-def]  # it has no annotations
    x = attr.ib(type=int)
    y = attr.ib(default=None)  # type: ignore[var-annotated]


def part_of(part: Part) -> tuple[str, Part]:
    return repr(part), part


def slots(used: dict[Slot, Part]) -> dict[Slot, Part]:
    return used


def old_of(old: Old) -> Old:
    return old


def older_of(older: Older) -> Older:
    return older


def wrong(how: str) -> Part:
    part = Part("bolt")
    values: dict[str, Any] = {"slot": Slot(1), "field": part}
    if how == "field":
        part.tags = ["a", 1]  # type: ignore[list-item]
    found: Part = values[how]
    return found
