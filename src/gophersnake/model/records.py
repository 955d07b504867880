"""Records: classes whose values are the values of their fields."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from gophersnake.model.functions import Function
from gophersnake.model.location import Location
from gophersnake.model.skipped import Skipped
from gophersnake.model.types import Type, Variable


class RecordKind(Enum):
    """What makes a class a record."""

    DATACLASS = "dataclass"
    NAMED_TUPLE = "named tuple"
    TYPED_DICT = "typed dict"
    ATTRS = "attrs class"
    PYDANTIC = "pydantic model"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record: an attribute, or the key of a TypedDict."""

    name: str
    type: Type
    may_be_missing: bool = False
    """A key that is not required, or a field that the class sets itself (`init=False`): a
    value without it leaves it to Python."""
    default: str | None = None
    """The default as it is written in the source, or None where there is none."""
    doc: str = ""
    only: tuple[str, ...] = ()
    """The values that a literal says a key of a TypedDict has, where its type in Go has others
    too: `True` and `False`, or members of an enum, `shop:Color.RED`."""
    is_extra: bool = False
    """Whether it holds the keys of a TypedDict that no other field is for; the last one then."""


@dataclass(frozen=True, slots=True)
class Record:
    path: str
    """What refers to it: see Named."""
    module: str
    name: str
    """The class's name in its module, dotted where it is defined in another class."""
    kind: RecordKind
    fields: tuple[Field, ...]
    location: Location
    doc: str = ""
    variables: tuple[Variable, ...] = ()
    """The type variables that it is generic over."""
    hashable: bool = False
    constructor: Function | None = None
    """None where there is none to call: a TypedDict."""
    methods: tuple[Function, ...] = ()
    """What it has besides its fields: methods, properties, class and static methods
    (Function.access)."""
    skipped: tuple[Skipped, ...] = ()
    deprecated: str = ""
    """Why it is not to be used any more, as its author says (PEP 702); else empty."""
