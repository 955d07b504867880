"""`gophersnake init` and `gophersnake update`."""

from __future__ import annotations

import shutil
from pathlib import Path

from gophersnake import gosource
from tests.cli.conftest import Command


def test_init_makes_a_project_with_generated_code(here: Path, gophersnake: Command) -> None:
    result = gophersnake("init", "hello")
    assert (result.status, result.err) == (0, "")
    assert "cd hello && gophersnake run ." in result.out
    assert (here / "hello" / "greeting" / "greeting.go").is_file()


def test_init_works_in_the_folder_itself(here: Path, gophersnake: Command) -> None:
    result = gophersnake("init")
    assert result.status == 0
    assert "    gophersnake run ." in result.out
    assert (here / "main.go").is_file()


def test_a_new_project_is_fresh(here: Path, gophersnake: Command) -> None:
    gophersnake("init", "hello")
    assert gophersnake("generate", "hello", "--check").status == 0


def test_init_refuses_to_overwrite(here: Path, gophersnake: Command) -> None:
    gophersnake("init", "hello")
    before = (here / "hello" / "main.go").stat().st_mtime_ns
    result = gophersnake("init", "hello")
    assert result.status == 1
    assert result.err.startswith("gophersnake: hello already holds go.mod, ")
    assert result.err.endswith("needs gophersnake update alone\n")
    assert (here / "hello" / "main.go").stat().st_mtime_ns == before


def test_update_says_that_all_is_well(gophersnake: Command) -> None:
    gophersnake("init")
    result = gophersnake("update")
    assert result.status == 0
    assert result.out.startswith("The runtime is up to date: ")


def test_update_brings_back_what_is_missing(here: Path, gophersnake: Command) -> None:
    gophersnake("init")
    shutil.rmtree(here / "third_party")
    result = gophersnake("update")
    assert result.status == 0
    assert result.out.startswith("The runtime is in place: ")
    assert (here / "third_party" / "gophersnake" / "go.mod").is_file()


def test_update_says_where_what_it_wrote_lies_and_what_else_is_to_do(
    here: Path, gophersnake: Command
) -> None:
    gophersnake("init")
    (here / "greeting" / "greeting.go").unlink()
    copy = here / "vendor" / gosource.MODULE / "python" / "error.go"
    copy.parent.mkdir(parents=True)
    copy.write_text("package python\n", encoding="utf-8")
    result = gophersnake("update")
    assert result.status == 0
    assert result.out == (
        "The runtime is up to date: third_party/gophersnake\nwrote greeting/greeting.go\n"
    )
    assert result.err.startswith("gophersnake: its vendored runtime is not the current one: ")
    assert result.err.endswith(": go mod vendor\n")


def test_generate_says_that_the_runtime_is_another(here: Path, gophersnake: Command) -> None:
    (here / "m.py").write_text("def f() -> int: ...\n", encoding="utf-8")
    (here / "go.mod").write_text("module example.com/m\n", encoding="utf-8")
    result = gophersnake("generate", "m.py")
    assert result.status == 0
    assert result.err.startswith("gophersnake: its Go runtime is missing: ")
    assert result.err.endswith(": gophersnake update\n")

    gophersnake("update")
    assert gophersnake("generate", "m.py").err == ""
    (here / "third_party" / "gophersnake" / "python" / "x.go").write_text("package python\n")
    checked = gophersnake("generate", "m.py", "--check")
    assert checked.status == 0
    assert "has been changed by hand" in checked.err


def test_run_refuses_without_the_runtime(here: Path, gophersnake: Command) -> None:
    gophersnake("init")
    shutil.rmtree(here / "third_party")
    result = gophersnake("run", ".")
    assert result.status == 1
    assert result.err.startswith("gophersnake: its Go runtime is missing: ")
    assert result.err.endswith("\n  gophersnake update\n")


def test_update_needs_a_go_module(gophersnake: Command) -> None:
    result = gophersnake("update")
    assert result.status == 1
    assert "no go.mod there or above it" in result.err
