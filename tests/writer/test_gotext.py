"""Go's own notations."""

from __future__ import annotations

import pytest

from gophersnake.writer.gotext import function, struct_of
from tests.writer.models import gofmt_changes


@pytest.mark.parametrize("length", [29, 30, 31])
def test_structs_are_as_gofmt_has_them(length: int) -> None:
    name = "A" * length
    one, two = struct_of(name), struct_of("A", "B")
    assert gofmt_changes(f"package a\n\ntype X {one}\n\ntype Y {two}\n") == ""


@pytest.mark.parametrize("body", ["", "return 1", "return äöü"])
def test_functions_are_as_gofmt_has_them(body: str) -> None:
    methods = [function(f"func (r {'R' * length}) F() int", body) for length in range(60, 100)]
    literals = [function(f"func(r {'R' * length}) int", body, 1) for length in range(60, 100)]
    assert {each.count("\n") for each in methods} == {each.count("\n") for each in literals}
    assert len({each.count("\n") for each in methods}) == 2
    in_a_call = "\n".join(["var x = f(", *(f"\t{each}," for each in literals), ")"])
    assert gofmt_changes("\n\n".join(["package a", *methods, in_a_call]) + "\n") == ""
