"""A class that several modules of a package use is read once, and is the same in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gophersnake import reader
from gophersnake.model import Module

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
