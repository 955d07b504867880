"""Structured dtypes: where their fields are, and whether a Go struct can have them there.

numpy lays fields side by side, or aligned as C does with `align=True`; Go always aligns
(https://numpy.org/doc/stable/user/basics.rec.html#automatic-byte-offsets-and-alignment).
"""

from __future__ import annotations

import ast
from dataclasses import dataclass

import griffe

from gophersnake.model import Described, DType, Named
from gophersnake.model.layouts import Slot
from gophersnake.reader.annotations.elements import Element, NoElementError, dtype_call, element
from gophersnake.reader.annotations.use import Converts, Expression, Scope


@dataclass(frozen=True)
class Fields:
    """The fields of a structured dtype, and the bytes it takes in numpy and in Go."""

    slots: tuple[Slot, ...]
    size: int
    go_size: int
    align: int
    go_align: int


def layout_of(
    variable: griffe.Attribute, converter: Converts, inside: frozenset[str] = frozenset()
) -> Fields:
    """Return the fields of `np.dtype([…])`. Raises NoElementError where Go has no such struct."""
    call = variable.value
    assert isinstance(call, griffe.ExprCall)
    inside |= {variable.path}
    aligned, rows = _arguments(call)
    scope = Scope(variable.module)
    place = go_place = 0
    align = go_align = 1
    slots: list[Slot] = []
    for row in rows:
        slot, size = _slot(row, scope, converter, inside)
        place = _up(place, size.align if aligned else 1)
        go_place = _up(go_place, size.go_align)
        if place != go_place:
            raise NoElementError(
                f"field {slot.name} of {variable.name} is at byte {place}, where Go has none: "
                "align=True, or another order, makes it a struct"
            )
        slots.append(slot)
        place += size.size
        go_place += size.go_size
        align, go_align = max(align, size.align), max(go_align, size.go_align)
    if not slots or len({slot.name for slot in slots}) != len(slots):
        raise NoElementError(f"{variable.name} has no fields, or two of one name")
    if aligned:
        place = _up(place, align)
    return Fields(tuple(slots), place, _up(go_place, go_align), align if aligned else 1, go_align)


def _arguments(call: griffe.ExprCall) -> tuple[bool, list[Expression]]:
    aligned = False
    for each in call.arguments[1:]:
        if str(each) not in ("align=True", "align=False"):
            raise NoElementError(f"{call} is more than can be told without running it")
        aligned = str(each) == "align=True"
    first = call.arguments[0]
    assert isinstance(first, griffe.ExprList)
    return aligned, list(first.elements)


def _slot(
    row: Expression, scope: Scope, converter: Converts, inside: frozenset[str]
) -> tuple[Slot, Fields]:
    """One `(name, type)` or `(name, type, shape)`, and the bytes it takes."""
    parts = list(row.elements) if isinstance(row, griffe.ExprTuple) else []
    if len(parts) not in (2, 3):
        raise NoElementError(f"{row} is no field")
    name = _literal(parts[0])
    shape = _extents(parts[2]) if len(parts) == 3 else ()
    if not isinstance(name, str) or shape is None:
        raise NoElementError(f"{row} is no field that can be told without running it")
    if not name.isidentifier():  # it has to stand in a tag of Go's
        raise NoElementError(f"a field is called {name!r}, which is no identifier")
    made = element(parts[1], scope, converter, inside)
    if isinstance(made, Described) and not made.has_size:
        raise NoElementError(f"field {name} has no size that is written down: {parts[1]}")
    one = _bytes(made, parts[1], scope, converter)
    count = 1
    for extent in shape:
        count *= extent
    size = Fields((), one.size * count, one.go_size * count, one.align, one.go_align)
    if count > 1 and one.size != one.go_size:
        raise NoElementError(f"field {name} is an array of structs that Go ends with a gap")
    return Slot(name, made, shape, one.size if isinstance(made, Named) else 0), size


def _extents(expression: Expression) -> tuple[int, ...] | None:
    """The shape of a field: `2` or `(2, 3)`."""
    value = _literal(expression)
    shape = value if isinstance(value, tuple) else (value,)
    extents = tuple(each for each in shape if type(each) is int and each > 0)
    return extents if len(extents) == len(shape) else None


def _literal(expression: Expression) -> object:
    try:
        return ast.literal_eval(str(expression))
    except (SyntaxError, ValueError):
        return None


def _bytes(made: Element, expression: Expression, scope: Scope, converter: Converts) -> Fields:
    """How many bytes an element takes."""
    if isinstance(made, Named):
        use = dtype_call(expression, scope, converter)
        assert use is not None
        assert isinstance(use.object, griffe.Attribute)
        return layout_of(use.object, converter)
    size, align = size_of(made)
    return Fields((), size, size, align, align)


def size_of(made: DType | Described) -> tuple[int, int]:
    """Return the bytes of an element, and of what its places are multiples."""
    if isinstance(made, Described):
        if made.kind is Described.Kind.BYTES:
            return made.length, 1
        return (4 * made.length, 4) if made.kind is Described.Kind.TEXT else (8, 8)
    if made is DType.BOOL:
        return 1, 1
    size = int("".join(filter(str.isdigit, made.value))) // 8
    return size, size // 2 if made.value.startswith("complex") else size


def _up(place: int, align: int) -> int:
    return -(-place // align) * align
