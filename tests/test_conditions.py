"""Which branch of an `if` runs, decided without running it."""

from __future__ import annotations

import ast
import os
import sys

import pytest

from gophersnake.conditions import executed, live, truth

NEXT_MINOR = sys.version_info.minor + 1


@pytest.mark.parametrize(
    ("test", "wanted"),
    [
        ("sys.version_info >= (3, 8)", True),
        ("sys.version_info < (3, 8)", False),
        (f"sys.version_info >= (3, {NEXT_MINOR})", False),
        ("(3, 8) <= sys.version_info < (4,)", True),
        ("sys.version_info[0] == 3", True),
        ("sys.version_info[:2] >= (3, 8)", True),
        ("sys.version_info.major == 2", False),
        (f"sys.platform == {sys.platform!r}", True),
        (f"sys.platform.startswith({sys.platform[:3]!r})", True),
        ("sys.platform in ('plan9', 'amiga')", False),
        ("sys.platform != 'plan9'", True),
        (f"os.name == {os.name!r}", True),
        ("sys.maxsize > 2**32", True),
        (f"sys.implementation.name == {sys.implementation.name!r}", True),
        ("TYPE_CHECKING", True),
        ("typing.TYPE_CHECKING", True),
        ("t.TYPE_CHECKING", True),
        ("not TYPE_CHECKING", False),
        ("__name__ == '__main__'", False),
        ("True", True),
        ("0", False),
        ("TYPE_CHECKING or unknown", True),
        ("unknown and not TYPE_CHECKING", False),
        ("TYPE_CHECKING and unknown", None),
        ("unknown", None),
        ("unknown()", None),
        ("sys.platform.lower() == 'x'", None),
        ("sys.version_info > unknown", None),
        ("sys.version_info > 3", None),
        ("sys.version_info[99] > 3", None),
        ("sys.maxsize > 10**10**10", None),
        ("x is None", None),
    ],
)
def test_truth(test: str, wanted: bool | None) -> None:
    assert truth(ast.parse(test, mode="eval").body) is wanted


SOURCE = """
if TYPE_CHECKING:
    a = 1
elif unknown:
    b = 1
else:
    c = 1
if unknown:
    if not TYPE_CHECKING:
        d = 1
else:
    e = 1
try:
    f = 1
except ImportError:
    g = 1
class K:
    if sys.version_info < (3,):
        h = 1
def function():
    i = 1
"""


def test_live_keeps_the_branches_that_may_run() -> None:
    kept = live(ast.parse(SOURCE).body)
    text = "\n".join(map(ast.unparse, kept))
    names = [name for name in "abcdefghi" if f"{name} = 1" in text]
    assert names == ["a", "e", "f", "g", "i"]


def test_executed_walks_in_order_and_leaves_out_functions_and_classes() -> None:
    assigned = [
        ast.unparse(statement.targets[0])
        for statement in executed(ast.parse(SOURCE).body)
        if isinstance(statement, ast.Assign)
    ]
    assert assigned == ["a", "e", "f", "g"]


@pytest.mark.parametrize(
    "guard",
    [
        "from typing import TYPE_CHECKING as TC",
        "try:\n    from typing import TYPE_CHECKING as TC\nexcept ImportError:\n    TC = False",
        "import typing\nTC = typing.TYPE_CHECKING",
    ],
)
def test_live_knows_type_checking_by_the_name_it_is_given(guard: str) -> None:
    source = f"""
{guard}
if TC and unknown is None or not TC:
    a = 1
if TC:
    b = 1
else:
    c = 1
class K:
    if not TC:
        d = 1
    else:
        e = 1
"""
    text = "\n".join(map(ast.unparse, live(ast.parse(source).body)))
    assert [name for name in "abcde" if f"{name} = 1" in text] == ["a", "b", "e"]
