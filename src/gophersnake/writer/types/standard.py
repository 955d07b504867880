"""The standard library's types of values, and numbers of a size."""

from __future__ import annotations

from gophersnake.model import DType, NumpyScalar, Sized, Standard
from gophersnake.writer.gotext import quoted
from gophersnake.writer.types.mapped import Codec, Mapped, Nil, adapted
from gophersnake.writer.types.rules import Mapper, Rule

_VALUES = {
    Standard.DATETIME: Mapped("time.Time", Codec("datetime", "bind.Datetime")),
    Standard.DATE: Mapped("python.Date", Codec("date", "bind.Date")),
    Standard.TIME: Mapped("python.TimeOfDay", Codec("timeOfDay", "bind.TimeOfDay")),
    Standard.TIMEDELTA: Mapped("time.Duration", Codec("duration", "bind.Duration")),
    Standard.DECIMAL: Mapped("python.Decimal", Codec("decimal", "bind.Decimal")),
    Standard.FRACTION: Mapped("*big.Rat", Codec("fraction", "bind.Fraction"), Nil.OWN),
    Standard.UUID: Mapped("python.UUID", Codec("uuid", "bind.UUID")),
    Standard.PATTERN: Mapped("python.Pattern", Codec("pattern", "bind.Pattern")),
}

# The Go type and its maker for what comes before the colon, or all, of the adapter's name.
_MAKERS = {
    "datetime": ("time.Time", "bind.DatetimeAs", Nil.POINTER),
    "tzinfo": ("*time.Location", "bind.Zone", Nil.OWN),
    "timezone": ("*time.Location", "bind.Zone", Nil.OWN),
    "zoneinfo": ("*time.Location", "bind.Zone", Nil.OWN),
    "path": ("string", "bind.Path", Nil.POINTER),
    "ip": ("netip.Addr", "bind.Address", Nil.POINTER),
    "file": ("*python.File", "bind.File", Nil.OWN),
}
_PREFIXES = ("Network", "Interface")
_NOT_KEYS = (Nil.OWN,)


def _number(size: Sized) -> Mapped:
    return Mapped(size.value, Codec(size.value, f"bind.{size.value.capitalize()}"))


_BIG = Mapped("*big.Int", Codec("bigInt", "bind.BigInt"), Nil.OWN)
_SIZED = {size: _BIG if size is Sized.BIG else _number(size) for size in Sized}

_ITEMS = {
    DType.BOOL: Mapped("bool", Codec("bool", "bind.Bool")),
    DType.FLOAT16: Mapped("python.Float16", Codec("float16", "bind.Float16")),
    DType.FLOAT64: Mapped("float64", Codec("float", "bind.Float")),
    DType.COMPLEX64: Mapped("complex64", Codec("complex64", "bind.Complex64")),
    DType.COMPLEX128: Mapped("complex128", Codec("complex", "bind.Complex")),
}


def _standard(type: Standard, _mapper: Mapper) -> Mapped:
    if type in _VALUES:
        return _VALUES[type]
    family, _, argument = type.value.partition(":")
    go, maker, nil = _MAKERS[family]
    if argument.lower().endswith(tuple(map(str.lower, _PREFIXES))):
        go, maker = "netip.Prefix", "bind.Prefix"
    return Mapped(
        go, Codec(_name(family, argument), maker=maker, literals=(quoted(type.value),)), nil
    )


def _name(family: str, argument: str) -> str:
    """What a codec is called: `purePath`, `awareDatetime`, `ipAddress`, `ipv4Address`."""
    if family == "ip":
        version = argument.startswith("IP")
        return family + (argument.removeprefix("IP") if version else argument.capitalize())
    if argument[:1].isupper():
        return argument[0].lower() + argument[1:]
    return argument + (family.capitalize() if argument else family)


def _sized(type: Sized, _mapper: Mapper) -> Mapped:
    return _SIZED[type]


def _numpy(type: NumpyScalar, _mapper: Mapper) -> Mapped:
    item = _ITEMS.get(type.dtype) or _SIZED[Sized(type.dtype.value)]
    name = "numpy" + type.dtype.value.capitalize()
    return Mapped(item.go, adapted(item.codec, name, f"numpy:{type.dtype.value}"))


def _standard_key(type: Standard, mapper: Mapper) -> Mapped | None:
    mapped = _standard(type, mapper)
    return None if mapped.nil in _NOT_KEYS else mapped


def _sized_key(type: Sized, _mapper: Mapper) -> Mapped | None:
    return None if type is Sized.BIG else _SIZED[type]


VALUES = (Rule(Standard, _standard), Rule(Sized, _sized), Rule(NumpyScalar, _numpy))
KEYS = (Rule(Standard, _standard_key), Rule(Sized, _sized_key), Rule(NumpyScalar, _numpy))
