"""Names for types: `Vec = list[float]`, `Vec: TypeAlias = …`, `type Vec = …` (PEP 695)."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from typing import TypeGuard

import griffe

from gophersnake.model import Named, ObjectOf, Type
from gophersnake.reader.annotations import calls
from gophersnake.reader.annotations.knots import Knot, knot, tied
from gophersnake.reader.annotations.names import Place, alias, mentioned
from gophersnake.reader.annotations.use import Bound, Converts, Expression, Scope, Use
from gophersnake.reader.annotations.variables import bound, paths_of
from gophersnake.reader.parsing import expression_of, node_of
from gophersnake.unquoting import unquoted

AliasObject = griffe.Attribute | griffe.TypeAlias

_VARIABLES = {"typing.TypeVar", "typing.ParamSpec", "typing.TypeVarTuple"}
_SECOND_ARGUMENT = {"typing.NewType", "typing.TypeAliasType"}


class _Recursive(Exception):
    """An alias stands in its own definition."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def is_alias(obj: griffe.Object | None) -> TypeGuard[AliasObject]:
    """Whether an object is a name given to a value, which may be a type."""
    return isinstance(obj, (griffe.Attribute, griffe.TypeAlias)) and obj.value is not None


def is_type_name(attribute: griffe.Attribute, converter: Converts) -> bool:
    """Whether a variable is a name for a type, or a type variable, rather than a value."""
    scope = Scope(attribute.module)
    if attribute.annotation is not None:
        return converter.resolve(attribute.annotation, scope).path == "typing.TypeAlias"
    seen: set[str] = set()
    waiting: list[Expression | None] = [attribute.value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, griffe.ExprCall):
            called = converter.resolve(value.function, scope).path
            known = called in _VARIABLES | _SECOND_ARGUMENT
            if not known and not calls.makes_type(value, scope, converter):
                return False
            continue
        if isinstance(value, griffe.ExprBinOp) and value.operator == "|":
            waiting += [side for side in (value.left, value.right) if side != "None"]
            continue
        use = converter.resolve(value, scope) if isinstance(value, griffe.Expr) else None
        if use is None or not use.path or use.path in seen:
            return False
        seen.add(use.path)
        if isinstance(use.object, griffe.Attribute):
            if use.object.annotation is not None:
                return is_type_name(use.object, converter)
            waiting.append(use.object.value)
        elif not isinstance(use.object, (griffe.Class, griffe.TypeAlias)):
            return converter.knows(use.path)
    return True


def named(expression: Expression, scope: Scope, converter: Converts) -> Use:
    """Return the named type behind an expression, through type variables and plain aliases."""
    seen: set[str] = set()
    use = converter.resolve(expression, scope)
    while use.path not in seen:
        seen.add(use.path)
        if use.path in use.scope.bindings:
            bound = use.scope.bindings[use.path]
            if not isinstance(bound, Bound):
                break
            use = converter.resolve(bound.expression, bound.scope)
        elif is_alias(use.object) and use.arguments is None:
            value = _value(use.object, converter)
            if value is None or isinstance(value, griffe.ExprCall):
                break  # a type variable, or a class that a call makes
            use = converter.resolve(value, Scope(use.object.module))
    return use


def is_type_variable(use: Use, converter: Converts) -> bool:
    """Whether a use is of a type variable, of a module's or of PEP 695."""
    if use.path.endswith("]"):
        return True
    return isinstance(use.object, griffe.Attribute) and _called(use.object, converter) in _VARIABLES


def expand(use: Use, converter: Converts) -> Type:
    """Return the type an alias stands for, with its type parameters put in.

    One that stands in its own definition is declared; an object where Go would not have it.
    """
    if use.path in use.scope.expanding:
        names = None
        if use.arguments is None:
            names = tied(use.path, use.scope.expanding, lambda path: _knot(path, converter))
        if names is None:
            raise _Recursive(use.path)
        converter.knots.update(names)
        if names:
            return Named(use.path)  # as which it is declared, once all its types are known
    key = (use.path, converter.passing)
    found = converter.expanded.get(key) if use.arguments is None else None
    if found is None:
        found = _expanded(use, converter)
        if use.arguments is None and use.object is not None:
            found = _named(found, use, converter)
        if use.arguments is None:
            converter.expanded[key] = found
    return use.refused(found.reason) if isinstance(found, ObjectOf) else found


