"""Generic classes whose members lead to ever larger types: `Seq[T]` with a `Seq[list[T]]`.

Go makes each type that a program can reach when it is compiled, so there must be an end. The
type parameters of classes are the nodes of a graph: where a class mentions another with a
type argument that has its own type variable in it, there is an edge, which grows if the
argument is more than that variable. No circle may have an edge that grows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from gophersnake.model import (
    Access,
    Class,
    Declaration,
    Function,
    Named,
    ObjectOf,
    Record,
    Type,
    Variable,
    substituted,
    uses_in,
    variables_in,
)

_REASON = "types in it would go on without end, and Go makes them all when it compiles"
_Node = tuple[str, int]
_Edges = Mapping[_Node, set[_Node]]


def ended(declarations: Sequence[Declaration]) -> list[Declaration]:
    """Return the declarations with objects in place of types that would go on without end."""
    edges = _edges(declarations)
    if not any(edges.values()):
        return list(declarations)
    reachable = {node: _reachable(node, edges) for node in edges}
    return [_ended(each, reachable) for each in declarations]


def _edges(declarations: Sequence[Declaration]) -> _Edges:
    edges: dict[_Node, set[_Node]] = {}
    for each in declarations:
        places = _places(each)
        for use in uses_in(_instantiated(each)) if places else ():
            for path, place, argument in _flows(use, places):
                edges.setdefault((path, place), set()).add(argument)
    return edges


def _places(declaration: Declaration) -> dict[str, _Node]:
    """Return the nodes of a class's own type variables, by their paths."""
    if not isinstance(declaration, (Class, Record)):
        return {}
    return {each.path: (declaration.path, i) for i, each in enumerate(declaration.variables)}


def _instantiated(declaration: Declaration) -> tuple[object, ...]:
    """Return what comes into being with a class's Go type: its fields, bases and methods."""
    if isinstance(declaration, Class):
        return declaration.bases, tuple(filter(_is_method, declaration.members))
    assert isinstance(declaration, Record)
    return declaration.fields, tuple(filter(_is_method, declaration.methods))


def _is_method(function: Function) -> bool:
    return function.access not in (Access.CALL, Access.CONSTANT)


def _flows(use: Named, places: Mapping[str, _Node]) -> Iterator[tuple[str, int, _Node]]:
    for place, argument in enumerate(use.arguments):
        for variable in variables_in(argument):
            if variable.path in places:
                own, number = places[variable.path]
                yield own, number, (use.path, place)


def _reachable(node: _Node, edges: _Edges) -> set[_Node]:
    found: set[_Node] = set()
    waiting = [node]
    while waiting:
        for each in edges.get(waiting.pop(), ()):
            if each not in found:
                found.add(each)
                waiting.append(each)
    return found


def _ended(declaration: Declaration, reachable: _Edges) -> Declaration:
    places = _places(declaration)

    def grows(use: Named) -> bool:
        return any(
            not isinstance(use.arguments[target[1]], Variable)
            and (own, number) in reachable.get(target, ())
            for own, number, target in _flows(use, places)
        )

    def chosen(use: Named) -> Type:
        if grows(use):
            return ObjectOf(f"{use.path.rpartition('.')[2]}[...]", _REASON)
        return replace(use, arguments=substituted(use.arguments, chosen, Named))

    if isinstance(declaration, Class) and places:
        return replace(
            declaration,
            bases=tuple(each for each in declaration.bases if not grows(each)),
            members=substituted(declaration.members, chosen, Named),
        )
    if isinstance(declaration, Record) and places:
        return replace(
            declaration,
            fields=substituted(declaration.fields, chosen, Named),
            methods=substituted(declaration.methods, chosen, Named),
        )
    return declaration
