"""What belongs to a declared class without being a method of it: constructors, functions of
its class and static methods, their options, the sentinel of an exception, the values of an enum.

A package that has the class by another name has them too, since its users look there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gophersnake.writer import views


@dataclass(frozen=True, slots=True)
class Belonging:
    """One name at the top of the package that has the class."""

    keyword: str
    """What declares it under another name."""
    name: str
    doc: views.Lines


def belongings(sections: Iterable[views.Section]) -> Iterator[Belonging]:
    """Yield what is exported by the sections of a declared class, but for the class itself.
    Generic functions have no other names in Go."""
    for section in sections:
        view = section.view
        if isinstance(view, views.Options) and view.name.isidentifier():
            yield Belonging("type", view.name, view.doc)
        elif isinstance(view, views.Sentinel):
            yield Belonging("const", view.name, view.doc)
        elif isinstance(view, views.Choice):
            yield from (Belonging("const", each.name, each.doc) for each in view.constants)
        elif isinstance(view, views.Function) and not view.receiver and view.name.isidentifier():
            yield Belonging("var", view.name, view.doc)
