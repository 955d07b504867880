"""Arrays."""

from __future__ import annotations

import re

from gophersnake.model import ArrayOf, Described, DType, Library, Named
from gophersnake.writer.types.mapped import Codec, Mapped, Nil
from gophersnake.writer.types.rules import ElementForm, Mapper, Rule

_ITEMS = {
    **{dtype: dtype.value for dtype in DType},
    DType.FLOAT16: "python.Float16",
}
_LIBRARIES = {
    Library.NUMPY: "bind.NumPy",
    Library.TORCH: "bind.Torch",
    Library.JAX: "bind.JAX",
}
_TIMES = {
    Described.Kind.DATETIME64: "python.DateTime64",
    Described.Kind.TIMEDELTA64: "python.TimeDelta64",
}
_TITLES = {"*": "Any", "...": "Many"}


def _array(type: ArrayOf, mapper: Mapper) -> Mapped:
    """An array of one dtype, of which all that is asked is its rank."""
    if (
        not isinstance(type.dtype, DType)
        or type.library is not Library.NUMPY
        or not _is_plain(type)
    ):
        return _shaped(type, mapper)
    item = _ITEMS[type.dtype]
    name = f"arrayOf{type.dtype.value.capitalize()}"
    return Mapped(
        go=f"*python.Array[{item}]",
        codec=Codec(
            name if type.rank is None else f"{name}Rank{type.rank}",
            maker=f"bind.Array[{item}]",
            literals=("-1" if type.rank is None else str(type.rank),),
        ),
        nil=Nil.ARRAY,
    )


def _is_plain(type: ArrayOf) -> bool:
    return type.shape == ("...",) or all(word == "*" for word in type.shape)


def item_of(element: DType | Described | Named, mapper: Mapper) -> str:
    """The Go type of an array's elements."""
    if isinstance(element, Named):
        return struct_of(element, mapper).go
    if isinstance(element, DType):
        return _ITEMS[element]
    if element.kind is Described.Kind.BYTES:
        return f"[{element.length}]byte"
    if element.kind is Described.Kind.TEXT:
        return f"[{element.length}]rune"
    return _TIMES[element.kind]


def struct_of(named: Named, mapper: Mapper) -> Mapped:
    """The struct that a structured dtype is. Its codec is of no values but of a layout."""
    form = mapper.forms[named.path]
    assert isinstance(form, ElementForm)
    return form.element()


def _shaped(type: ArrayOf, mapper: Mapper) -> Mapped:
    library, shape = _LIBRARIES[type.library], f'"{" ".join(type.shape)}"'
    title = "" if type.shape == ("...",) else "".join(map(_title, type.shape)) or "Scalar"
    of = "" if type.library is Library.NUMPY else type.library.value.title()
    if type.dtype is None:
        return Mapped(
            go="python.AnyArray",
            codec=Codec(f"any{of}Array{title}", maker="bind.AnyArrayIn", literals=(library, shape)),
            nil=Nil.ANY_ARRAY,
        )
    if isinstance(type.dtype, Named):
        struct = struct_of(type.dtype, mapper)
        name = f"array{of}Of{struct.codec.title}{title}"
        codec = Codec(name, "", "bind.StructsIn", (struct.codec,), (library, shape))
        return Mapped(go=f"*python.Array[{struct.go}]", codec=codec, nil=Nil.ARRAY)
    item, maker = item_of(type.dtype, mapper), "bind.ArrayIn"
    literals: tuple[str, ...] = (library, shape)
    if isinstance(type.dtype, DType):
        name = type.dtype.value.capitalize()
    elif type.dtype.format:
        name = re.sub(r"[\W_]", "", type.dtype.kind.value.capitalize() + type.dtype.format)
        maker, literals = "bind.DescribedIn", (library, f'"{type.dtype.format}"', shape)
    else:
        name = type.dtype.kind.value.capitalize()
    return Mapped(
        go=f"*python.Array[{item}]",
        codec=Codec(f"array{of}Of{name}{title}", maker=f"{maker}[{item}]", literals=literals),
        nil=Nil.ARRAY,
    )


def _title(word: str) -> str:
    return _TITLES.get(word) or (f"By{word}" if word.isdecimal() else word[0].upper() + word[1:])


VALUES = (Rule(ArrayOf, _array),)
