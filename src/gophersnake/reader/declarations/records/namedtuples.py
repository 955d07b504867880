"""Named tuples: `class P(NamedTuple)`, `NamedTuple("P", …)` and `namedtuple("P", …)`.

https://typing.python.org/en/latest/spec/namedtuples.html
"""

from __future__ import annotations

import ast
import keyword
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import griffe

from gophersnake.model import Field, RecordKind, Scalar
from gophersnake.reader.annotations.use import Scope
from gophersnake.reader.classes import Classes, is_true
from gophersnake.reader.declarations.family import Made, Reading
from gophersnake.reader.declarations.records.layout import Kind, Slot, assignments
from gophersnake.reader.parsing import expression_of, node_of, text_of

_BASE = "typing.NamedTuple"
_CALLS = frozenset({_BASE, "collections.namedtuple"})


def _accepts(made: Made, classes: Classes) -> bool:
    return _origin(made, classes) is not None


@dataclass(frozen=True)
class _Call:
    """A call that makes a named tuple, and the module in which it stands."""

    path: str
    call: ast.Call
    module: griffe.Module


def _origin(made: Made, classes: Classes) -> griffe.Class | _Call | None:
    """Return what names the fields: the class with the base NamedTuple, or the call of the
    function that makes the class, be it assigned or a base."""
    if isinstance(made, griffe.Attribute):
        called = classes.call(made)
        return _Call(*called, made.module) if called and called[0] in _CALLS else None
    for cls in classes.mro(made):
        if any(base.path == _BASE for base in classes.bases(cls)):
            return cls
        for base in getattr(node_of(cls), "bases", ()):
            path = classes.path(base.func, cls.module) if isinstance(base, ast.Call) else ""
            if path in _CALLS:
                return _Call(path, base, cls.module)
        for assigned in classes.made_bases(cls):
            found = _origin(assigned, classes)
            if found is not None:
                return found
    return None


def _slots(made: Made, reading: Reading) -> list[Slot]:
    origin = _origin(made, reading.classes)
    if isinstance(origin, griffe.Class):
        found = _of_class(origin, reading)
    else:
        assert origin is not None
        found = _typed(origin, reading) if origin.path == _BASE else _untyped(origin)
    return [Slot(field, parameter=field.name) for field in found]


def _of_class(cls: griffe.Class, reading: Reading) -> Iterator[Field]:
    for each in assignments(cls, reading.classes):
        if each.annotation is not None:
            default = None if each.value is None else text_of(each.value, cls.module)
            yield Field(each.name, each.type(reading), default=default, doc=each.doc())


def _typed(made: _Call, reading: Reading) -> Iterator[Field]:
    """Yield the fields of `NamedTuple("P", [("x", int)])`."""
    pairs = made.call.args[1] if len(made.call.args) > 1 else None
    for pair in pairs.elts if isinstance(pairs, (ast.List, ast.Tuple)) else ():
        if isinstance(pair, (ast.Tuple, ast.List)) and len(pair.elts) == 2:
            name, annotation = pair.elts
            expression = expression_of(annotation, made.module)
            if isinstance(name, ast.Constant) and expression is not None:
                type_ = reading.converter.convert(expression, Scope(made.module))
                yield Field(str(name.value), type_)


def _untyped(made: _Call) -> Iterator[Field]:
    """Yield the fields of `namedtuple("P", "x y", defaults=[0])`, which may hold anything."""
    call, settings = made.call, {each.arg: each.value for each in made.call.keywords}
    given = call.args[1] if len(call.args) > 1 else settings.get("field_names")
    names = _names(given)
    if is_true(settings.get("rename")):
        names = _renamed(names)
    defaults = settings.get("defaults")
    texts = _texts(defaults, made.module)
    required = len(names) - len(texts)
    for place, name in enumerate(names):
        default = texts[place - required] if place >= required else None
        yield Field(name, Scalar.ANY, default=default)


def _names(given: ast.expr | None) -> list[str]:
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        return given.value.replace(",", " ").split()
    if isinstance(given, (ast.List, ast.Tuple)):
        return [str(each.value) for each in given.elts if isinstance(each, ast.Constant)]
    return []


def _renamed(names: Sequence[str]) -> list[str]:
    """Return the names with `_1` for one that cannot be that of a field, or stands before it."""
    return [
        f"_{place}" if _cannot_be(name) or name in names[:place] else name
        for place, name in enumerate(names)
    ]


def _cannot_be(name: str) -> bool:
    return name.startswith("_") or not name.isidentifier() or keyword.iskeyword(name)


def _texts(values: ast.expr | None, module: griffe.Module) -> Sequence[str]:
    if not isinstance(values, (ast.List, ast.Tuple)):
        return []
    return [text_of(each, module) for each in values.elts]


def _hashable(_made: Made, _classes: Classes) -> bool:
    return True


KIND = Kind(RecordKind.NAMED_TUPLE, _accepts, _slots, _hashable)
