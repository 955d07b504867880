"""What a Python type becomes in Go."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from gophersnake.writer.gotext import quoted


class Place(Enum):
    """Where a type stands: values go in as parameters, come out as results, and do both as
    fields."""

    PARAMETER = "parameter"
    RESULT = "result"
    FIELD = "field"
    CASE = "case"
    """Of a union, and in a TypedDict, of whose kind no class tells: Python has to see by the
    values of literals which case it is, before Go has them."""


class Nil(Enum):
    """What `None` is where the type is optional."""

    POINTER = "pointer"
    SLICE = "slice"
    MAP = "map"
    ARRAY = "array"
    ANY_ARRAY = "any array"
    OBJECT = "object"
    ANY = "any"
    UNION = "union"
    OWN = "own"
    """A pointer that is the type itself."""
    FUNC = "func"


@dataclass(frozen=True, slots=True)
class Codec:
    """A value of package bind that converts one type.

    Either bind has it (`expression`), or it is made of others (`maker`, `parts`) and becomes a
    variable of the generated package.
    """

    name: str
    """The name of its variable, and its part in the names of those made of it."""
    expression: str = ""
    maker: str = ""
    parts: tuple[Codec, ...] = ()
    literals: tuple[str, ...] = ()
    """Further arguments; `{0}` in one stands for the first part."""
    varies: bool = False
    """Whether it is another one for each type argument of what it is used in."""

    @property
    def is_generic(self) -> bool:
        """Whether it, or a part of it, varies."""
        return self.varies or any(part.is_generic for part in self.parts)

    @property
    def title(self) -> str:
        return self.name[0].upper() + self.name[1:]


def made_of(name: str, maker: str, *parts: Codec) -> Codec:
    """The codec that `maker` makes of others, named after them."""
    return Codec(name + "".join(part.title for part in parts), maker=maker, parts=parts)


def adapted(codec: Codec, name: str, adapter: str) -> Codec:
    """The codec of what an adapter makes of a type whose Go type stays the same."""
    escaped = quoted(adapter).replace("{", "{{").replace("}", "}}")
    return Codec(name, maker="bind.As", parts=(codec,), literals=(escaped,))


@dataclass(frozen=True, slots=True)
class Carried:
    """A part of a type that is carried as an object, and why."""

    annotation: str
    reason: str


@dataclass(frozen=True, slots=True)
class Mapped:
    """A type in Go."""

    go: str
    codec: Codec
    nil: Nil = Nil.POINTER
    has_nil: bool = False
    """Whether the Go type's nil stands for Python's None."""
    carried: tuple[Carried, ...] = ()
    items: tuple[Mapped, ...] = ()
    """The items of a fixed tuple: a result that is one becomes several results."""
    names: tuple[str, ...] = ()
    """What Python calls these items, if it does."""
    assignable: str = ""
    """Another spelling, for a parameter that is required: values of this type are assignable
    to `go`, and say more of themselves."""


class UnmappableError(Exception):
    """Something has no form in Go at all; the message says what."""


def an_object(annotation: str, reason: str) -> Mapped:
    """The form of last resort: the value stays in Python, Go holds an object."""
    return Mapped(
        go="*python.Object",
        codec=Codec("object", "bind.Object"),
        nil=Nil.OBJECT,
        has_nil=True,
        carried=(Carried(annotation, reason),),
    )
