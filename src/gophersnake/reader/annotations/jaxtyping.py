"""jaxtyping's annotations: `Float32[np.ndarray, "n 3"]`, known by their names alone
(https://docs.kidger.site/jaxtyping/api/array/)."""

from __future__ import annotations

from gophersnake.model import ArrayOf, DType, Library, Type
from gophersnake.reader.annotations import shapes, tensors
from gophersnake.reader.annotations.aliases import named
from gophersnake.reader.annotations.use import Converts, Rule, Use

# A name without a number of bits is the precision that the library has by itself.
_DEFAULTS: dict[Library, dict[str, DType]] = {
    Library.NUMPY: {
        "Float": DType.FLOAT64,
        "Int": DType.INT64,
        "UInt": DType.UINT64,
        "Complex": DType.COMPLEX128,
    },
    Library.TORCH: {
        "Float": DType.FLOAT32,
        "Int": DType.INT64,
        "UInt": DType.UINT8,
        "Complex": DType.COMPLEX64,
    },
    Library.JAX: {
        "Float": DType.FLOAT32,
        "Int": DType.INT32,
        "UInt": DType.UINT32,
        "Complex": DType.COMPLEX64,
    },
}
_EXACT = {dtype.value.title().replace("Uint", "UInt"): dtype for dtype in DType}
_ANY = ("Shaped", "Num", "Real", "Inexact", "Integer")
_LIBRARIES = {
    "numpy.ndarray": Library.NUMPY,
    "numpy.typing.NDArray": Library.NUMPY,
    **tensors.CLASSES,
}


def _rule(name: str) -> Rule:
    def convert(use: Use, converter: Converts) -> Type:
        if use.arguments is None or len(use.arguments) != 2:
            return use.refused(f'a class of arrays and a shape expected: {name}[np.ndarray, "n 3"]')
        array = named(use.arguments[0], use.scope, converter)
        shape = shapes.of_text(use.arguments[1])
        library = _LIBRARIES.get(array.path)
        if library is None or shape is None:
            return use.refused(f"{use.arguments[0]} is no class of arrays that is known here")
        dtype = _EXACT.get(name) or _DEFAULTS[library].get(name)
        return ArrayOf(dtype, shape, library)

    return convert


RULES: dict[str, Rule] = {
    f"jaxtyping.{name}": _rule(name) for name in (*_EXACT, *_DEFAULTS[Library.NUMPY], *_ANY)
}
