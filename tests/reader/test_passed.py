"""Protocols of what a value can do: as parameters they are what a Go programmer would pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gophersnake.model import (
    CallableOf,
    CallableParameter,
    IterationKind,
    IterationOf,
    MappingKind,
    MappingOf,
    Named,
    ObjectOf,
    OptionalOf,
    Scalar,
    SequenceKind,
    SequenceOf,
    Standard,
    Type,
)

if TYPE_CHECKING:
    from tests.reader.conftest import Project

PRELUDE = """
import typing
from typing import SupportsBytes, SupportsComplex, SupportsFloat, SupportsIndex, SupportsInt
from _typeshed import (
    BytesPath, FileDescriptorOrPath, ReadableBuffer, StrOrBytesPath, SupportsKeysAndGetItem,
    SupportsLenAndGetItem,
)
Number = SupportsFloat | SupportsIndex
Word = str | SupportsInt
Tree = str | SupportsInt | list["Tree"]
"""
FLOAT_BACK = ObjectOf("SupportsFloat", "any type with the right method is accepted")


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("SupportsFloat", Scalar.FLOAT),
        ("SupportsInt", Scalar.INT),
        ("SupportsIndex", Scalar.INT),
        ("SupportsComplex", Scalar.COMPLEX),
        ("SupportsBytes", Scalar.BYTES),
        ("Number", Scalar.FLOAT),
        ("Number | None", OptionalOf(Scalar.FLOAT)),
        (
            "Iterable[SupportsFloat]",
            IterationOf(IterationKind.ITERABLE, Scalar.FLOAT),
        ),
        ("StrOrBytesPath", Standard.STR_PATH),
        ("FileDescriptorOrPath", Standard.STR_PATH),
        ("BytesPath", Scalar.BYTES),
        ("ReadableBuffer", Scalar.BUFFER),
        (
            "SupportsKeysAndGetItem[str, SupportsInt]",
            MappingOf(MappingKind.MAPPING, Scalar.STR, Scalar.INT),
        ),
        ("SupportsLenAndGetItem[int]", SequenceOf(SequenceKind.SEQUENCE, Scalar.INT)),
    ],
)
def test_parameters(project: Project, annotation: str, wanted: Type) -> None:
    assert project.type_of(annotation, PRELUDE) == wanted


@pytest.mark.parametrize("annotation", ["SupportsAbs", "SupportsRound"])
def test_methods_that_no_conversion_stands_for(project: Project, annotation: str) -> None:
    wanted = ObjectOf(f"typing.{annotation}", "any type with the right method is accepted")
    assert project.type_of(f"typing.{annotation}") == wanted


def test_results_stay_what_they_are(project: Project) -> None:
    function = project.function(f"{PRELUDE}\ndef f(x: SupportsFloat) -> SupportsFloat: ...")
    assert function.parameters[0].type is Scalar.FLOAT
    assert function.result == FLOAT_BACK


def test_a_callable_gives_and_takes_the_other_way_round(project: Project) -> None:
    function = "Callable[[SupportsFloat], SupportsFloat]"
    assert project.type_of(function, PRELUDE) == CallableOf(
        (CallableParameter(FLOAT_BACK),), Scalar.FLOAT
    )
    call = "def __call__(self, x: SupportsFloat) -> SupportsFloat: ..."
    found = project.type_of("Scale", f"{PRELUDE}\nclass Scale(typing.Protocol):\n    {call}\n")
    assert isinstance(found, CallableOf)
    assert found.parameters is not None
    assert (found.parameters[0].type, found.result) == (FLOAT_BACK, Scalar.FLOAT)


def test_only_what_also_comes_back_has_the_name_of_its_alias(project: Project) -> None:
    module = project.module(f"{PRELUDE}\ndef f(x: Word) -> Word: ...")
    (function,) = [each for each in module.functions if each.name == "f"]
    assert function.parameters[0].type == Named("m.int | str")
    assert function.result == Named("m.Word")
    assert {each.name for each in module.declarations} == {"int_or_str", "Word"}


def test_an_alias_in_itself_is_what_it_is_everywhere(project: Project) -> None:
    module = project.module(f"{PRELUDE}\ndef f(x: Tree): ...")
    (f,) = [each for each in module.functions if each.name == "f"]
    assert f.parameters[0].type == Named("m.Tree")
    assert [each.name for each in module.declarations] == ["Tree"]
