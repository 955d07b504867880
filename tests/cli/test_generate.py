"""`gophersnake generate`, as its user sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command

MEAN = '''
def mean(data: list[float]) -> float:
    """Return the mean."""
    return sum(data) / len(data)
'''


@pytest.fixture
def stats(here: Path) -> Path:
    path = here / "stats.py"
    path.write_text(MEAN, encoding="utf-8")
    return path


@pytest.fixture
def package(here: Path) -> Path:
    (here / "pack").mkdir()
    path = here / "pack" / "__init__.py"
    path.write_text(MEAN, encoding="utf-8")
    return path


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_package_gets_its_go_beside_it(here: Path, package: Path, gophersnake: Command) -> None:
    result = gophersnake("generate", "pack")
    assert (result.status, result.err) == (0, "")
    assert sorted(_files(here)) == ["pack/__init__.py", "pack/pack.go"]


def test_a_module_gets_a_folder_with_a_copy(here: Path, stats: Path, gophersnake: Command) -> None:
    assert gophersnake("generate", "stats.py").status == 0
    assert sorted(_files(here)) == ["stats.py", "stats/stats.go", "stats/stats.py"]
    assert (here / "stats" / "stats.py").read_bytes() == stats.read_bytes()


def test_an_installed_module_gets_a_folder(here: Path, gophersnake: Command) -> None:
    assert gophersnake("generate", "statistics").status == 0
    assert sorted(_files(here)) == ["statistics/statistics.go"]


def test_output_names_the_folder(here: Path, stats: Path, gophersnake: Command) -> None:
    assert gophersnake("generate", "stats", "-o", "go/st").status == 0
    assert sorted(_files(here / "go")) == ["st/stats.go", "st/stats.py"]


def test_a_path_below_another_folder_embeds_what_lies_there(
    here: Path, package: Path, gophersnake: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "elsewhere").mkdir()
    monkeypatch.chdir(here / "elsewhere")
    assert gophersnake("generate", "../pack").status == 0
    assert sorted(_files(here)) == ["pack/__init__.py", "pack/pack.go"]


def test_twice_writes_the_same_and_says_so(here: Path, stats: Path, gophersnake: Command) -> None:
    gophersnake("generate", "stats.py")
    first = _files(here)
    result = gophersnake("generate")
    assert result.status == 0
    assert "(unchanged)" in result.out
    assert _files(here) == first


def test_the_summary_counts_and_gives_reasons(here: Path, gophersnake: Command) -> None:
    text = "def f() -> int: ...\ndef g(x: type[int]) -> int: ...\nlimit = f()\n"
    (here / "m.py").write_text(text, encoding="utf-8")
    result = gophersnake("generate", "m.py")
    assert result.status == 0
    assert result.out.splitlines()[1].split() == ["m", "2", "1", "1", "m"]
    assert "m.py:2:1: g has objects: " in result.out
    assert "m.py:3:1: limit skipped: " in result.out


def test_check_passes_when_all_is_fresh(stats: Path, gophersnake: Command) -> None:
    gophersnake("generate", "stats.py")
    result = gophersnake("generate", "--check")
    assert (result.status, result.out, result.err) == (0, "", "")


def test_check_names_what_is_stale_and_writes_nothing(
    here: Path, stats: Path, gophersnake: Command
) -> None:
    gophersnake("generate", "stats.py")
    stats.write_text(MEAN.replace("mean", "average"), encoding="utf-8")
    before = _files(here)

    result = gophersnake("generate", "--check")

    assert result.status == 1
    assert result.out == "stats/stats.go: stale\nstats/stats.py: stale\n"
    assert "gophersnake: generated code is stale" in result.err
    assert _files(here) == before


def test_check_names_what_is_missing(here: Path, stats: Path, gophersnake: Command) -> None:
    result = gophersnake("generate", "stats.py", "--check")
    assert result.status == 1
    assert result.err.endswith("generated code is stale\n  gophersnake generate stats.py\n")
    assert "stats/stats.go: stale" in result.out
    assert sorted(_files(here)) == ["stats.py"]


def test_without_functions_a_script_gets_no_package(
    here: Path, stats: Path, gophersnake: Command
) -> None:
    (here / "script.py").write_text("print('hello')\n", encoding="utf-8")
    assert gophersnake("generate").status == 0
    assert not (here / "script").exists()


def test_an_empty_folder_is_an_error(gophersnake: Command) -> None:
    result = gophersnake("generate")
    assert result.status == 1
    assert result.err.startswith("gophersnake: no Python module here\n")


def test_a_folder_without_modules_is_an_error(here: Path, gophersnake: Command) -> None:
    (here / "data").mkdir()
    result = gophersnake("generate", "data")
    assert result.status == 1
    assert result.err.startswith("gophersnake: no Python module in data\n")


def test_a_syntax_error_is_told_like_a_compiler_does(here: Path, gophersnake: Command) -> None:
    (here / "bad.py").write_text("def f(:\n", encoding="utf-8")
    result = gophersnake("generate", "bad.py")
    assert result.status == 1
    assert result.err.startswith("bad.py:1:7: ")


def test_a_bad_module_costs_the_others_nothing(
    here: Path, stats: Path, gophersnake: Command
) -> None:
    (here / "bad.py").write_text("def f(:\n", encoding="utf-8")
    result = gophersnake("generate", "bad.py", "stats.py")
    assert result.status == 1
    assert (here / "stats" / "stats.go").exists()


def test_a_module_that_is_missing_is_named(gophersnake: Command) -> None:
    result = gophersnake("generate", "statistisc")
    assert result.status == 1
    assert result.err.startswith("gophersnake: statistisc: no such module\n")


def test_a_go_file_of_the_user_is_never_overwritten(
    here: Path, stats: Path, gophersnake: Command
) -> None:
    mine = here / "stats" / "stats.go"
    mine.parent.mkdir()
    mine.write_text("package stats\n", encoding="utf-8")
    result = gophersnake("generate", "stats.py")
    assert result.status == 1
    assert "is in the way" in result.err
    assert sorted(_files(here)) == ["stats.py", "stats/stats.go"]
    assert mine.read_text(encoding="utf-8") == "package stats\n"


def test_a_file_where_a_folder_is_to_be_is_named(
    here: Path, stats: Path, gophersnake: Command
) -> None:
    result = gophersnake("generate", "stats.py", "-o", "stats.py/st")
    assert (result.status, result.err) == (1, "gophersnake: stats.py/st: Not a directory\n")


def test_two_modules_for_one_file_are_refused(here: Path, gophersnake: Command) -> None:
    for folder in ("a", "b"):
        (here / folder).mkdir()
        (here / folder / "m.py").write_text(MEAN, encoding="utf-8")
    result = gophersnake("generate", "a/m.py", "b/m.py", "-o", "out")
    assert result.status == 1
    assert "out/m/m.go would be made from a/m.py and from b/m.py" in result.err
