"""The types without parameters."""

from __future__ import annotations

from gophersnake.model import Scalar
from gophersnake.writer.types.mapped import Codec, Mapped, Nil, Place
from gophersnake.writer.types.rules import Mapper, Rule

_VALUES = {
    Scalar.NONE: Mapped("struct{}", Codec("none", "bind.None")),
    Scalar.BOOL: Mapped("bool", Codec("bool", "bind.Bool")),
    Scalar.INT: Mapped("int", Codec("int", "bind.Int")),
    Scalar.FLOAT: Mapped("float64", Codec("float", "bind.Float")),
    Scalar.COMPLEX: Mapped("complex128", Codec("complex", "bind.Complex")),
    Scalar.STR: Mapped("string", Codec("str", "bind.Str")),
    Scalar.BYTES: Mapped("[]byte", Codec("bytes", "bind.Bytes"), Nil.SLICE),
    Scalar.BYTEARRAY: Mapped("[]byte", Codec("byteArray", "bind.ByteArray"), Nil.SLICE),
    Scalar.BUFFER: Mapped("[]byte", Codec("buffer", "bind.Buffer"), Nil.SLICE),
}

_KEYS = {
    **{
        scalar: _VALUES[scalar]
        for scalar in (
            Scalar.NONE,
            Scalar.BOOL,
            Scalar.INT,
            Scalar.FLOAT,
            Scalar.COMPLEX,
            Scalar.STR,
        )
    },
    Scalar.BYTES: Mapped("python.ByteString", Codec("bytesKey", "bind.BytesKey")),
}

_ANY_IN = Mapped("any", Codec("any", "bind.Any"), Nil.ANY, has_nil=True)
_ANY_OUT = Mapped("*python.Object", Codec("object", "bind.Object"), Nil.OBJECT, has_nil=True)


def _value(type: Scalar, _mapper: Mapper) -> Mapped:
    return _VALUES[type]


def _any(_type: Scalar, mapper: Mapper) -> Mapped:
    """Anything can be handed to Python; what comes out of it stays an object, but for a field:
    there it is what its own type says."""
    return _ANY_OUT if mapper.place is Place.RESULT else _ANY_IN


def _key(type: Scalar, _mapper: Mapper) -> Mapped:
    return _KEYS[type]


VALUES = (
    Rule(Scalar, _value, lambda type: type in _VALUES),
    Rule(Scalar, _any, lambda type: type is Scalar.ANY),
)


def _any_key(type: Scalar, mapper: Mapper) -> Mapped | None:
    """Go compares values of type any, but only those it was given by Go are sure to allow it."""
    return _ANY_IN if type is Scalar.ANY and mapper.place is Place.PARAMETER else None


KEYS = (Rule(Scalar, _key, lambda type: type in _KEYS), Rule(Scalar, _any_key))
