"""The members of a class, whatever the class is: Go methods of its type, and functions where
there is no instance.

    Stack.push        Push          what is called Close or String in Python is Close_, String_
    Stack.size        Size, SetSize, DelSize
    Stack.of          StackOf       a class or static method, or a constant of the class
    Stack.map         StackMap      a method with a type variable that the class does not have
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gophersnake import model
from gophersnake.model import Access
from gophersnake.writer import functions, views
from gophersnake.writer.declarations.planned import Package
from gophersnake.writer.generics import has_own
from gophersnake.writer.naming import Names, spelled
from gophersnake.writer.output import Entry, Status, Subject
from gophersnake.writer.plan import OF_AN_INSTANCE, Plan, plan
from gophersnake.writer.reasons import member_entry
from gophersnake.writer.scope import Scope
from gophersnake.writer.types import Mappers, UnmappableError
from gophersnake.writer.words import exported, is_canonical, unexported

_PREFIXES = {Access.SET: "set_", Access.DELETE: "del_"}
_ORDER = list(Access)


@dataclass(frozen=True, slots=True)
class Member:
    plan: Plan
    names: Names


class Members:
    """The members of one class, planned; `name` gives them their names."""

    def __init__(self, members: Sequence[model.Function], types: Mappers) -> None:
        self._plans: list[Plan] = []
        self._skipped: list[Entry] = []
        self.named: list[Member] = []
        for function in _unique(members):
            try:
                self._plans.append(plan(function, types, method=_is_method(function)))
            except UnmappableError as error:
                self._skipped.append(_skipped(function, str(error)))

    def name(self, go: str, own: Scope, package: Scope) -> None:
        """Name the members of the class that is `go` in Go: `own` has the names of its methods,
        `package` those of everything else."""
        for each in sorted(self._plans, key=_precedence):
            self.named.append(Member(each, _names(each, go, own, package)))
        order = {id(each): place for place, each in enumerate(self._plans)}
        self.named.sort(key=lambda each: order[id(each.plan)])

    def sections(self, module: str, package: Package) -> Iterator[views.Section]:
        home = package.homes.of(module) if self.named else None
        for each in self.named:
            assert home is not None
            yield from functions.sections(home, each.plan, each.names, package.codecs)

    def entries(self, go: str) -> Iterator[Entry]:
        for each in self.named:
            on = f"{go}." if _is_method(each.plan.function) else ""
            yield member_entry(each.plan, f"{on}{each.names.function}")
        yield from self._skipped


def _unique(members: Sequence[model.Function]) -> Iterator[model.Function]:
    seen = set()
    for each in members:
        key = (each.known_as, each.access)
        if key not in seen:
            seen.add(key)
            yield each


def _precedence(plan: Plan) -> tuple[int, bool, str]:
    function = plan.function
    last = function.known_as.rpartition(".")[2]
    return _ORDER.index(function.access), not is_canonical(last), last


def _names(plan: Plan, go: str, own: Scope, package: Scope) -> Names:
    function = plan.function
    last = _PREFIXES.get(function.access, "") + spelled(function).rpartition(".")[2]
    of_instance = _is_method(function)
    variable = package.give(unexported(go) + exported(last))
    called = own.give(exported(last)) if of_instance else package.give(f"{go}{exported(last)}")
    whole = f"{go}{called}" if of_instance else called
    scope = own if of_instance else package
    return Names(
        function=called,
        options=package.give(f"{whole}Options") if plan.options else "",
        with_options=scope.give(f"{called}With") if plan.options and plan.values else "",
        variable=variable,
        on=go if of_instance else "",
        binds=package.give(f"{variable}For") if plan.variables else "",
    )


def _is_method(function: model.Function) -> bool:
    """Whether it is a method in Go: with type variables of its own it is a function."""
    return function.access in OF_AN_INSTANCE and not has_own(function)


def _skipped(function: model.Function, reason: str) -> Entry:
    return Entry(
        function.name, Status.SKIPPED, function.location, Subject.FUNCTION, reasons=(reason,)
    )
