"""Sentinels: values that stand for something left out (PEP 661)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gophersnake.model import Named, ObjectOf, OptionalOf, Scalar, Type, Union

if TYPE_CHECKING:
    from tests.reader.conftest import Project

MAKERS = ("sentinel('MISSING')", "Sentinel('MISSING')", "typing_extensions.Sentinel('MISSING')")


@pytest.mark.parametrize("maker", MAKERS)
@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("int | MISSING", Scalar.INT),
        ("'int | MISSING'", Scalar.INT),
        ("Union[int, None, MISSING]", OptionalOf(Scalar.INT)),
        ("MISSING | None | int", OptionalOf(Scalar.INT)),
        ("MISSING", ObjectOf("MISSING", "it is a sentinel, which Go has no value for")),
    ],
)
def test_union_that_is_passed_is_what_is_left(
    project: Project, maker: str, annotation: str, wanted: Type
) -> None:
    prelude = f"import typing_extensions\nfrom typing_extensions import Sentinel\nMISSING = {maker}"
    assert project.type_of(annotation, prelude) == wanted


def test_sentinel_in_a_result_is_an_object(project: Project) -> None:
    module = project.module("""
        from typing_extensions import Sentinel
        MISSING = Sentinel("MISSING")
        def f() -> int | MISSING: ...
    """)
    (function,) = module.functions
    (union,) = module.declarations
    assert isinstance(union, Union)
    assert function.result == Named(union.path)
    sentinel = ObjectOf("MISSING", "it is a sentinel, which Go has no value for")
    assert union.cases == (Scalar.INT, sentinel)
    assert module.skipped == ()
