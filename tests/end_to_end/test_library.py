"""Functions of the standard library, through Go packages of typeshed's stubs, against Python."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.library import program
from tests.end_to_end.library.calls import CALLS
from tests.end_to_end.pythons import Installed, wanted
from tools.pythons.interpreter import Interpreter

GATES = {"cgo": "1", "purego": "0"}
PYTHONS = wanted()


@pytest.fixture(scope="session")
def binaries(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("library")
    program.make(folder / "program")
    for gate, cgo in GATES.items():
        program.build(folder / "program", folder / gate, cgo)
    return {gate: folder / gate for gate in GATES}


def test_there_are_enough_of_them() -> None:
    functions = {written.partition("(")[0] for calls in CALLS.values() for written, _ in calls}
    assert len(functions) >= 60
    assert len(CALLS) >= 20


@pytest.mark.parametrize("gate", GATES)
@pytest.mark.parametrize("one", PYTHONS, ids=lambda one: f"{one.name}-{Path(one.prefix).name}")
def test_go_gets_the_answers_of_python(
    one: Interpreter, gate: str, binaries: dict[str, Path]
) -> None:
    installed = Installed(one)
    installed.make()
    calls = [written for calls in CALLS.values() for written, _ in calls]
    expected = _run(installed, [installed.environment.python, "../library/answers.py", *calls])
    got = _run(installed, [str(binaries[gate])])
    assert [each["call"] for each in expected] == calls
    assert [each["call"] for each in got] == calls
    different = [(go, py) for go, py in zip(got, expected, strict=True) if go != py]
    assert not different, "\n".join(f"Go:     {go}\nPython: {py}" for go, py in different)


def _run(installed: Installed, command: list[str]) -> list[Any]:
    done = installed.run(command, {"GOPHERSNAKE_PYTHON": installed.environment.folder})
    return [json.loads(line) for line in done.stdout.splitlines()]
