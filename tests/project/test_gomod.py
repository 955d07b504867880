"""Reading and changing a project's go.mod, as text."""

from __future__ import annotations

from pathlib import Path

import pytest

from gophersnake.errors import GophersnakeError
from gophersnake.project import gomod

RUNTIME = "github.com/gophersnake/gophersnake"
PUREGO = "github.com/ebitengine/purego"

LINES = f"""\
module example.com/m // the program

go 1.25.0

require {RUNTIME} v0.0.0
replace {RUNTIME} => ./third_party/gophersnake
"""
BLOCKS = f"""\
module "example.com/m"

go 1.25.0

require (
	{RUNTIME} v0.0.0
	{PUREGO} v0.9.0 // indirect
)

replace (
	{RUNTIME} v0.0.0 => ../..
	example.com/other => example.com/fork v1.2.3
)
"""


def _read(folder: Path, text: str) -> gomod.GoMod:
    (folder / "go.mod").write_text(text, encoding="utf-8")
    return gomod.read(folder)


def test_lines_are_read(tmp_path: Path) -> None:
    found = _read(tmp_path, LINES)
    assert found.module == "example.com/m"
    assert found.requires == {RUNTIME: "v0.0.0"}
    assert found.runtime == tmp_path / "third_party" / "gophersnake"


def test_blocks_are_read(tmp_path: Path) -> None:
    found = _read(tmp_path, BLOCKS)
    assert found.module == "example.com/m"
    assert found.requires == {RUNTIME: "v0.0.0", PUREGO: "v0.9.0"}
    assert found.runtime == tmp_path.parents[1]


def test_a_replacement_by_another_module_is_no_folder(tmp_path: Path) -> None:
    found = _read(tmp_path, f"module m\nreplace {RUNTIME} => example.com/fork v1.0.0\n")
    assert found.runtime is None


def test_a_go_mod_without_module_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GophersnakeError, match="no module line"):
        _read(tmp_path, "go 1.25\n")


def test_the_nearest_go_mod_rules(tmp_path: Path) -> None:
    _read(tmp_path, "module outer\n")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "a" / "go.mod").write_text("module inner\n", encoding="utf-8")
    found = gomod.enclosing(inner)
    assert found is not None
    assert found.module == "inner"


def test_a_bare_go_mod_is_connected(tmp_path: Path) -> None:
    text = gomod.connect("module m\n", "./third_party/gophersnake", "1.25.0", {PUREGO: "v0.9.0"})
    found = _read(tmp_path, text)
    assert "\ngo 1.25.0\n" in text
    assert found.requires == {RUNTIME: "v0.0.0", PUREGO: "v0.9.0"}
    assert found.runtime == tmp_path / "third_party" / "gophersnake"


def test_connecting_twice_changes_nothing() -> None:
    once = gomod.connect(LINES, "./third_party/gophersnake", "1.25.0", {PUREGO: "v0.9.0"})
    assert gomod.connect(once, "./third_party/gophersnake", "1.25.0", {PUREGO: "v0.9.0"}) == once


@pytest.mark.parametrize(
    ("has", "wants", "gets"),
    [
        ("v0.9.0", "v0.10.0", "v0.10.0"),
        ("v0.10.0", "v0.9.0", "v0.10.0"),
        ("v0.9.0-rc.1", "v0.9.0", "v0.9.0"),
        ("v0.9.0", "v0.9.0-rc.1", "v0.9.0"),
    ],
)
def test_the_newer_requirement_counts(tmp_path: Path, has: str, wants: str, gets: str) -> None:
    text = BLOCKS.replace("v0.9.0", has)
    connected = gomod.connect(text, "./third_party/gophersnake", "1.25.0", {PUREGO: wants})
    assert _read(tmp_path, connected).requires[PUREGO] == gets
    assert f"{PUREGO} {gets} // indirect" in connected


@pytest.mark.parametrize(
    ("has", "gets"),
    [("1.24.3", "1.25.0"), ("1.25", "1.25.0"), ("1.25.1", "1.25.1"), ("1.30", "1.30")],
)
def test_the_newer_go_line_counts(has: str, gets: str) -> None:
    text = gomod.connect(f"module m\n\ngo {has}\n", "./x", "1.25.0", {})
    assert f"\ngo {gets}\n" in text


def test_a_replacement_that_is_there_stays() -> None:
    text = gomod.connect(BLOCKS, "./third_party/gophersnake", "1.25.0", {})
    assert "=> ../.." in text
    assert "third_party" not in text


def test_sums_are_merged_each_line_once() -> None:
    assert gomod.merged_sums("b h1:2\na h1:1", "c h1:3\na h1:1\n") == "a h1:1\nb h1:2\nc h1:3\n"
