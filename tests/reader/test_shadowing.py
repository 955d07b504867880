"""Values with the name of a type, which hide it from no annotation."""

from __future__ import annotations

import pytest

from gophersnake.model import (
    Access,
    Class,
    MappingKind,
    MappingOf,
    Named,
    OptionalOf,
    Record,
    Scalar,
    SequenceKind,
    SequenceOf,
    Standard,
    Type,
)
from tests.reader.conftest import Project

INTS = SequenceOf(SequenceKind.LIST, Scalar.INT)
PRELUDE = """
import datetime
from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple, TypedDict
"""


@pytest.mark.parametrize(
    ("field", "wanted"),
    [
        ("date: date", Standard.DATE),
        ("date: 'date'", Standard.DATE),
        ("time: time | None", OptionalOf(Standard.TIME)),
        ("datetime: datetime.datetime", Standard.DATETIME),
        ("int: int", Scalar.INT),
        ("list: list[int]", INTS),
        ("dict: dict[str, int]", MappingOf(MappingKind.DICT, Scalar.STR, Scalar.INT)),
    ],
)
@pytest.mark.parametrize("base", ["", "(NamedTuple)", "(TypedDict)"])
def test_a_field_may_have_the_name_of_its_type(
    project: Project, field: str, wanted: Type, base: str
) -> None:
    decorator = "" if base else "@dataclass"
    module = project.module(f"{PRELUDE}\n{decorator}\nclass R{base}:\n    {field}\n")
    (record,) = module.declarations
    assert isinstance(record, Record)
    assert [each.type for each in record.fields] == [wanted]


def test_members_may_have_the_names_of_types(project: Project) -> None:
    module = project.module(
        PRELUDE
        + """
class Shop:
    Price = float
    Same = Price
    list = list
    def __init__(self, date: date) -> None:
        self.date = date
    def day(self) -> date: ...
    def set(self) -> set[int]: ...
    def items(self) -> list[int]: ...
    def price(self, x: Same) -> Price: ...
    class time: ...
    def watch(self) -> time: ...
    @property
    def str(self) -> str: ...
"""
    )
    shop = next(each for each in module.declarations if isinstance(each, Class))
    results = {each.name.removeprefix("Shop."): each.result for each in reversed(shop.members)}
    assert results["date"] == results["day"] == Standard.DATE
    assert results["items"] == INTS
    assert results["price"] == Scalar.FLOAT
    assert results["watch"] == Named("m.Shop.time")
    assert results["str"] == Scalar.STR


def test_functions_may_have_the_names_of_builtins(project: Project) -> None:
    function = project.function("def list() -> list[int]: ...")
    assert function.result == INTS


def test_names_that_stand_for_each_other_end(project: Project) -> None:
    module = project.module("class A:\n    a = b\n    b = a\n    def f(self) -> a: ...\n")
    assert module.declarations


@pytest.mark.parametrize(
    "value",
    [
        "date: date",
        "date: date = date(2020, 1, 1)",
        "date = date(2020, 1, 1)",
        "date = 1",
        "def date() -> None: ...",
    ],
)
@pytest.mark.parametrize("annotation", ["date", "'date'", "list[date]"])
def test_variable_of_a_module_may_have_the_name_of_its_type(
    project: Project, value: str, annotation: str
) -> None:
    read = project.function(f"{PRELUDE}\n{value}\ndef f(x: {annotation}): ...\n")
    many = SequenceOf(SequenceKind.LIST, Standard.DATE)
    assert read.parameters[0].type == (many if "list" in annotation else Standard.DATE)


def test_variable_of_a_module_that_has_the_name_of_its_type_is_of_it(project: Project) -> None:
    module = project.module(f"{PRELUDE}\ndate: date = date(2020, 1, 1)\nlist: list[int] = []\n")
    results = {
        each.name: each.result for each in module.functions if each.access is Access.CONSTANT
    }
    assert results == {"date": Standard.DATE, "list": INTS}


@pytest.mark.parametrize(
    "alias", ["date = int", "date: TypeAlias = int", "date = NewType('date', int)"]
)
def test_type_of_a_module_hides_one_that_is_imported(project: Project, alias: str) -> None:
    imports = "from datetime import date\nfrom typing import NewType, TypeAlias"
    read = project.function(f"{imports}\n{alias}\ndef f(x: date): ...\n")
    assert read.parameters[0].type in (Scalar.INT, Named("m.date"))


def test_class_may_have_the_name_of_its_base(project: Project) -> None:
    project.write(
        "base.py", "from dataclasses import dataclass\n@dataclass\nclass Config:\n    x: int\n"
    )
    module = project.module(
        """
from dataclasses import dataclass
from base import Config
@dataclass
class Config(Config):
    y: int
class Exception(Exception): ...
class K:
    @dataclass
    class Config(Config):
        z: int
    def f(self, c: Config) -> None: ...
"""
    )
    found = {each.path: each for each in module.declarations}
    for path, wanted in {"m.Config": ["x", "y"], "m.K.Config": ["x", "y", "z"]}.items():
        record = found[path]
        assert isinstance(record, Record)
        assert [each.name for each in record.fields] == wanted
    exception = found["m.Exception"]
    assert isinstance(exception, Class)
    assert exception.is_exception
