"""The arrows between the rooms hold, in Python and in Go, and a wrong one is noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.arrows import go_imports, python_imports
from tests.arrows.rooms import GO, GO_TEST_HELPERS, PYTHON, room
from tests.arrows.violations import Import, violations

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "gophersnake"


def test_python_rooms_use_only_what_they_may() -> None:
    imports = list(python_imports.imports(PACKAGE))
    assert {each.room for each in imports} > {"reader", "writer", "host", "cli"}
    assert list(violations(imports, PYTHON)) == []


def test_go_rooms_use_only_what_they_may() -> None:
    imports = [each for each in go_imports.imports(ROOT) if each.room not in GO_TEST_HELPERS]
    assert {each.room for each in imports} > {"internal/gate", "internal/wire", "python"}
    assert list(violations(imports, GO)) == []


def test_gate_and_wire_never_meet() -> None:
    assert "internal/gate" not in _reachable("internal/wire")
    assert "internal/wire" not in _reachable("internal/gate")
    assert "internal/interpreter" not in _reachable("internal/wire")


def _reachable(start: str) -> set[str]:
    found: set[str] = set()
    ahead = [start]
    while ahead:
        here = ahead.pop()
        if here not in found:
            found.add(here)
            ahead += GO[here].ours
    return found


@pytest.mark.parametrize(
    ("statement", "target"),
    [
        ("from gophersnake.writer import render", "writer"),
        ("from gophersnake import writer", "writer"),
        ("from ..writer import render", "writer"),
        ("import gophersnake.writer.words", "writer"),
        ("import jinja2", "jinja2"),
        ("def late():\n    from jinja2 import Environment", "jinja2"),
        ("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import jinja2.nodes", "jinja2"),
    ],
)
def test_a_wrong_python_import_is_noticed(tmp_path: Path, statement: str, target: str) -> None:
    package = tmp_path / "gophersnake"
    (package / "reader").mkdir(parents=True)
    (package / "writer").mkdir()
    (package / "reader" / "wrong.py").write_text(statement, encoding="utf-8")

    found = list(violations(python_imports.imports(package), PYTHON))

    line = statement.count("\n") + 1
    assert found == [f"reader/wrong.py:{line}: reader must not use {target}"]


@pytest.mark.parametrize(
    "statement", ["import griffe", "from pathlib import Path", "from . import x"]
)
def test_a_right_python_import_is_left_alone(tmp_path: Path, statement: str) -> None:
    package = tmp_path / "gophersnake"
    (package / "reader").mkdir(parents=True)
    (package / "reader" / "right.py").write_text(statement, encoding="utf-8")

    assert list(violations(python_imports.imports(package), PYTHON)) == []


def test_wrong_go_imports_are_noticed_behind_any_build_tag(tmp_path: Path) -> None:
    (tmp_path / "go.mod").write_text("module example.com/m\n\ngo 1.25\n", encoding="utf-8")
    for name, source in {
        "internal/gate/gate.go": 'package gate\n\nimport _ "unsafe"\n',
        "internal/wire/wire.go": "package wire\n",
        "internal/wire/wrong_windows.go": 'package wire\n\nimport _ "unsafe"\n',
        "internal/wire/wrong_cgo.go": '//go:build cgo\n\npackage wire\n\nimport "C"\n',
        "internal/wire/wrong.go": 'package wire\n\nimport _ "example.com/m/internal/gate"\n',
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")

    wire = "example.com/m/internal/wire: internal/wire must not use"
    assert list(violations(go_imports.imports(tmp_path), GO)) == [
        f"{wire} C",
        f"{wire} internal/gate",
        f"{wire} unsafe",
    ]


def test_a_room_without_a_row_is_noticed() -> None:
    found = violations([Import("attic/x.py:1", "attic", "model", ours=True)], {"model": room()})
    assert list(found) == ["attic/x.py:1: the room attic has no row in tests/arrows/rooms.py"]
