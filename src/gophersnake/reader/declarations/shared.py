"""Classes that several modules of one package use are read once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from gophersnake.model import Declaration
from gophersnake.reader.declarations.endless import ended
from gophersnake.reader.declarations.family import Made
from gophersnake.reader.declarations.generics import keyed
from gophersnake.reader.declarations.once import Once
from gophersnake.reader.library import Library


@dataclass
class Led:
    """What the reading of a class led to: other classes, and literals and unions."""

    classes: dict[str, Made] = field(default_factory=dict)
    added: list[Declaration] = field(default_factory=list)


@dataclass(frozen=True)
class Kept:
    """A class as it was read, what that led to, and the modules that were asked for."""

    declaration: Declaration
    led: Led
    asked: tuple[frozenset[str], frozenset[str]]


class Shared:
    """The classes that are read in one session, by path."""

    def __init__(self, types: Library, sources: Library) -> None:
        self._libraries = (types, sources)
        self._kept: dict[str, Kept] = {}
        self._finished: dict[str, Declaration] = {}
        self.once = Once()

    def read(self, path: str, read: Callable[[], tuple[Declaration, Led]]) -> Kept:
        """Return what `read` returned for this path when it was first asked for. The modules that
        it asked for count as asked for now."""
        if path not in self._kept:
            before = [library.asked for library in self._libraries]
            types, sources = self._libraries
            types.asked, sources.asked = set(), set()
            try:
                declaration, led = read()
            finally:
                asked = (frozenset(types.asked), frozenset(sources.asked))
                types.asked, sources.asked = before
            self._kept[path] = Kept(declaration, led, asked)
        kept = self._kept[path]
        for library, modules in zip(self._libraries, kept.asked, strict=True):
            library.asked |= modules
        return kept

    def finished(self, declarations: Sequence[Declaration]) -> list[Declaration]:
        """Return classes with what is told of them by all that they lead to, which is among them.
        That is the same in each module, so each class is finished when it first comes: those
        that were finished before do not lead to one that was not."""
        new = [each for each in declarations if each.path not in self._finished]
        self._finished.update((each.path, each) for each in keyed(ended(new), self._finished))
        return [self._finished[each.path] for each in declarations]
