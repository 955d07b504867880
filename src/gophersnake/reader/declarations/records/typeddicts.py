"""Dicts with certain keys: `class M(TypedDict)` and `TypedDict("M", {…})`.

https://typing.python.org/en/latest/spec/typeddict.html
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import griffe

from gophersnake.model import (
    Field,
    MappingKind,
    MappingOf,
    ObjectOf,
    RecordKind,
    Scalar,
    Type,
)
from gophersnake.reader.annotations.aliases import named
from gophersnake.reader.annotations.use import Expression, Scope
from gophersnake.reader.classes import Classes, is_true
from gophersnake.reader.declarations.family import Made, Reading
from gophersnake.reader.declarations.records.layout import Kind, Slot, assignments
from gophersnake.reader.parsing import expression_of

_BASES = frozenset({"typing.TypedDict", "mypy_extensions.TypedDict"})
_REQUIRED = {"typing.Required": True, "typing.NotRequired": False}
_SAY_NOTHING = frozenset({"typing.ReadOnly", "typing.Annotated"})


def _accepts(made: Made, classes: Classes) -> bool:
    if isinstance(made, griffe.Attribute):
        call = classes.call(made)
        return call is not None and call[0] in _BASES
    return classes.descends(made, _BASES) or any(
        _accepts(base, classes) for cls in classes.mro(made) for base in classes.made_bases(cls)
    )


def _slots(made: Made, reading: Reading) -> list[Slot]:
    if isinstance(made, griffe.Attribute):
        return [Slot(field, parameter=None) for field in _of_call(made, reading)]
    fields: dict[str, Field] = {}
    for cls in reversed(reading.classes.mro(made)):
        for base in reading.classes.made_bases(cls):
            if _accepts(base, reading.classes):
                fields.update({field.name: field for field in _of_call(base, reading)})
        # A key that is defined again, as required say, keeps its place.
        fields.update({field.name: field for field in _of_class(cls, reading)})
    extra = _extra(made, reading)
    return [Slot(field, parameter=None) for field in (*fields.values(), *extra)]


def _extra(made: griffe.Class, reading: Reading) -> Iterator[Field]:
    """Yield what holds the keys that have no name, where there may be some (PEP 728)."""
    for cls in reading.classes.mro(made):
        keywords = reading.classes.keywords(cls)
        if "extra_items" in keywords:
            scope = Scope(cls.module, reading.bindings(cls))
            yield from _of_extra(keywords["extra_items"], scope, made, reading)
        if keywords.keys() & {"extra_items", "closed"}:
            return


def _of_extra(node: ast.expr, scope: Scope, made: Made, reading: Reading) -> Iterator[Field]:
    expression = expression_of(node, scope.module)
    if expression is None or reading.converter.never(expression, scope):
        return
    inner, _ = _unwrapped(expression, scope, reading, total=True)
    reading.converter.standing = f"{made.name}_extra"
    item = reading.converter.convert(inner, scope)
    reading.converter.standing = ""
    yield Field("extra_items", MappingOf(MappingKind.DICT, Scalar.STR, item), is_extra=True)


def _of_class(cls: griffe.Class, reading: Reading) -> Iterator[Field]:
    total = is_true(reading.classes.keywords(cls).get("total"), otherwise=True)
    for each in assignments(cls, reading.classes):
        if each.annotation is not None:
            expression, required = each.expression(), total
            if expression is not None:
                expression, required = _unwrapped(expression, each.scope(reading), reading, total)
            type_ = each.type(reading, expression)
            only = _only(expression, each.scope(reading), reading)
            yield Field(each.name, type_, may_be_missing=not required, doc=each.doc(), only=only)


def _of_call(made: griffe.Attribute, reading: Reading) -> Iterator[Field]:
    """Yield the keys of `TypedDict("M", {"a key": int}, total=False)`."""
    found = reading.classes.call(made)
    assert found is not None
    _, call = found
    settings = {each.arg: each.value for each in call.keywords}
    total = is_true(settings.get("total"), otherwise=True)
    given = call.args[1] if len(call.args) > 1 else settings.get("fields")
    if isinstance(given, ast.Dict):
        for key, annotation in zip(given.keys, given.values, strict=True):
            if isinstance(key, ast.Constant):
                yield _field(str(key.value), annotation, made, reading, total)
    if "extra_items" in settings:
        yield from _of_extra(settings["extra_items"], Scope(made.module), made, reading)


def _field(
    name: str, node: ast.expr, made: griffe.Attribute, reading: Reading, total: bool
) -> Field:
    expression = expression_of(node, made.module)
    if expression is None:
        type_: Type = ObjectOf(ast.unparse(node), "it is not a type")
        return Field(name, type_, may_be_missing=not total)
    scope = Scope(made.module)
    inner, required = _unwrapped(expression, scope, reading, total)
    reading.converter.standing = f"{made.name}_{name}" if name.isidentifier() else ""
    type_ = reading.converter.convert(inner, scope)
    reading.converter.standing = ""
    only = _only(inner, scope, reading)
    return Field(name, type_, may_be_missing=not required, only=only)


def _only(expression: Expression | None, scope: Scope, reading: Reading) -> tuple[str, ...]:
    """Return the values of a literal of bools, or of members of enums (Field.only)."""
    if expression is None:
        return ()
    use = named(expression, scope, reading.converter)
    found = [_value(each, use.scope, reading) for each in use.arguments or ()]
    is_literal = use.path == "typing.Literal" and all(found)
    return tuple(found) if is_literal and set(found) != {"True", "False"} else ()


def _value(expression: Expression, scope: Scope, reading: Reading) -> str:
    """Return `True`, or `shop:Color.RED`; nothing for any other value."""
    if not isinstance(expression, griffe.ExprAttribute):
        return str(expression) if str(expression) in {"True", "False"} else ""
    *before, member = expression.values
    owner = before[0] if len(before) == 1 else griffe.ExprAttribute(before)
    cls = reading.converter.resolve(owner, scope).object
    if not isinstance(cls, griffe.Class):
        return ""
    module = cls.module.path
    return f"{module}:{cls.path.removeprefix(f'{module}.')}.{member}"


def _unwrapped(
    expression: Expression, scope: Scope, reading: Reading, total: bool
) -> tuple[Expression, bool]:
    """Return what is inside `Required[…]`, `NotRequired[…]` and `ReadOnly[…]`, in any order, and
    whether the key must be there. What else `Annotated` says is kept."""
    required = total
    inner = expression
    while True:
        use = reading.converter.resolve(inner, scope)
        if not use.arguments or use.path not in _REQUIRED.keys() | _SAY_NOTHING:
            return expression, required
        required = _REQUIRED.get(use.path, required)
        inner = use.arguments[0]
        if use.path != "typing.Annotated":
            expression = inner


def _hashable(_made: Made, _classes: Classes) -> bool:
    return False


KIND = Kind(RecordKind.TYPED_DICT, _accepts, _slots, _hashable, is_called=False)
