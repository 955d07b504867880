"""`NewType` of a scalar, which Go has as a type with that name.

One of anything else is what it is made of, as in Python when it runs: a slice, a pointer or an
interface under another name would only be in the way.
"""

from __future__ import annotations

import inspect

import griffe

from gophersnake.model import Named, NewType, Scalar, Type
from gophersnake.reader.annotations.spelling import canonical
from gophersnake.reader.classes import Classes
from gophersnake.reader.declarations.family import Family, Made, Reading

_ITEMS = {
    "builtins.bool": Scalar.BOOL,
    "builtins.int": Scalar.INT,
    "builtins.float": Scalar.FLOAT,
    "builtins.complex": Scalar.COMPLEX,
    "builtins.str": Scalar.STR,
    "builtins.bytes": Scalar.BYTES,
}


def scalar_of(made: Made, classes: Classes) -> Scalar | None:
    """Return the scalar that a NewType is of, also by way of others; None for what is none."""
    seen: set[str] = set()
    found: griffe.Object | None = made
    while isinstance(found, griffe.Attribute) and found.path not in seen:
        seen.add(found.path)
        call = classes.call(found)
        if call is None or canonical(call[0]) != "typing.NewType" or len(call[1].args) != 2:
            return None
        use = classes.use(call[1].args[1], found.module)
        if use.path in _ITEMS:
            is_big = use.path == "builtins.int" and classes.has_big_ints(made.module)
            return None if is_big else _ITEMS[use.path]
        found = use.object
    return None


def _accepts(made: Made, classes: Classes) -> bool:
    return scalar_of(made, classes) is not None


def _hashable(_made: Made, _classes: Classes) -> bool:
    return True


def _read(made: Made, reading: Reading) -> NewType:
    return NewType(
        path=made.path,
        module=made.module.path,
        name=made.name,
        item=_item(made, reading),
        location=reading.functions.types.location(made),
        doc=inspect.cleandoc(made.docstring.value) if made.docstring else "",
    )


def _item(made: Made, reading: Reading) -> Type:
    """Return the scalar, or the NewType that it is one of."""
    assert isinstance(made, griffe.Attribute)
    call = reading.classes.call(made)
    assert call is not None
    behind = reading.classes.use(call[1].args[1], made.module).object
    declared = reading.converter.declarations.declare(behind)
    scalar = scalar_of(made, reading.classes)
    assert scalar is not None
    return scalar if declared is None else Named(declared)


FAMILY = Family(_accepts, _read, _hashable)
