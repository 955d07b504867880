"""Arrays that cross as slices: their elements are objects, or texts as long as each is."""

from __future__ import annotations

from gophersnake.model import ArrayOf, Described, Scalar, Type
from gophersnake.writer.types.mapped import Codec, Mapped, Nil, adapted, an_object, made_of
from gophersnake.writer.types.rules import Mapper, Rule
from gophersnake.writer.types.spelling import spelled

_ITEMS: dict[Described.Kind, Type] = {
    Described.Kind.OBJECT: Scalar.ANY,
    Described.Kind.TEXT: Scalar.STR,
    Described.Kind.BYTES: Scalar.BYTES,
}


def _is_sliced(type: ArrayOf) -> bool:
    return isinstance(type.dtype, Described) and not type.dtype.has_size


def _sliced(type: ArrayOf, mapper: Mapper) -> Mapped:
    """A slice for each dimension; of any number of dimensions, one is promised."""
    assert isinstance(type.dtype, Described)
    if type.dtype.kind is Described.Kind.VOID:
        return an_object(
            spelled(type),
            "np.void says no fields: Annotated[NDArray[np.void], Point] does, with "
            "Point = np.dtype([…]) in the module",
        )
    shape = ("*",) if type.shape == ("...",) else type.shape
    if "..." in shape or not shape:
        return an_object(spelled(type), "slices have as many dimensions as are written down")
    item = mapper.value(_ITEMS[type.dtype.kind])
    codec, go = item.codec, item.go
    for _ in shape:
        codec, go = made_of("listOf", "bind.List", codec), f"[]{go}"
    return Mapped(
        go=go,
        codec=_adapted(codec, type.dtype.kind, shape),
        nil=Nil.SLICE,
        carried=item.carried,
    )


def _adapted(codec: Codec, kind: Described.Kind, shape: tuple[str, ...]) -> Codec:
    extents = "".join(word.title() if word != "*" else "" for word in shape)
    return adapted(codec, f"arrayAs{codec.title}{extents}", f"array:{kind.value} {' '.join(shape)}")


VALUES = (Rule(ArrayOf, _sliced, _is_sliced),)
