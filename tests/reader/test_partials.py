"""`functools.partial` given a name."""

from __future__ import annotations

import pytest

from gophersnake.model import CallableOf, ParameterKind, Scalar
from tests.reader.conftest import Project

PRELUDE = """
import functools
from functools import partial
def f(a: int, b: str, *rest: int, c: float = 0.5, **others: bool) -> int: ...
"""


@pytest.mark.parametrize(
    ("call", "left"),
    [
        ("partial(f, 1)", ["b", "*rest", "c=0.5", "**others"]),
        ("functools.partial(f, 1, 'x')", ["*rest", "c=0.5", "**others"]),
        ("partial(f, 1, 'x', 2, 3)", ["*rest", "c=0.5", "**others"]),
        ("partial(f, c=1.0)", ["a", "b", "*rest", "c=1.0", "**others"]),
        ("partial(f, b='x')", ["a", "b='x'", "c=0.5", "**others"]),
    ],
)
def test_what_is_left_of_the_parameters(project: Project, call: str, left: list[str]) -> None:
    module = project.module(f"{PRELUDE}shorter = {call}")
    found = next(each for each in module.functions if each.name == "shorter")
    stars = {ParameterKind.VAR_POSITIONAL: "*", ParameterKind.VAR_KEYWORD: "**"}
    shown = [
        f"{stars.get(each.kind, '')}{each.name}{f'={each.default}' if each.default else ''}"
        for each in found.parameters
    ]
    assert shown == left
    assert (found.result, found.signature) == (Scalar.INT, "")


def test_what_is_given_by_name_can_be_given_by_name_alone(project: Project) -> None:
    text = "def f(a: int, b: int, c: int) -> int: ...\nshorter = partial(f, b=1)"
    module = project.module(f"from functools import partial\n{text}")
    found = next(each for each in module.functions if each.name == "shorter")
    by_name = ParameterKind.KEYWORD_ONLY
    assert [each.kind is by_name for each in found.parameters] == [False, True, True]


@pytest.mark.parametrize(
    "call", ["partial(f, *ARGS)", "partial(f, **ARGS)", "partial(print, 1)", "partial(missing)"]
)
def test_other_partials_are_variables_without_a_type(project: Project, call: str) -> None:
    module = project.module(f"{PRELUDE}ARGS = make()\nshorter = {call}")
    assert "shorter" in [each.name for each in module.skipped]


def test_a_partial_as_a_type_says_what_comes_back(project: Project) -> None:
    assert project.type_of("partial[int]", "from functools import partial") == CallableOf(
        None, Scalar.INT
    )
