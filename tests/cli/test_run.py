"""`gophersnake run`: the program takes the command's place."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gophersnake import golang
from gophersnake.project import building
from tests.cli.conftest import Command

MAIN = """\
package main

import (
	"fmt"
	"os"
	"os/signal"
)

func main() {
	fmt.Println(os.Args[1:], os.Getenv("GOPHERSNAKE_PYTHON"))
	if len(os.Args) > 1 && os.Args[1] == "-wait" {
		interrupted := make(chan os.Signal, 1)
		signal.Notify(interrupted, os.Interrupt)
		fmt.Println("ready")
		<-interrupted
		fmt.Println("interrupted")
		os.Exit(7)
	}
	os.Exit(3)
}
"""


@pytest.fixture
def program(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Go program that needs no Python, so that it builds quickly."""
    folder = here / "program"
    folder.mkdir()
    (folder / "go.mod").write_text("module example.com/program\n\ngo 1.25\n", encoding="utf-8")
    (folder / "main.go").write_text(MAIN, encoding="utf-8")
    monkeypatch.setenv("GOCACHE", _go_cache())
    monkeypatch.setenv("XDG_CACHE_HOME", str(here / "cache"))
    monkeypatch.delenv("GOPHERSNAKE_PYTHON", raising=False)
    return folder


def _go_cache() -> str:
    """Go's own cache: an empty one would have the standard library compiled anew."""
    command = [str(golang.find().go), "env", "GOCACHE"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "gophersnake", "run", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_arguments_status_and_python_reach_the_program(program: Path) -> None:
    process = _start("program", "--", "-a", "--json", "b c")
    out, err = process.communicate()
    assert (process.returncode, err) == (3, "")
    assert out == f"[-a --json b c] {sys.executable}\n"


def test_a_python_that_the_user_chose_stays(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOPHERSNAKE_PYTHON", "/opt/python")
    out, _ = _start("program/main.go").communicate()
    assert out == "[] /opt/python\n"


def test_signals_reach_the_program(program: Path) -> None:
    process = _start("program", "--", "-wait")
    assert process.stdout is not None
    assert process.stdout.readline().startswith("[-wait]")
    assert process.stdout.readline() == "ready\n"
    os.kill(process.pid, signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    assert (out, process.returncode) == ("interrupted\n", 7)


def test_nothing_is_left_in_the_project(program: Path) -> None:
    _start("program").communicate()
    assert sorted(path.name for path in program.iterdir()) == ["go.mod", "main.go"]


def test_the_compilers_words_are_shown(program: Path, gophersnake: Command) -> None:
    (program / "main.go").write_text("package main\n\nfunc main() { x }\n", encoding="utf-8")
    result = gophersnake("run", "program")
    assert result.status == 1
    assert result.err.startswith("gophersnake: go build failed in program:\n")
    assert "main.go:3:15: undefined: x" in result.err


def test_a_library_is_no_program(program: Path, gophersnake: Command) -> None:
    (program / "main.go").write_text("package lib\n", encoding="utf-8")
    result = gophersnake("run", "program")
    assert result.status == 1
    assert "its package is not main" in result.err


def test_a_folder_without_go_is_named(here: Path, gophersnake: Command) -> None:
    result = gophersnake("run", ".")
    assert result.status == 1
    assert result.err.startswith("gophersnake: . holds no Go program\n")


def test_a_program_without_go_mod_is_told_what_to_do(here: Path, gophersnake: Command) -> None:
    (here / "main.go").write_text("package main\n\nfunc main() {}\n", encoding="utf-8")
    result = gophersnake("run", ".")
    assert result.status == 1
    assert "go mod init" in result.err


def test_a_syntax_error_in_python_stops_before_the_build(
    program: Path, gophersnake: Command
) -> None:
    (program / "bad.py").write_text("def f(:\n", encoding="utf-8")
    result = gophersnake("run", "program")
    assert result.status == 1
    assert result.err.startswith("program/bad.py:1:7: ")


def test_the_users_choice_of_python_wins() -> None:
    assert building.environment({"GOPHERSNAKE_PYTHON": "p"}) == {"GOPHERSNAKE_PYTHON": "p"}
    assert building.environment({}) == {"GOPHERSNAKE_PYTHON": sys.executable}
