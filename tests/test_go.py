"""Runs the Go tests of every module: with cgo, with cgo and the race detector, and without."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from gophersnake import golang

ROOT = Path(__file__).resolve().parents[1]

SETTINGS = {
    "cgo": ({"CGO_ENABLED": "1"}, ()),
    # By itself a program with the detector sleeps for a second before it exits; what only
    # repeats itself is repeated less often (-short).
    "cgo-race": ({"CGO_ENABLED": "1", "GORACE": "atexit_sleep_ms=0"}, ("-race", "-short")),
    "purego": ({"CGO_ENABLED": "0"}, ()),
}


@dataclass
class Outcome:
    """What `go test -json` told."""

    tests: Counter[str] = field(default_factory=Counter)
    packages: Counter[str] = field(default_factory=Counter)
    skipped: list[str] = field(default_factory=list)
    output: dict[str, list[str]] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def take(self, event: dict[str, str]) -> None:
        package = event.get("Package") or event.get("ImportPath", "").partition(" ")[0]
        name = f"{package} {event.get('Test', '')}".strip()
        action = event["Action"]
        if action in {"output", "build-output"}:
            self.output.setdefault(name, []).append(event["Output"])
        elif action in {"pass", "fail", "skip"}:
            (self.tests if "Test" in event else self.packages)[action] += 1
            if action == "fail":
                self.failed.append(name)
            elif action == "skip" and "Test" in event and "/seed#" not in name:
                # A fuzz test may pass over a seed; nothing else may be left out.
                self.skipped.append(name)
        elif action == "build-fail":
            self.failed.append(name)

    def told(self) -> str:
        """The output of what failed."""
        return "\n".join("".join(self.output.get(name, [name])) for name in self.failed)


@pytest.mark.parametrize("setting", SETTINGS)
def test_go_tests_pass(setting: str) -> None:
    variables, flags = SETTINGS[setting]
    outcome = _run(ROOT, variables, flags)

    assert not outcome.failed, f"go test, {setting}:\n{outcome.told()}"
    assert not outcome.skipped, "a missing prerequisite fails, it never skips"
    assert outcome.tests["pass"] > 0


def test_a_failing_go_test_is_noticed(tmp_path: Path) -> None:
    _module(tmp_path, 'func TestWrong(t *testing.T) { t.Error("so wrong") }')

    outcome = _run(tmp_path, {"CGO_ENABLED": "0"}, ())

    assert "example.com/m TestWrong" in outcome.failed
    assert "so wrong" in outcome.told()


def test_go_tests_that_do_not_compile_are_noticed(tmp_path: Path) -> None:
    _module(tmp_path, "func TestWrong(t *testing.T) { undefined() }")

    outcome = _run(tmp_path, {"CGO_ENABLED": "0"}, ())

    assert outcome.failed
    assert "undefined: undefined" in outcome.told()


def test_a_skipped_go_test_is_noticed(tmp_path: Path) -> None:
    _module(tmp_path, 'func TestLater(t *testing.T) { t.Skip("no Python") }')

    assert _run(tmp_path, {"CGO_ENABLED": "0"}, ()).skipped == ["example.com/m TestLater"]


def _module(folder: Path, test: str) -> None:
    (folder / "go.mod").write_text("module example.com/m\n\ngo 1.25\n", encoding="utf-8")
    source = f'package m\n\nimport "testing"\n\n{test}\n'
    (folder / "m_test.go").write_text(source, encoding="utf-8")


def _run(module: Path, variables: dict[str, str], flags: tuple[str, ...]) -> Outcome:
    outcome = Outcome()
    environment = {**os.environ, "GOPHERSNAKE_PYTHON": sys.executable, **variables}
    command = [str(golang.find().go), "test", "-json", "-timeout=30m", *flags, "./..."]
    done = subprocess.run(command, cwd=module, env=environment, capture_output=True, text=True)
    for line in done.stdout.splitlines():
        outcome.take(json.loads(line))
    if done.returncode and not outcome.failed:
        outcome.failed.append("go test")
        outcome.output["go test"] = [done.stderr]
    return outcome
