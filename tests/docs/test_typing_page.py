"""docs/reference/typing.md says of every construct what the generator does with it."""

from __future__ import annotations

import ast

import pytest
import typeshed_client

from tests.docs.rows import ROWS
from tests.docs.typing_page import PAGE, ROOT, page


def test_the_page_says_what_the_generator_does() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m tests.docs.typing_page"


@pytest.mark.parametrize("module", ["typing", "_collections_abc"])
def test_every_construct_has_a_row(module: str) -> None:
    described = {name for rows in ROWS.values() for row in rows for name in row.construct.split()}
    missing = {name for name in _public(module) if name not in described}
    assert not missing


def test_every_row_has_a_test_that_exists() -> None:
    for rows in ROWS.values():
        for row in rows:
            assert row.test or not row.annotation, row.construct
            assert not row.test or (ROOT / "tests" / row.test).is_file(), row


def test_every_object_has_its_reason() -> None:
    rows = [line for line in PAGE.read_text("utf-8").splitlines() if "`*python.Object`" in line]
    assert rows
    for row in rows:
        remarks = row.rpartition(" | ")[2]
        assert not remarks.startswith("[test]"), row


def _public(module: str) -> list[str]:
    """The names that typeshed's stub exports, on any version of Python."""
    path = typeshed_client.get_stub_file(module)
    assert path is not None
    lists: list[ast.expr] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, (ast.Assign, ast.AugAssign)):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if ast.unparse(target) == "__all__":
                lists.append(node.value)
    return [name for each in lists for name in ast.literal_eval(each)]
