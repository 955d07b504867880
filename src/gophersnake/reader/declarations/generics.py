"""The type variables of classes, and what they stand for in the classes that inherit from them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import griffe

from gophersnake.model import (
    Class,
    Declaration,
    Named,
    ObjectOf,
    Record,
    Scalar,
    Type,
    Variable,
    keyings_in,
    keys_in,
)
from gophersnake.reader.annotations.use import Bound, Converts, Scope, Use
from gophersnake.reader.annotations.variables import (
    KINDS,
    TYPE_VARIABLE,
    given,
    of_class,
    variable,
)
from gophersnake.reader.classes import Classes

Bindings = Mapping[str, Bound | Type | None]
_GENERICS = (Class, Record)
_OTHERS = "its class is generic over parameters of functions too, which Go cannot be"


def variables_of(cls: griffe.Class, classes: Classes, converter: Converts) -> list[tuple[Use, str]]:
    """Return the type variables that a class is generic over, in order, and what made each."""
    return of_class(cls, classes.bases(cls), converter)


def mapped(variables: Collection[tuple[Use, str]]) -> bool:
    """Whether Go can be generic over the same type variables."""
    return all(kind == TYPE_VARIABLE for _, kind in variables)


@dataclass(frozen=True)
class Lineage:
    """What type variables stand for in a class, and in those it inherits from."""

    variables: tuple[Variable, ...]
    """Those that the class is generic over in Go."""
    bindings: Mapping[str, Bindings]
    """By the path of the class that an annotation stands in."""

    def of(self, path: str) -> Bindings:
        return self.bindings.get(path, {})

    def arguments(self, base: griffe.Class, variables: Collection[str]) -> tuple[Type, ...]:
        """Return what these type variables of a base stand for."""
        known = self.of(base.path)
        found = (known.get(path) for path in variables)
        return tuple(Scalar.ANY if _is_open(each) else each for each in found)  # type: ignore[misc]


def lineage(cls: griffe.Class, classes: Classes, converter: Converts, refused: str = "") -> Lineage:
    """Return the lineage of a class; `refused` is why it is not generic in Go, if it is not."""
    own = variables_of(cls, classes, converter)
    reason = refused or ("" if mapped(own) else _OTHERS)
    bound: dict[str, Bound | Type | None] = {}
    for use, kind in own:
        if kind != TYPE_VARIABLE:
            bound[use.path] = use.refused(KINDS[kind])
        else:
            bound[use.path] = use.refused(reason) if reason else variable(use, converter)
    variables = tuple(each for each in bound.values() if isinstance(each, Variable))
    itself: dict[str, Bindings] = {}
    instance = Named(cls.path, variables)
    for each, bindings in _above(cls, bound, classes, converter):
        itself.setdefault(each.path, {"typing.Self": instance, **bindings})
    return Lineage(variables, itself)


def _above(
    cls: griffe.Class, bindings: Bindings, classes: Classes, converter: Converts
) -> Iterator[tuple[griffe.Class, Bindings]]:
    waiting: list[tuple[griffe.Class, Bindings]] = [(cls, bindings)]
    seen: set[str] = set()
    while waiting:
        each, known = waiting.pop(0)
        if each.path in seen:
            continue
        seen.add(each.path)
        yield each, known
        for use in classes.bases(each):
            base = use.object
            if not isinstance(base, griffe.Class):
                continue
            paths = [variable.path for variable, _ in variables_of(base, classes, converter)]
            waiting.append((base, given(paths, use, Scope(each.module, known), converter)))


def _is_open(type_: object) -> bool:
    return type_ is None or type_ is Scalar.NONE or isinstance(type_, (Bound, ObjectOf))


def keyed(
    declarations: Sequence[Declaration], known: Mapping[str, Declaration]
) -> list[Declaration]:
    """Return the declarations with what is a key of their type variables (Variable.is_key). A
    class may have keys by way of another, so it goes on until nothing is new. Of the classes in
    `known`, by path, it has been told already."""
    generic = [each for each in declarations if isinstance(each, _GENERICS) and each.variables]
    keyings = {each.path: frozenset(keyings_in(each)) for each in generic}
    places: dict[str, set[int]] = {each.path: set() for each in generic}

    def keys_of(path: str) -> set[int]:
        return places[path] if path in places else _keys_of(known.get(path))

    changed = True
    while changed:
        changed = False
        for cls in generic:
            keys = keys_in(keyings[cls.path], keys_of)
            found = {place for place, each in enumerate(cls.variables) if each.path in keys}
            changed |= found != places[cls.path]
            places[cls.path] = found
    return [_keyed(each, places.get(each.path, set())) for each in declarations]


def _keys_of(declaration: Declaration | None) -> set[int]:
    variables = declaration.variables if isinstance(declaration, _GENERICS) else ()
    return {place for place, each in enumerate(variables) if each.is_key}


def _keyed(declaration: Declaration, places: set[int]) -> Declaration:
    if not isinstance(declaration, _GENERICS) or not places:
        return declaration
    variables = (
        replace(each, is_key=place in places) for place, each in enumerate(declaration.variables)
    )
    return replace(declaration, variables=tuple(variables))