def _knot(path: str, converter: Converts) -> Knot:
    obj = converter.library.follow(path).object
    if not is_alias(obj) or any(True for _ in _variables(obj, converter)):
        return Knot.NONE
    return knot(_value(obj, converter), obj.module, converter)


def _named(found: Type, use: Use, converter: Converts) -> Type:
    """Return what an alias stands for under its name, unless something else may be passed than
    what comes back: both cannot have the name."""
    if converter.passing:
        with converter.where(passing=False):
            coming = _expanded(use, converter)
        if found != coming and use.path not in mentioned(found):
            return found
        found = coming
    return _declared(found, use, converter)


def _declared(found: Type, use: Use, converter: Converts) -> Type:
    """Declare a literal, a union or what ends by having a name, under that of its alias."""
    assert use.object is not None
    place = Place(
        use.object.module.path,
        use.object.name,
        converter.library.location(use.object),
    )
    docstring = use.object.docstring
    doc = inspect.cleandoc(docstring.value) if docstring else ""
    is_knot = use.path in converter.knots or use.path in mentioned(found)
    named = alias(found, use.path, place, doc, converter.declarations, is_knot=is_knot)
    if named is found and is_knot:
        return use.refused(f"{use.path} is defined by itself")
    return named


def _expanded(use: Use, converter: Converts) -> Type:
    obj = use.object
    value = _value(obj, converter) if is_alias(obj) else None
    if not is_alias(obj) or value is None:
        return use.refused("it is not a type")
    bindings = bound(dict.fromkeys(_variables(obj, converter)), use, use.scope, converter)
    scope = Scope(obj.module, bindings, (*use.scope.expanding, use.path))
    try:
        return converter.convert(value, scope)
    except _Recursive as error:
        if error.path != use.path:
            raise
        return use.refused(f"{use.path} is defined by itself")


def _called(obj: AliasObject, converter: Converts) -> str:
    """Return the path of the function whose result an alias is given; empty where there is none."""
    value = obj.value
    if not isinstance(value, griffe.ExprCall):
        return ""
    return converter.resolve(value.function, Scope(obj.module)).path


def _value(obj: AliasObject, converter: Converts) -> Expression | None:
    """Return the type expression of an alias, None for a type variable."""
    value = obj.value
    if isinstance(value, griffe.ExprCall):
        path = _called(obj, converter)
        if path in _SECOND_ARGUMENT and len(value.arguments) > 1:
            return value.arguments[1]
        if path in _VARIABLES:
            return None
    return value


def _variables(obj: AliasObject, converter: Converts) -> Iterator[str]:
    """Yield the paths of an alias's type parameters in order."""
    if isinstance(obj, griffe.TypeAlias):
        yield from paths_of(obj)
        return
    scope = Scope(obj.module)
    for name in _names(_unquoted(obj)):
        resolved = converter.resolve(name, scope)
        if is_type_variable(resolved, converter):
            yield resolved.path


def _unquoted(obj: griffe.Attribute) -> Expression | None:
    """Return an alias's value with what is quoted in it as what it says."""
    node = node_of(obj)
    if not isinstance(node, (ast.Assign, ast.AnnAssign)) or node.value is None:
        return obj.value
    return expression_of(unquoted(node.value), obj.module)


def _names(expression: Expression | None) -> Iterator[griffe.ExprName | griffe.ExprAttribute]:
    if isinstance(expression, (griffe.ExprName, griffe.ExprAttribute)):
        yield expression
    elif isinstance(expression, griffe.Expr):
        for part in expression:
            if part is not expression:
                yield from _names(part)
