"""numpy's arrays: `NDArray[np.T]` and `np.ndarray[shape, np.dtype[np.T]]`.

Element types that depend on the platform are those of 64-bit Linux and macOS with numpy 2
(https://numpy.org/doc/stable/reference/arrays.scalars.html).
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

import griffe

from gophersnake.model import ArrayOf, Described, DType, NumpyScalar, Type
from gophersnake.reader.annotations import shapes
from gophersnake.reader.annotations.aliases import named
from gophersnake.reader.annotations.elements import (
    DTYPES,
    KINDS,
    Element,
    NoElementError,
    coded,
    dtype_call,
    element,
)
from gophersnake.reader.annotations.use import Converts, Expression, Rule, Scope, Use
from gophersnake.reader.annotations.variables import TYPE_VARIABLE, kind_of

_ABSTRACT = (
    *("generic", "number", "inexact", "floating", "complexfloating"),
    *("integer", "signedinteger", "unsignedinteger"),
)
_ANY = {"typing.Any", "builtins.object", *(f"numpy.{name}" for name in _ABSTRACT)}
ELEMENTS = frozenset(each for each in _ANY | DTYPES.keys() | KINDS.keys() if "numpy" in each)
"""The paths of numpy's types of elements, be they of one type in Go or of several."""


def _ndarray(use: Use, converter: Converts) -> Type:
    """`np.ndarray` with a shape and a dtype, either of which may be any."""
    arguments = use.arguments or ()
    if len(arguments) > 2:
        return use.refused("np.ndarray has a shape and a dtype")
    shape = shapes.of_tuple(arguments[0], use.scope, converter) if arguments else shapes.ANY_SHAPE
    if len(arguments) < 2:
        return ArrayOf(None, shape)
    if dtype_call(arguments[1], use.scope, converter) is not None:
        return _array(use, arguments[1], use.scope, converter, shape)
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
    use: Use, expression: Expression, scope: Scope, converter: Converts, shape: shapes.Shape
) -> Type:
    resolved = named(expression, scope, converter)
    if _is_open(expression, resolved, converter):
        return ArrayOf(None, shape)
    if resolved.path in DTYPES:
        return ArrayOf(DTYPES[resolved.path], shape)
    if isinstance(expression, str):  # a forward reference, not numpy's code
        return use.refused(_no_element(expression))
    try:
        return ArrayOf(element(expression, scope, converter), shape)
    except NoElementError as error:
        return use.refused(str(error))


def _is_open(expression: Expression, use: Use, converter: Converts) -> bool:
    """Whether it leaves open which of several elements an array has: an abstract class of
    numpy's does, a type variable, a union."""
    if isinstance(expression, griffe.ExprBinOp) and expression.operator == "|":
        return _are_elements((expression.left, expression.right), use.scope, converter)
    if use.path == "typing.Union":
        return _are_elements(use.arguments or (), use.scope, converter)
    return use.path in _ANY or kind_of(use, converter) == TYPE_VARIABLE


def _are_elements(each_of: Sequence[Expression], scope: Scope, converter: Converts) -> bool:
    uses = [(each, named(each, scope, converter)) for each in each_of]
    return all(use.path in DTYPES or _is_open(each, use, converter) for each, use in uses)


def annotated(metadata: Expression, scope: Scope, converter: Converts) -> Element | None:
    """Return the elements that `Annotated[np.ndarray, Point]` names, None for what is no dtype.

    Raises NoElementError for a dtype that Go does not have.
    """
    if isinstance(metadata, str):
        return _of_text(metadata)
    if dtype_call(metadata, scope, converter) is None:
        path = named(metadata, scope, converter).path
        return DTYPES.get(path) if path.startswith("numpy.") else None
    return element(metadata, scope, converter)


def _of_text(literal: str) -> Element | None:
    """`"M8[ms]"` or `"U8"`: a code that says more than a name of numpy's does."""
    try:
        code = ast.literal_eval(literal)
    except (SyntaxError, ValueError):
        return None
    made = coded(code) if isinstance(code, str) else None
    return made if isinstance(made, Described) and made.format else None


def _no_element(text: str) -> str:
    return f"{text} is not one element type that Go has, such as np.float64"


def _scalar(use: Use, _converter: Converts) -> Type:
    return NumpyScalar(DTYPES[use.path])


def dtype_of(path: str) -> DType | None:
    """Return the element type that numpy gives this name."""
    return DTYPES.get(path) if path.startswith("numpy.") else None


def _array_like(use: Use, _converter: Converts) -> Type:
    return use.refused("it accepts many types; NDArray[np.float64] or list[float] names one")


RULES: dict[str, Rule] = {
    **{path: _scalar for path in DTYPES if path.startswith("numpy.")},
    "numpy.ndarray": _ndarray,
    "numpy.typing.NDArray": _ndarray_of,
    "numpy._typing.NDArray": _ndarray_of,
    "numpy.typing.ArrayLike": _array_like,
}
