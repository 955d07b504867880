"""numpy's arrays: `NDArray[np.T]` and `np.ndarray[shape, np.dtype[np.T]]`.

Element types that depend on the platform are those of 64-bit Linux and macOS with numpy 2
(https://numpy.org/doc/stable/reference/arrays.scalars.html).
"""

from __future__ import annotations

from gophersnake.model import ArrayOf, DType, NumpyScalar, Type
from gophersnake.reader.annotations import shapes
from gophersnake.reader.annotations.aliases import named
from gophersnake.reader.annotations.use import Converts, Expression, Rule, Scope, Use

_NAMES = {
    DType.BOOL: "bool bool_ bool8",
    DType.INT8: "int8 byte",
    DType.INT16: "int16 short",
    DType.INT32: "int32 intc",
    DType.INT64: "int64 int_ intp long longlong",
    DType.UINT8: "uint8 ubyte",
    DType.UINT16: "uint16 ushort",
    DType.UINT32: "uint32 uintc",
    DType.UINT64: "uint64 uint uintp ulong ulonglong",
    DType.FLOAT16: "float16 half",
    DType.FLOAT32: "float32 single",
    DType.FLOAT64: "float64 double float_",
    DType.COMPLEX64: "complex64 csingle singlecomplex",
    DType.COMPLEX128: "complex128 cdouble complex_ cfloat",
}
_DTYPES = {
    **{f"numpy.{name}": dtype for dtype, names in _NAMES.items() for name in names.split()},
    # What numpy makes of Python's own types: np.dtype(float) is float64.
    "builtins.bool": DType.BOOL,
    "builtins.int": DType.INT64,
    "builtins.float": DType.FLOAT64,
    "builtins.complex": DType.COMPLEX128,
}


_ABSTRACT = (
    *("generic", "number", "inexact", "floating", "complexfloating"),
    *("integer", "signedinteger", "unsignedinteger"),
)
_ANY = {"typing.Any", "builtins.object", *(f"numpy.{name}" for name in _ABSTRACT)}


def _ndarray(use: Use, converter: Converts) -> Type:
    """`np.ndarray` with a shape and a dtype, either of which may be any."""
    arguments = use.arguments or ()
    if len(arguments) > 2:
        return use.refused("np.ndarray has a shape and a dtype")
    shape = shapes.of_tuple(arguments[0], use.scope, converter) if arguments else shapes.ANY_SHAPE
    if len(arguments) < 2:
        return ArrayOf(None, shape)
    dtype = named(arguments[1], use.scope, converter)
    if dtype.path != "numpy.dtype":
        return ArrayOf(None, shape) if dtype.path in _ANY else use.refused(_no_element(dtype.text))
    if not dtype.arguments:
        return ArrayOf(None, shape)
    return _array(use, dtype.arguments[0], dtype.scope, converter, shape)


def _ndarray_of(use: Use, converter: Converts) -> Type:
    if not use.arguments:
        return ArrayOf(None)
    return _array(use, use.arguments[0], use.scope, converter, shapes.ANY_SHAPE)


def _array(
    use: Use, element: Expression, scope: Scope, converter: Converts, shape: shapes.Shape
) -> Type:
    resolved = named(element, scope, converter)
    if resolved.path in _ANY:
        return ArrayOf(None, shape)
    dtype = _DTYPES.get(resolved.path)
    if dtype is None:
        return use.refused(_no_element(str(element)))
    return ArrayOf(dtype, shape)


def _no_element(text: str) -> str:
    return f"{text} is not one element type that Go has, such as np.float64"


def _scalar(use: Use, _converter: Converts) -> Type:
    return NumpyScalar(_DTYPES[use.path])


def dtype_of(path: str) -> DType | None:
    """Return the element type that numpy gives this name."""
    return _DTYPES.get(path) if path.startswith("numpy.") else None


def _array_like(use: Use, _converter: Converts) -> Type:
    return use.refused("it accepts many types; NDArray[np.float64] or list[float] names one")


RULES: dict[str, Rule] = {
    **{path: _scalar for path in _DTYPES if path.startswith("numpy.")},
    "numpy.ndarray": _ndarray,
    "numpy.typing.NDArray": _ndarray_of,
    "numpy._typing.NDArray": _ndarray_of,
    "numpy.typing.ArrayLike": _array_like,
}
