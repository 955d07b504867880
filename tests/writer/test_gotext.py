"""Go's own notations."""

from __future__ import annotations

import pytest

from gophersnake.writer.gotext import struct_of
from tests.writer.models import gofmt_changes


@pytest.mark.parametrize("length", [29, 30, 31])
def test_structs_are_as_gofmt_has_them(length: int) -> None:
    name = "A" * length
    one, two = struct_of(name), struct_of("A", "B")
    assert gofmt_changes(f"package a\n\ntype X {one}\n\ntype Y {two}\n") == ""
