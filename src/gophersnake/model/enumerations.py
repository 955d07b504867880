"""Choices: classes and literals with a value each for a few names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from gophersnake.model.functions import Function
from gophersnake.model.location import Location
from gophersnake.model.skipped import Skipped


class Crosses(Enum):
    """What a member crosses as."""

    VALUE = "value"
    """Its value, a str or an int."""
    NAME = "name"
    """Its name: the values are of several types, or not known."""
    BITS = "bits"
    """Its value, an int of which several are one value: `Flag`."""
    PLACE = "place"
    """Its place among the members: a literal of several types."""


@dataclass(frozen=True, slots=True)
class Member:
    name: str
    """In an enum its name; in a literal the value as Python shows it."""
    value: str | int
    """What it crosses as."""
    doc: str = ""


@dataclass(frozen=True, slots=True)
class Enumeration:
    """An enum, or a `Literal[…]`."""

    path: str
    """What refers to it: see Named."""
    module: str
    name: str
    """The class's name in its module, or what a literal is called for want of one."""
    crosses: Crosses
    members: tuple[Member, ...]
    location: Location
    doc: str = ""
    is_literal: bool = False
    methods: tuple[Function, ...] = ()
    """What an enum has besides its members: methods, properties, class and static methods
    (Function.access)."""
    skipped: tuple[Skipped, ...] = ()
    deprecated: str = ""
    """Why it is not to be used any more, as its author says (PEP 702); else empty."""
