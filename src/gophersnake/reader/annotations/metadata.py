"""What stands behind the type in `Annotated`: sizes, names, and what else is meant for us.

The markers are plain strings, so that a module that uses them imports nothing:
`Annotated[int, "int32"]`, `Annotated[int, "big"]`, `Annotated[datetime, "aware"]`,
`Annotated[dict[str, int], "ordered"]`, and in a tuple `Annotated[int, "x"]` for a name.
"""

from __future__ import annotations

import ast
from dataclasses import replace

import griffe

from gophersnake.model import (
    ArrayOf,
    Described,
    MappingOf,
    Named,
    ObjectOf,
    OptionalOf,
    Scalar,
    Sized,
    Standard,
    Type,
)
from gophersnake.reader.annotations.arrays import annotated, dtype_of
from gophersnake.reader.annotations.elements import Element, NoElementError
from gophersnake.reader.annotations.use import Converts, Expression, Scope

_MARKERS: dict[tuple[Type, str], Type] = {
    **{(Scalar.INT, size.value): size for size in Sized if size is not Sized.FLOAT32},
    (Scalar.FLOAT, "float32"): Sized.FLOAT32,
    (Standard.DATETIME, "aware"): Standard.AWARE_DATETIME,
    (Standard.DATETIME, "naive"): Standard.NAIVE_DATETIME,
}


def narrowed(type_: Type, metadata: Expression, scope: Scope, converter: Converts) -> Type:
    """Return the type with what one piece of metadata says of it; it may say nothing."""
    if isinstance(type_, OptionalOf):
        return replace(type_, item=narrowed(type_.item, metadata, scope, converter))
    if isinstance(type_, ArrayOf):
        return _of_elements(type_, metadata, scope, converter)
    text = _text(metadata, scope, converter)
    if isinstance(type_, MappingOf):
        return replace(type_, ordered=True) if text == "ordered" else type_
    return _MARKERS.get((type_, text or ""), type_)


def _of_elements(type_: ArrayOf, metadata: Expression, scope: Scope, converter: Converts) -> Type:
    """`Annotated[np.ndarray, Point]`: an array whose own type does not say all of its elements."""
    dtype = type_.dtype
    if not (dtype is None or (isinstance(dtype, Described) and not dtype.format)):
        return type_
    try:
        found = annotated(metadata, scope, converter)
    except NoElementError as error:
        array = f"NDArray[np.{dtype.kind.value}]" if isinstance(dtype, Described) else "np.ndarray"
        return ObjectOf(f"Annotated[{array}, {metadata}]", str(error))
    return replace(type_, dtype=found) if found is not None and _is_such(found, dtype) else type_


def _is_such(element: Element, dtype: Element | None) -> bool:
    """Whether an element is one of those that `np.datetime64` or `np.void` stands for."""
    if not isinstance(dtype, Described):
        return True
    if isinstance(element, Named):
        return dtype.kind is Described.Kind.VOID
    return isinstance(element, Described) and element.kind is dtype.kind


def name_of(expression: Expression, scope: Scope, converter: Converts) -> str | None:
    """Return the name that `Annotated[T, "name"]` gives an item of a tuple."""
    use = converter.resolve(expression, scope)
    if use.path != "typing.Annotated":
        return None
    markers = {text for _, text in _MARKERS} | {"ordered"}
    texts = [_text(each, use.scope, converter) for each in (use.arguments or ())[1:]]
    names = [text for text in texts if text and text.isidentifier() and text not in markers]
    return names[0] if names else None


def _text(metadata: Expression, scope: Scope, converter: Converts) -> str | None:
    """Return the string that stands there, or the size that numpy's name for it gives."""
    if isinstance(metadata, str):
        try:
            value = ast.literal_eval(metadata)
        except (SyntaxError, ValueError):
            return None
        return value if isinstance(value, str) else None
    if not isinstance(metadata, (griffe.ExprName, griffe.ExprAttribute)):
        return None
    dtype = dtype_of(converter.resolve(metadata, scope).path)
    return dtype.value if dtype is not None else None
