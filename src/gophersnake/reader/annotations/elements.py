"""The elements of arrays: numpy's numbers by their names, and what `np.dtype(…)` makes."""

from __future__ import annotations

import ast
import re
from typing import TypeGuard

import griffe

from gophersnake.model import Described, DType, Named
from gophersnake.reader.annotations.use import Converts, Expression, Scope, Use

Element = DType | Described | Named

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
DTYPES = {
    **{f"numpy.{name}": dtype for dtype, names in _NAMES.items() for name in names.split()},
    # What numpy makes of Python's own types: np.dtype(float) is float64.
    "builtins.bool": DType.BOOL,
    "builtins.int": DType.INT64,
    "builtins.float": DType.FLOAT64,
    "builtins.complex": DType.COMPLEX128,
}
KINDS = {
    **{f"numpy.{kind.value}": kind for kind in Described.Kind},
    "builtins.bytes": Described.Kind.BYTES,
    "builtins.str": Described.Kind.TEXT,
    "builtins.object": Described.Kind.OBJECT,
}
_CODES = {
    **{name: dtype for path, dtype in DTYPES.items() for name in [path.rpartition(".")[2]]},
    **{f"i{size}": DType(f"int{8 * size}") for size in (1, 2, 4, 8)},
    **{f"u{size}": DType(f"uint{8 * size}") for size in (1, 2, 4, 8)},
    **{f"f{size}": DType(f"float{8 * size}") for size in (2, 4, 8)},
    **{f"c{size}": DType(f"complex{8 * size}") for size in (8, 16)},
    "b1": DType.BOOL,
    "?": DType.BOOL,
}
_TIME = re.compile(r"(?:(datetime64|M8)|timedelta64|m8)(\[\d*(?:Y|M|W|D|h|m|s|[munpfa]s)\])?")
_TEXT = re.compile(r"(?:([Sa])|U)([1-9]\d*)")


class NoElementError(Exception):
    """An array's elements have no type in Go; the message says why."""


def is_dtype(variable: griffe.Attribute) -> bool:
    """Whether `np.dtype(…)` is assigned to a variable."""
    return _is_call(variable.value, at_least=0)


def _is_call(value: Expression | None, at_least: int = 1) -> TypeGuard[griffe.ExprCall]:
    """Whether it is `np.dtype(…)` of so many arguments."""
    return (
        isinstance(value, griffe.ExprCall)
        and value.canonical_path == "numpy.dtype"
        and len(value.arguments) >= at_least
    )


def is_struct(variable: griffe.Attribute) -> bool:
    """Whether the dtype is one of fields: `np.dtype([…])`."""
    call = variable.value
    return _is_call(call) and isinstance(call.arguments[0], griffe.ExprList)


def dtype_call(expression: Expression, scope: Scope, converter: Converts) -> Use | None:
    """Return the variable that an expression names and that `np.dtype(…)` is assigned to."""
    seen: set[str] = set()
    while isinstance(expression, (griffe.ExprName, griffe.ExprAttribute)):
        use = converter.resolve(expression, scope)
        if use.path in seen or not isinstance(use.object, griffe.Attribute):
            return None
        seen.add(use.path)
        if is_dtype(use.object):
            return use
        value = use.object.value
        if value is None:
            return None
        expression, scope = value, Scope(use.object.module)
    return None


def element(
    expression: Expression, scope: Scope, converter: Converts, inside: frozenset[str] = frozenset()
) -> Element:
    """Return what `np.float64`, `"f8"` or a dtype's name says. Raises NoElementError.

    `inside` are the variables whose dtypes it is part of.
    """
    if isinstance(expression, str):
        return _coded(expression)
    if _is_call(expression) and not isinstance(expression.arguments[0], griffe.ExprList):
        return element(expression.arguments[0], scope, converter, inside)
    called = dtype_call(expression, scope, converter)
    if called is not None:
        return _made(called, converter, inside)
    path = converter.resolve(expression, scope).path
    if path in KINDS:
        return Described(KINDS[path])
    if path not in DTYPES:
        raise NoElementError(
            f"{expression} is not one element type that Go has, such as np.float64"
        )
    return DTYPES[path]


def _coded(text: str) -> Element:
    try:
        code = ast.literal_eval(text)
    except (SyntaxError, ValueError):
        code = None
    if not isinstance(code, str):
        raise NoElementError(f"{text} is no element type")
    made = coded(code)
    if made is None:
        raise NoElementError(f"{text} is not an element type that Go has")
    return made


def coded(code: str) -> DType | Described | None:
    """Return what one of numpy's codes means, such as `f8` or `M8[ms]`."""
    code = code.lstrip("<=|")
    if code in _CODES:
        return _CODES[code]
    if code in ("O", "object"):
        return Described(Described.Kind.OBJECT)
    if time := _TIME.fullmatch(code):
        kind = Described.Kind.DATETIME64 if time[1] else Described.Kind.TIMEDELTA64
        return Described(kind, f"{'M8' if time[1] else 'm8'}{time[2]}" if time[2] else "")
    if words := _TEXT.fullmatch(code):
        kind = Described.Kind.BYTES if words[1] else Described.Kind.TEXT
        return Described(kind, f"{'S' if words[1] else 'U'}{words[2]}")
    return None


def _made(use: Use, converter: Converts, inside: frozenset[str]) -> Element:
    """What a variable's `np.dtype(…)` is: a struct is declared."""
    if use.path in inside:
        raise NoElementError(f"{use.path} stands in its own definition")
    inside |= {use.path}
    from gophersnake.reader.annotations.layouts import layout_of

    variable = use.object
    assert isinstance(variable, griffe.Attribute)
    assert isinstance(variable.value, griffe.ExprCall)
    first = variable.value.arguments[0] if variable.value.arguments else "None"
    if not is_struct(variable):
        return element(first, Scope(variable.module), converter, inside)
    layout_of(variable, converter, inside)
    path = converter.declarations.declare(variable)
    if path is None:
        raise NoElementError(f"{use.path} is not a dtype of a module that Go code is made for")
    return Named(path)
