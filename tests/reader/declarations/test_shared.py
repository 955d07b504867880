"""A class that several modules of a package use is read once, and is the same in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gophersnake import reader
from gophersnake.model import Module, Record
from gophersnake.reader.declarations.once import Once

if TYPE_CHECKING:
    from tests.reader.conftest import Project

MODULE = """
from __future__ import annotations
from dataclasses import dataclass
from typing import Literal
from pkg import {other}

Size = int | str

@dataclass
class {name}:
    mode: Literal["a", "b"]
    size: Size
    other: {other}.{other_name} | None = None

def make(x: {name}, y: {other}.{other_name}) -> {name}: ...
"""


def _read(project: Project, *names: str) -> list[Module]:
    project.write("pkg/__init__.py", "")
    project.write("pkg/one.py", MODULE.format(name="One", other="two", other_name="Two"))
    project.write("pkg/two.py", MODULE.format(name="Two", other="one", other_name="One"))
    session = reader.Session("pkg")
    return [session.read(name) for name in names]


def test_each_module_has_what_it_has_alone(project: Project) -> None:
    alone = [_read(project, name)[0] for name in ("pkg.one", "pkg.two")]
    assert _read(project, "pkg.one", "pkg.two") == alone
    assert _read(project, "pkg.two", "pkg.one") == alone[::-1]
    assert {each.name for each in alone[0].declarations} == {
        *("One", "Two", "Size", "One_mode", "Two_mode")
    }


def test_a_class_is_read_once(project: Project) -> None:
    one, two = _read(project, "pkg.one", "pkg.two")
    first = {each.path: each for each in one.declarations}
    assert all(first[each.path] is each for each in two.declarations if each.name in ("One", "Two"))


def test_what_is_not_read_again_is_asked_for_all_the_same(project: Project) -> None:
    _read(project)
    session = reader.Session("pkg")
    session.read("pkg.one")
    first = set(session.asked())
    session.read("pkg.two")
    assert {"pkg.one", "pkg.two"} <= first & set(session.asked())


GENERIC = """
from __future__ import annotations
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K")

@dataclass
class Counted(Generic[K]):
    counts: dict[K, int]

@dataclass
class Around(Generic[K]):
    counted: Counted[K]
    further: Endless[K] | None

@dataclass
class Endless(Generic[K]):
    around: Around[list[K]] | None
"""


def test_what_others_tell_of_a_class_is_the_same_in_each_module(project: Project) -> None:
    project.write("pkg/__init__.py", "")
    project.write("pkg/first.py", GENERIC)
    for name, cls in (("a", "Counted"), ("b", "Around"), ("c", "Endless")):
        project.write(
            f"pkg/{name}.py",
            f"from pkg.first import {cls}\ndef use(x: {cls}[int]) -> None: ...\n",
        )
    names = ["pkg.a", "pkg.b", "pkg.c"]
    alone = [reader.Session("pkg").read(name) for name in names]
    session = reader.Session("pkg")
    assert [session.read(name) for name in names] == alone
    session = reader.Session("pkg")
    assert [session.read(name) for name in reversed(names)] == alone[::-1]
    around = {each.name: each for each in alone[1].declarations}
    assert isinstance(around["Around"], Record)
    assert around["Around"].variables[0].is_key


ALIAS = """
from __future__ import annotations
from dataclasses import dataclass

@dataclass
class Inner:
    x: int

Either = Inner | str

def first(x: Either) -> None: ...

@dataclass
class Outer:
    either: Either

def second(x: Outer) -> None: ...
"""


def test_an_alias_that_was_known_leads_to_its_classes_too(project: Project) -> None:
    project.write("pkg/__init__.py", "")
    project.write("pkg/one.py", ALIAS)
    project.write("pkg/two.py", "from pkg.one import Outer\ndef use(x: Outer) -> None: ...\n")
    session = reader.Session("pkg")
    session.read("pkg.one")
    together = session.read("pkg.two")
    assert {each.name for each in together.declarations} == {"Inner", "Outer", "Either"}
    assert together == reader.Session("pkg").read("pkg.two")


def test_things_are_found_out_once_for_each_object() -> None:
    asked: list[list[int]] = []

    def find(part: list[int]) -> int:
        asked.append(part)
        return sum(part)

    once = Once()
    one, equal = [1, 2], [1, 2]
    assert [once.of(find, each) for each in (one, equal, one)] == [3, 3, 3]
    assert list(map(id, asked)) == [id(one), id(equal)]
