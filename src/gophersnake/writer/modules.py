"""The variables of the Python modules that a package calls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gophersnake.model import Module
from gophersnake.writer import views
from gophersnake.writer.gotext import quoted
from gophersnake.writer.naming import MODULE, SOURCES
from gophersnake.writer.packaging import Sources
from gophersnake.writer.scope import Scope
from gophersnake.writer.words import unexported


@dataclass(frozen=True, slots=True)
class Home:
    """The module that a function is called in."""

    module: str
    """Its name in Python."""
    variable: str
    """What holds it in Go."""


class Homes:
    """Gives the module itself, and each other one that its declarations come from, a variable."""

    def __init__(self, module: Module, scope: Scope) -> None:
        self._module = module
        self._scope = scope
        self._homes = {module.name: Home(module.name, MODULE)}

    def of(self, name: str) -> Home:
        if name not in self._homes:
            variable = self._scope.give(f"{unexported(name.replace('.', '_'))}Module")
            self._homes[name] = Home(name, variable)
        return self._homes[name]

    def sections(self, sources: Sources) -> Iterator[views.Section]:
        arguments = []
        if self._module.carrier:
            arguments = [f"bind.CarriedBy({quoted(self._module.carrier)})"]
        if sources.patterns:
            yield views.Section("embedded.go.j2", views.Embedded(sources.patterns, SOURCES))
            digest = quoted(self._module.digest)
            arguments = [f"bind.Sources({SOURCES}, {quoted(sources.root)}, {digest})"]
        for home in self._homes.values():
            view = views.Module(home.variable, (quoted(home.module), *arguments))
            yield views.Section("module.go.j2", view)
