"""The names of a package: which function is called what in Go.

Plain snake_case comes first, then the order of the alphabet: where the functions stand in the
Python file does not matter, so moving one renames none. Functions come before what is named
after them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gophersnake.model import Access, Function
from gophersnake.writer.plan import Plan
from gophersnake.writer.scope import NOT_FOR_PACKAGES, Scope
from gophersnake.writer.words import exported, is_canonical, unexported

MODULE = "module"
SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one function in Go."""

    function: str
    options: str
    """The struct of the parameters that may be left out."""
    with_options: str
    """The second form of a function with *args."""
    variable: str
    """The variable that holds the bound function."""
    on: str = ""
    """The type that it is a method of, if it is one."""
    binds: str = ""
    """The function that binds it for type arguments, if it is generic."""

    def link(self, name: str) -> str:
        """What doc comments link to the function by, or its second form."""
        return f"{self.on}.{name}" if self.on else name


def package_scope() -> Scope:
    return Scope({*NOT_FOR_PACKAGES, MODULE, SOURCES})


def name_all(plans: Sequence[Plan], scope: Scope) -> dict[str, Names]:
    """The names of all functions of a package, by what each is known as."""
    order = sorted({plan.function.known_as: plan for plan in plans}.items(), key=_precedence)
    functions = {name: scope.give(exported(spelled(plan.function))) for name, plan in order}
    variables = {name: scope.give(unexported(name)) for name, _ in order}
    names = {}
    for name, plan in order:
        own = functions[name]
        has_options = bool(plan.options)
        names[name] = Names(
            function=own,
            options=scope.give(f"{own}Options") if has_options else "",
            with_options=scope.give(f"{own}With") if has_options and plan.values else "",
            variable=variables[name],
            binds=scope.give(f"{variables[name]}For") if plan.variables else "",
        )
    return names


def spelled(function: Function) -> str:
    """What a function is called, in Python's spelling; a constant's capitals as small letters."""
    owner, dot, last = function.known_as.rpartition(".")
    is_constant = function.access is Access.CONSTANT and last.isupper()
    return f"{owner}{dot}{last.lower()}" if is_constant else function.known_as


def _precedence(item: tuple[str, Plan]) -> tuple[bool, str]:
    return not is_canonical(item[0]), item[0]
