"""Arrays."""

from __future__ import annotations

from gophersnake.model import ArrayOf, DType, Library
from gophersnake.writer.types.mapped import Codec, Mapped, Nil
from gophersnake.writer.types.rules import Mapper, Rule

_ITEMS = {
    **{dtype: dtype.value for dtype in DType},
    DType.FLOAT16: "python.Float16",
}
_LIBRARIES = {
    Library.NUMPY: "bind.NumPy",
    Library.TORCH: "bind.Torch",
    Library.JAX: "bind.JAX",
}
_TITLES = {"*": "Any", "...": "Many"}


def _array(type: ArrayOf, _mapper: Mapper) -> Mapped:
    """An array of one dtype, of which all that is asked is its rank."""
    if type.dtype is None or type.library is not Library.NUMPY or not _is_plain(type):
        return _shaped(type)
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


def _shaped(type: ArrayOf) -> Mapped:
    literals = (_LIBRARIES[type.library], f'"{" ".join(type.shape)}"')
    shape = "" if type.shape == ("...",) else "".join(map(_title, type.shape)) or "Scalar"
    library = "" if type.library is Library.NUMPY else type.library.value.title()
    if type.dtype is None:
        return Mapped(
            go="python.AnyArray",
            codec=Codec(f"any{library}Array{shape}", maker="bind.AnyArrayIn", literals=literals),
            nil=Nil.ANY_ARRAY,
        )
    item = _ITEMS[type.dtype]
    return Mapped(
        go=f"*python.Array[{item}]",
        codec=Codec(
            f"array{library}Of{type.dtype.value.capitalize()}{shape}",
            maker=f"bind.ArrayIn[{item}]",
            literals=literals,
        ),
        nil=Nil.ARRAY,
    )


def _title(word: str) -> str:
    return _TITLES.get(word) or (f"By{word}" if word.isdecimal() else word[0].upper() + word[1:])


VALUES = (Rule(ArrayOf, _array),)
