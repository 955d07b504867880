"""NewTypes: of scalars they are types of their own, of anything else what they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gophersnake.model import (
    Location,
    Named,
    NewType,
    OptionalOf,
    Scalar,
    SequenceKind,
    SequenceOf,
    Type,
    Union,
)
from gophersnake.reader import read
from gophersnake.settings import Settings

if TYPE_CHECKING:
    from tests.reader.conftest import Project

PRELUDE = """
from typing import NewType
UserId = NewType("UserId", int)
AdminId = NewType("AdminId", UserId)
Quoted = NewType("Quoted", "int")
Path = NewType("Path", list[int])
Loop = NewType("Loop", "Loop")
"""
INT = Scalar.INT
USER = Named("m.UserId")


def test_of_a_scalar_it_is_declared_used_or_not(project: Project) -> None:
    found = {each.path: each for each in project.module(PRELUDE).declarations}
    assert found == {
        "m.UserId": NewType("m.UserId", "m", "UserId", INT, Location("m.py", 3, 1)),
        "m.AdminId": NewType("m.AdminId", "m", "AdminId", USER, Location("m.py", 4, 1)),
        "m.Quoted": NewType("m.Quoted", "m", "Quoted", INT, Location("m.py", 5, 1)),
    }


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("UserId", USER),
        ("AdminId | None", OptionalOf(Named("m.AdminId"))),
        ("list[UserId]", SequenceOf(SequenceKind.LIST, USER)),
        ("Path", SequenceOf(SequenceKind.LIST, INT)),
        ("UserId | int", INT),
        ("UserId | AdminId | None", OptionalOf(INT)),
    ],
)
def test_as_a_type(project: Project, annotation: str, wanted: Type) -> None:
    assert project.type_of(annotation, PRELUDE) == wanted


def test_in_a_union_it_is_what_it_is_of(project: Project) -> None:
    module = project.module(f"{PRELUDE}\ndef f(x: UserId | str): ...\n")
    (union,) = (each for each in module.declarations if isinstance(each, Union))
    assert union.cases == (INT, Scalar.STR)


def test_of_ints_of_any_size_it_is_one(project: Project) -> None:
    project.write("m.py", f"{PRELUDE}\ndef f(x: UserId): ...\n")
    module = read("m", settings=Settings(big_ints=("m",)))
    assert not [each for each in module.declarations if isinstance(each, NewType)]


def test_of_an_installed_package_it_is_what_it_is_of(project: Project) -> None:
    project.write("site-packages/installed/__init__.py", PRELUDE)
    project.write("m.py", "import installed\ndef f(x: installed.UserId): ...\n")
    module = read("m", search_paths=[project.folder, project.folder / "site-packages"])
    assert module.functions[0].parameters[0].type == INT
