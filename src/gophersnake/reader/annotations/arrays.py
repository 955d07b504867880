"""numpy's arrays: `NDArray[np.T]` and `np.ndarray[shape, np.dtype[np.T]]`.

Element types that depend on the platform are those of 64-bit Linux and macOS with numpy 2
(https://numpy.org/doc/stable/reference/arrays.scalars.html).
"""

from __future__ import annotations

from gophersnake.model import ArrayOf, DType, NumpyScalar, Type
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


def _ndarray(use: Use, converter: Converts) -> Type:
    arguments = use.arguments or ()
    if len(arguments) != 2:
        return use.refused(_unknown_element("np.ndarray"))
    dtype = named(arguments[1], use.scope, converter)
    if dtype.path != "numpy.dtype" or not dtype.arguments:
        return use.refused(_unknown_element("np.ndarray"))
    rank = _rank(arguments[0], use, converter)
    return _array(use, dtype.arguments[0], dtype.scope, converter, rank)


def _ndarray_of(use: Use, converter: Converts) -> Type:
    if not use.arguments or len(use.arguments) != 1:
        return use.refused(_unknown_element("NDArray"))
    return _array(use, use.arguments[0], use.scope, converter, None)


def _array(
    use: Use, element: Expression, scope: Scope, converter: Converts, rank: int | None
) -> Type:
    resolved = named(element, scope, converter)
    dtype = _DTYPES.get(resolved.path)
    if dtype is None:
        return use.refused(f"{element} is not one element type that Go has, such as np.float64")
    return ArrayOf(dtype, rank)


def _rank(shape: Expression, use: Use, converter: Converts) -> int | None:
    """Return the number of dimensions, None for any: `tuple[int, int]` has 2."""
    resolved = named(shape, use.scope, converter)
    if resolved.path != "builtins.tuple" or resolved.arguments is None:
        return None
    if any(str(each) == "..." or str(each).startswith("*") for each in resolved.arguments):
        return None
    return len(resolved.arguments)


def _unknown_element(name: str) -> str:
    return f"{name} does not say its element type; NDArray[np.float64] does"


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
