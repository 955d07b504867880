"""numpy's arrays."""

from __future__ import annotations

from gophersnake.model import ArrayOf, DType
from gophersnake.writer.types.mapped import Codec, Mapped, Nil
from gophersnake.writer.types.rules import Mapper, Rule

_ITEMS = {
    **{dtype: dtype.value for dtype in DType},
    DType.FLOAT16: "python.Float16",
}


def _array(type: ArrayOf, _mapper: Mapper) -> Mapped:
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


VALUES = (Rule(ArrayOf, _array),)
