"""`gophersnake check`, and the report of `gophersnake generate`."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent

import pytest

from tests.cli.conftest import Command

STATS = '''
from typing import Any


def mean(data, sigmas=2.0, *, hint: Any = None):
    """Return the mean."""


def fine(x: float) -> float: ...


def kind(x: type[int]) -> None: ...
'''


@pytest.fixture(autouse=True)
def stats(here: Path) -> Path:
    path = here / "stats.py"
    path.write_text(STATS, encoding="utf-8")
    return path


def test_advice_says_what_to_annotate_where(gophersnake: Command) -> None:
    result = gophersnake("check", "stats.py")
    assert result.status == 0
    assert result.out.splitlines() == [
        (
            "stats.py:5:10: mean: the parameter data has no annotation: "
            "annotate it (data: list[float], say) to get a Go type"
        ),
        (
            "stats.py:5:16: mean: the parameter sigmas has no annotation: "
            "annotate it (sigmas: float, by its default) to get a Go type"
        ),
        (
            "stats.py:5:31: mean: the parameter hint is annotated Any: "
            "a type such as list[float] would be one in Go too"
        ),
        (
            "stats.py:5:1: mean: the result has no annotation: "
            "annotate it (-> list[float], or -> None) to get a Go type"
        ),
        (
            "stats.py:12:10: kind: the parameter x is an object, for type[int]: "
            "it is a class as a value"
        ),
    ]
    assert result.err == "3 functions, 5 pieces of advice\n"


def test_advice_on_methods(here: Path, gophersnake: Command) -> None:
    text = """
    from dataclasses import dataclass

    class Stack:
        def push(self, item=1) -> None: ...
        def kind(self) -> type[int]: ...
        def __init__(self, items) -> None: ...

    class Deep(Stack): ...

    class EmptyError(Exception): ...

    @dataclass
    class Point:
        x: float
        def scaled(self, by) -> float: ...
    """
    (here / "stacks.py").write_text(dedent(text), encoding="utf-8")
    assert gophersnake("check", "stacks.py").out.splitlines() == [
        (
            "stacks.py:5:20: Stack.push: the parameter item has no annotation: "
            "annotate it (item: int, by its default) to get a Go type"
        ),
        (
            "stacks.py:6:5: Stack.kind: the result is an object, for type[int]: "
            "it is a class as a value"
        ),
        (
            "stacks.py:7:24: Stack: the parameter items has no annotation: "
            "annotate it (items: list[float], say) to get a Go type"
        ),
        (
            "stacks.py:16:22: Point.scaled: the parameter by has no annotation: "
            "annotate it (by: list[float], say) to get a Go type"
        ),
    ]


def test_advice_on_what_takes_any_number(here: Path, gophersnake: Command) -> None:
    text = "def f(*args, **kwargs) -> dict: ...\ndef g(x: dict[str, object]) -> None: ...\n"
    (here / "m.py").write_text("\n" * 99 + text, encoding="utf-8")
    annotate = "has no annotation: annotate it"
    like = "a type such as dict[str, float] would be one in Go too"
    assert gophersnake("check", "m.py").out.splitlines() == [
        f"m.py:100:8: f: the parameter args {annotate} (*args: float, say) to get a Go type",
        f"m.py:100:16: f: the parameter kwargs {annotate} (**kwargs: float, say) to get a Go type",
        f"m.py:100:1: f: the result is annotated dict: {like}",
        f"m.py:101:7: g: the parameter x is annotated dict[str, object]: {like}",
    ]


def test_what_a_package_offers_of_its_modules_is_told_once(
    here: Path, gophersnake: Command
) -> None:
    (here / "go.mod").write_text("module example.com/m\n", encoding="utf-8")
    (here / "p").mkdir()
    (here / "p" / "__init__.py").write_text("from .a import f\n", encoding="utf-8")
    (here / "p" / "a.py").write_text("def f(x) -> None: ...\n", encoding="utf-8")
    assert len(gophersnake("check", "p").out.splitlines()) == 1
    assert gophersnake("generate", "p").out.count("f has objects: x: ") == 1


def test_a_folder_without_modules_is_an_error(stats: Path, gophersnake: Command) -> None:
    stats.unlink()
    result = gophersnake("check")
    assert (result.status, result.err) == (
        1,
        "gophersnake: no Python module here\n  name one: gophersnake check MODULE\n",
    )


def test_nothing_is_written(here: Path, gophersnake: Command) -> None:
    gophersnake("check", "stats.py")
    assert [path.name for path in here.iterdir()] == ["stats.py"]


def test_strict_fails_if_there_is_advice(stats: Path, gophersnake: Command) -> None:
    assert gophersnake("check", "--strict", "stats.py").status == 1
    stats.write_text("def f() -> int: ...\n", encoding="utf-8")
    result = gophersnake("check", "--strict", "stats.py")
    assert (result.status, result.out) == (0, "")
    assert result.err == "1 functions, no advice\n"


def test_advice_as_json(gophersnake: Command) -> None:
    found = json.loads(gophersnake("check", "--json").out)
    assert found[0] == {
        "file": "stats.py",
        "line": 5,
        "column": 10,
        "name": "mean",
        "advice": "the parameter data has no annotation: "
        "annotate it (data: list[float], say) to get a Go type",
    }


def test_report_as_json(gophersnake: Command) -> None:
    result = gophersnake("generate", "--report", "json", "stats.py")
    report = json.loads(result.out)
    assert report["schema"] == 1
    assert report["totals"]["function"] == {"mapped": 1, "partly objects": 2, "skipped": 0}
    (package,) = report["packages"]
    assert (package["module"], package["package"], package["folder"]) == ("stats",) * 3
    (kind,) = (each for each in package["names"] if each["name"] == "kind")
    assert kind == {
        "name": "kind",
        "kind": "function",
        "status": "partly objects",
        "go": "Kind",
        "file": "stats.py",
        "line": 12,
        "column": 1,
        "reasons": ["x: type[int]: it is a class as a value"],
        "notes": [],
        "objects": [
            {
                "what": "x",
                "annotation": "type[int]",
                "reason": "it is a class as a value",
                "file": "stats.py",
                "line": 12,
                "column": 10,
            }
        ],
    }


def test_report_in_a_file(here: Path, gophersnake: Command) -> None:
    result = gophersnake("generate", "--report", "report.json", "stats.py")
    assert result.out.startswith("module")
    assert json.loads((here / "report.json").read_text(encoding="utf-8"))["schema"] == 1


def test_many_reasons_are_counted(stats: Path, gophersnake: Command) -> None:
    lines = [f"def f{number}(x) -> None: ..." for number in range(100)]
    stats.write_text("\n".join(lines), encoding="utf-8")
    out = gophersnake("generate", "stats.py").out
    assert out.count("has objects: x:") == 40
    assert "… and 60 more. Most often:\n   100  Any, object or no annotation\n" in out


def test_the_configuration_says_what_to_generate(here: Path, gophersnake: Command) -> None:
    text = "[tool.gophersnake]\nmodules = ['stats.py']\noutput = 'go'\nskip = ['stats.mean']\n"
    (here / "pyproject.toml").write_text(text, encoding="utf-8")
    assert gophersnake("generate").status == 0
    code = (here / "go" / "stats" / "stats.go").read_text(encoding="utf-8")
    assert "func Fine(" in code
    assert "func Mean(" not in code


def test_a_mistake_in_the_configuration_is_told_like_a_compiler_does(
    here: Path, gophersnake: Command
) -> None:
    (here / "pyproject.toml").write_text("[tool.gophersnake]\nmodul = []\n", encoding="utf-8")
    result = gophersnake("generate")
    assert result.status == 1
    assert result.err.startswith("pyproject.toml:2:1: modul: there is no such key\n")


def test_a_setting_on_a_module_that_is_not_there_costs_the_others_nothing(
    here: Path, stats: Path, gophersnake: Command
) -> None:
    text = "[tool.gophersnake]\nskip = ['statz.mean']\n"
    (here / "pyproject.toml").write_text(text, encoding="utf-8")
    result = gophersnake("generate")
    assert result.status == 1
    assert result.err == (
        "pyproject.toml:2:1: statz.mean: there is no module statz\n  did you mean stats?\n"
    )
    assert (here / "stats" / "stats.go").exists()
