"""How the tool for the matrix finds interpreters and tells of them.

Interpreters that a test needs in some odd state are shell scripts that answer as one would.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tools.pythons import cli, finding, interpreter
from tools.pythons.interpreter import Interpreter, examine

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GOPHERSNAKE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "pythons"


def answer(executable: Path, **differing: object) -> str:
    facts = {
        "implementation": "cpython",
        "executable": str(executable),
        "version_info": [3, 12],
        "version": "3.12.4",
        "prefix": str(executable.parent.parent),
        "shared": True,
        "library_names": ["libpython3.12.so.1.0"],
        "library_folders": ["/nowhere/lib"],
        "libpython": f"{executable.parent.parent}/lib/libpython3.12.so.1.0",
        "free_threaded": False,
        "debug": False,
        "include": None,
    }
    return json.dumps({**facts, **differing})


def place(executable: Path, script: str) -> Path:
    executable.parent.mkdir(parents=True, exist_ok=True)
    executable.write_text("#!/bin/sh\n" + script + "\n", "utf-8")
    executable.chmod(0o755)
    return executable


def place_python(executable: Path, **differing: object) -> Path:
    return place(executable, f"cat <<'END'\n{answer(executable, **differing)}\nEND")


# What an interpreter says about itself.


def test_examine_agrees_with_the_running_interpreter() -> None:
    found = examine(sys.executable)
    assert found is not None
    assert found.version.startswith(".".join(map(str, sys.version_info[:3])))
    assert found.prefix == os.path.realpath(sys.base_prefix)
    assert found.debug == hasattr(sys, "gettotalrefcount")
    assert found.free_threaded == bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
    assert found.usable == bool(found.libpython and Path(found.libpython).is_file())


def test_examine_leaves_out_old_versions_and_other_implementations(tmp_path: Path) -> None:
    old = place_python(tmp_path / "python3.9", version_info=[3, 9])
    other = place_python(tmp_path / "pypy/bin/python3", implementation="pypy")
    assert examine(str(old)) is None
    assert examine(str(other)) is None


def test_examine_tells_why_there_is_no_library(tmp_path: Path) -> None:
    static = examine(str(place_python(tmp_path / "a", shared=False, libpython=None)))
    lost = examine(str(place_python(tmp_path / "b", libpython=None)))
    assert static is not None
    assert static.problem == "built without --enable-shared, so there is no libpython to load"
    assert lost is not None
    assert lost.problem is not None
    assert "looked for libpython3.12.so.1.0 in /nowhere/lib" in lost.problem


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("echo cannot find my home >&2; exit 3", "exit status 3:\n    cannot find my home"),
        ("echo hello", "its answer makes no sense"),
        ("echo '{}'", "its answer makes no sense"),
        ("sleep 30", "no answer within 0.2 s"),
        ("kill -9 $$", "killed by a signal"),
    ],
)
def test_examine_reports_a_broken_interpreter_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, reason: str
) -> None:
    monkeypatch.setattr(interpreter, "_ANSWER_WITHIN", 0.2 if "sleep" in script else 30.0)
    found = examine(str(place(tmp_path / "python3.12", script)))
    assert found is not None
    assert not found.usable
    assert reason in str(found.problem)


def test_name_carries_the_letters_of_the_abi() -> None:
    assert Interpreter("p", "3.13.5", free_threaded=True, debug=True).name == "3.13.5td"
    assert Interpreter("p", "3.15.0b2").name == "3.15.0b2"


# Where they are looked for.


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with nothing on it but what the test puts there."""
    monkeypatch.setattr(finding, "_USUAL", (str(tmp_path / "usr/bin"),))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    # PATH itself stays: the scripts need cat
    monkeypatch.setattr(finding, "_search_path", lambda: [str(tmp_path / "path/bin")])
    return tmp_path


def test_find_looks_in_pyenv_the_usual_folders_the_path_and_the_cache(
    machine: Path, own_cache: Path
) -> None:
    places = [
        machine / "pyenv/versions/3.12.4/bin/python3",
        machine / "home/.pyenv/versions/mine/bin/python3",
        machine / "usr/bin/python3.12",
        machine / "path/bin/python3.12d",
        own_cache / "3.13t/bin/python3.13t",
    ]
    for one in places:
        place_python(one)
    (own_cache / "3.13t/.gophersnake-made.json").write_text("{}", "utf-8")
    assert {one.executable for one in finding.find()} == set(map(str, places))


def test_find_ignores_what_is_no_general_purpose_interpreter(
    machine: Path, own_cache: Path
) -> None:
    place_python(machine / "path/bin/google-cloud-sdk/python3")
    (machine / "usr/bin").mkdir(parents=True)
    (machine / "usr/bin/python3").symlink_to(machine / "path/bin/google-cloud-sdk/python3")
    place_python(machine / "usr/bin/python3-config")
    place_python(machine / "usr/bin/python2.7")
    place_python(machine / "pyenv/versions/3.9.1/bin/python3")
    place_python(own_cache / "half-made/bin/python3")
    assert finding.find() == []


def test_find_lists_a_build_once_and_builds_that_share_a_prefix_apart(machine: Path) -> None:
    place_python(machine / "usr/bin/python3.12")
    (machine / "usr/bin/python3").symlink_to("python3.12")
    place_python(machine / "path/bin/python3.12", prefix=str(machine / "usr"),
                 libpython=f"{machine}/usr/lib/libpython3.12.so.1.0")  # fmt: skip
    place_python(machine / "usr/bin/python3.12d", libpython="/usr/lib/d.so", debug=True)
    assert [one.name for one in finding.find()] == ["3.12.4", "3.12.4d"]


def test_find_orders_by_version_and_puts_the_unusable_last(machine: Path) -> None:
    for version in ("3.13.0", "3.10.9", "3.10.13"):
        place_python(machine / f"pyenv/versions/{version}/bin/python3", version=version)
    place(machine / "usr/bin/python3", "exit 1")
    found = finding.find()
    assert [one.version for one in found] == ["3.10.9", "3.10.13", "3.13.0", ""]
    assert found[-1].executable == str(machine / "usr/bin/python3")


# The command line.


def test_list_prints_every_fact_as_json(machine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    executable = place_python(machine / "usr/bin/python3.13t", version="3.13.5",
                              free_threaded=True, include="/usr/include/python3.13t")  # fmt: skip
    assert cli.main(["list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "name": "3.13.5t",
            "executable": str(executable),
            "version": "3.13.5",
            "prefix": str(machine / "usr"),
            "libpython": f"{machine}/usr/lib/libpython3.12.so.1.0",
            "free_threaded": True,
            "debug": False,
            "include": "/usr/include/python3.13t",
            "root": None,
            "problem": None,
            "headers": True,
            "usable": True,
        }
    ]


def test_list_shows_people_the_reason_of_an_unusable_one(
    machine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    executable = place_python(machine / "usr/bin/python3", shared=False, libpython=None)
    assert cli.main(["list"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.split() == ["3.12.4", str(executable)]
    assert second.strip().startswith("unusable: built without --enable-shared")


def test_the_folder_runs_as_a_script_from_anywhere(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(PROJECT / "tools/pythons"), "--help"],
        cwd=tmp_path, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "usage: python tools/pythons" in done.stdout
