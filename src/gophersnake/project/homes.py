"""Which Go package has which class, where several modules are generated together.

Each class is declared once. Its home is the module with the shortest name that offers it,
else the one that defines it. Go lets packages not import each other in a circle, as Python's
modules often do: modules of one circle have all their classes in one of them, and the others
import that one. Functions stay where they are, since no package needs another's functions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from graphlib import TopologicalSorter

from gophersnake.model import Declaration, Module, bases_of, named_in


@dataclass(frozen=True, slots=True)
class Settled:
    """A module with the declarations that its Go package is to have, and what it imports."""

    module: Module
    homes: Mapping[str, str]
    """For each class it uses and has not: the module whose package has it, by path."""
    aliases: tuple[Declaration, ...]
    """The classes it offers and has not."""


def settle(modules: Sequence[Module]) -> list[Settled]:
    """Return the modules with each class in one of them, each after those it imports."""
    return _Settling(modules).settled()


def worthwhile(modules: Sequence[Module]) -> list[Module]:
    """Return the modules that offer something which those of the packages around them do not."""
    by_name = {module.name: module for module in modules}
    offers = {module.name: _offers(module) for module in modules}
    return [
        module
        for module in modules
        if not any(parent in by_name for parent in _parents(module.name))
        or offers[module.name].difference(*(offers.get(each, ()) for each in _parents(module.name)))
    ]


def _offers(module: Module) -> set[object]:
    return {*module.offers, *((each.location, each.name) for each in module.functions)}


def _parents(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts))]


def _rank(name: str) -> tuple[int, str]:
    return _depth(name), name


def _depth(name: str) -> int:
    return name.count(".")


class _Settling:
    def __init__(self, modules: Sequence[Module]) -> None:
        self._modules = {module.name: module for module in modules}
        self._declarations = {each.path: each for module in modules for each in module.declarations}
        self._named = {path: named_in(each) for path, each in self._declarations.items()}
        self._mentioned = {each.name: named_in(each.functions) for each in modules}
        self._offering: dict[str, list[str]] = {}
        for module in modules:
            for path in module.offers:
                self._offering.setdefault(path, []).append(module.name)
        self._homes = {path: self._first_home(path) for path in self._declarations}
        self._keep_families_together()
        self._break_circles()

    def settled(self) -> list[Settled]:
        edges = self._edges()
        ordered = TopologicalSorter(
            {name: sorted(edges[name] - {name}) for name in sorted(edges)}
        ).static_order()
        return [self._settled(self._modules[name]) for name in ordered]

    def _settled(self, module: Module) -> Settled:
        own = [
            each for path, each in self._declarations.items() if self._homes[path] == module.name
        ]
        own.sort(key=lambda each: _place(each, module.name))
        aliases = sorted(path for path in module.offers if self._homes[path] != module.name)
        called = {
            path: name
            for other in self._modules.values()
            for path, name in other.called.items()
            if self._homes.get(path) == module.name
        }
        return Settled(
            replace(module, declarations=tuple(own), called=called),
            {
                path: home
                for path in self._used(module, own)
                if (home := self._homes[path]) != module.name
            },
            tuple(self._declarations[path] for path in aliases),
        )

    def _used(self, module: Module, own: Iterable[Declaration]) -> list[str]:
        found = {*self._mentioned[module.name], *module.offers}
        found.update(*(self._named[each.path] for each in own))
        return sorted(found & self._declarations.keys())

    def _first_home(self, path: str) -> str:
        offering = self._offering.get(path)
        if offering:
            return min(offering, key=_rank)
        defining = self._declarations[path].module
        if defining in self._modules:
            return defining
        return min(
            (
                module.name
                for module in self._modules.values()
                if any(each.path == path for each in module.declarations)
            ),
            key=_rank,
        )

    def _keep_families_together(self) -> None:
        """A class is where its bases are: its struct has theirs in it."""
        for path, declaration in sorted(self._declarations.items()):
            for base in sorted(bases_of(declaration) & self._declarations.keys()):
                one, other = self._homes[path], self._homes[base]
                # Of modules that are equally deep, that of the base.
                self._move({one, other}, min(other, one, key=_depth))

    def _break_circles(self) -> None:
        for circle in _circles(self._edges()):
            carriers = {self._modules[name].carrier for name in circle} & circle
            self._move(circle, min(carriers or circle, key=_rank))

    def _move(self, homes: set[str], home: str) -> None:
        for path, current in self._homes.items():
            if current in homes:
                self._homes[path] = home

    def _edges(self) -> dict[str, set[str]]:
        """Which packages each package imports, itself perhaps among them."""
        own: dict[str, list[Declaration]] = {name: [] for name in self._modules}
        for path, home in self._homes.items():
            own[home].append(self._declarations[path])
        edges = {}
        for name, module in self._modules.items():
            edges[name] = {self._homes[path] for path in self._used(module, own[name])}
            if module.carrier in self._modules:
                edges[name].add(module.carrier)
        return edges


def _place(declaration: Declaration, module: str) -> tuple[bool, str, int, str]:
    elsewhere = declaration.module != module
    return elsewhere, declaration.module, declaration.location.line, declaration.name


def _circles(edges: Mapping[str, set[str]]) -> list[set[str]]:
    """The strongly connected components of more than one module (Kosaraju's algorithm)."""
    order: list[str] = []
    _visit(sorted(edges), edges, order)
    backwards: dict[str, set[str]] = {name: set() for name in edges}
    for name, others in edges.items():
        for other in others:
            backwards[other].add(name)
    seen: set[str] = set()
    found = []
    for name in reversed(order):
        if name not in seen:
            component: list[str] = []
            _visit([name], backwards, component, seen)
            found.append(set(component))
    return [each for each in found if len(each) > 1]


def _visit(
    names: Iterable[str],
    edges: Mapping[str, set[str]],
    finished: list[str],
    seen: set[str] | None = None,
) -> None:
    """Go through all that can be reached from `names`, each once; append each when it is done."""
    seen = set() if seen is None else seen
    for name in names:
        waiting = [(name, False)]
        while waiting:
            current, done = waiting.pop()
            if done:
                finished.append(current)
            elif current not in seen:
                seen.add(current)
                waiting.append((current, True))
                waiting += [(each, False) for each in sorted(edges[current]) if each not in seen]
