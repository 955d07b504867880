"""The corpus: a few modules of the standard library through all of it, and its parts.

`make corpus` does the whole standard library and the packages of the manifest.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from gophersnake.project import packages
from gophersnake.writer import Status
from tools.corpus import coverage, generating, manifest, vetting
from tools.corpus.__main__ import main
from tools.corpus.generating import Outcome, generate
from tools.corpus.manifest import LIBRARY

SAMPLE = ("bisect", "colorsys", "dis", "heapq", "shelve", "textwrap")


def test_a_sample_generates_and_vets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["--only", *SAMPLE, "--folder", str(tmp_path), "--jobs", "1", "--reasons", "3"])
    printed = capsys.readouterr()
    assert status == 0, printed.err
    (row,) = [line for line in printed.out.splitlines() if line.startswith(f"| {LIBRARY} |")]
    modules, functions, *shares = [cell.strip() for cell in row.split("|")[2:-1]]
    assert int(modules) == len(SAMPLE)
    assert int(functions) > 100
    assert 99 <= sum(int(share.rstrip("%")) for share in shares) <= 101
    assert (tmp_path / "go/library/textwrap/textwrap.go").is_file()


def test_the_manifest_has_enough_packages_and_every_version() -> None:
    rows = manifest.distributions()
    assert len([each for each in rows if each.modules]) >= 15
    assert len({each.name for each in rows}) == len(rows)
    assert all(each.version[0].isdigit() for each in rows)


def test_the_library_is_what_typeshed_has_of_this_python() -> None:
    library = manifest.library()
    assert len(library) > 200
    assert {"math", "os", "xml"} <= set(library)
    assert not {"this", "antigravity"} & set(library)


def test_a_row_without_a_version_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "manifest.txt"
    file.write_text("# packages\nattrs\n")
    with pytest.raises(ValueError, match="'attrs': expected NAME==VERSION"):
        manifest.distributions(file)


def test_a_crash_is_told_with_its_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_arguments: object, **_named: object) -> None:
        raise RecursionError("far too deep")

    monkeypatch.setattr(packages, "prepare", crash)
    outcome = generate("keyword", tmp_path, (), tmp_path)
    (crashed,) = outcome.crashes
    assert crashed.startswith("keyword: Traceback")
    assert crashed.rstrip().endswith("RecursionError: far too deep")


def test_a_module_that_is_not_there_is_refused(tmp_path: Path) -> None:
    outcome = generate("no_such_module", tmp_path, (), tmp_path)
    assert not outcome.crashes
    assert outcome.refused[0].startswith("no_such_module: ")


def test_what_does_not_vet_is_shown(tmp_path: Path) -> None:
    vetting.prepare(tmp_path)
    (tmp_path / "good").mkdir()
    (tmp_path / "good/good.go").write_text("package good\n")
    (tmp_path / "wrong").mkdir()
    (tmp_path / "wrong/wrong.go").write_text("package wrong\n\nvar one int = two\n")
    assert "undefined: two" in vetting.complaints(tmp_path)
    assert "undefined: two" in vetting.complaints(tmp_path, "wrong", jobs=1)
    assert not vetting.complaints(tmp_path, "good")


def test_files_of_an_earlier_run_go(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / f"{name}.go").write_text("package p\n")
    vetting.clear(tmp_path, [tmp_path / "new.go"])
    assert [path.name for path in tmp_path.iterdir()] == ["new.go"]


_PAGE = """before
<!-- begin: written by make corpus -->

| package | modules | functions | fully typed | partly objects | skipped |
| --- | ---: | ---: | ---: | ---: | ---: |
{rows}
<!-- end -->
after
"""


def test_shares_go_into_the_table_and_other_rows_stay(tmp_path: Path) -> None:
    page = tmp_path / "coverage.md"
    old = ["| stays 3.0 | 1 | 2 | 50% | 50% | 0% |", "| one 0.9 | 2 | 5 | 100% | 0% | 0% |"]
    page.write_text(_PAGE.format(rows="".join(f"{row}\n" for row in old)))
    counts = Counter({Status.MAPPED: 1200, Status.PARTLY: 600, Status.SKIPPED: 200})
    outcomes = {"one 1.0": Outcome(modules=3, functions=counts), "none 2.0": Outcome(modules=1)}
    coverage.record(outcomes, ["none 2.0", "one 1.0", "unknown 1.0", "stays 3.0"], page)
    wanted = ["| none 2.0 | 1 | 0 | - | - | - |", "| one 1.0 | 3 | 2,000 | 60% | 30% | 10% |"]
    assert page.read_text() == _PAGE.format(rows="\n".join([*wanted, old[0], ""]))


def test_a_page_without_markers_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "coverage.md"
    page.write_text("nothing\n")
    with pytest.raises(ValueError, match="no place for the table"):
        coverage.record({}, [], page)


def test_a_part_of_the_library_is_not_the_whole() -> None:
    (some,) = manifest.parts(["bisect", "heapq"])
    assert (some.modules, some.is_whole) == (("bisect", "heapq"), False)
    library, rich = manifest.parts(["stdlib", "rich"])
    assert library.is_whole
    assert len(library.modules) > 200
    assert (rich.folder, rich.modules, rich.is_library) == ("rich", ("rich",), False)
    assert manifest.parts()[0] == library


def test_the_page_in_the_docs_has_its_table() -> None:
    text = coverage.PAGE.read_text(encoding="utf-8")
    assert f"| {LIBRARY} |" in text
    recorded = [
        each for each in manifest.distributions() if f"| {each.name} {each.version} |" in text
    ]
    assert len(recorded) >= 20


def test_reasons_are_counted_once_a_function(tmp_path: Path) -> None:
    outcome = generating.generate("sched", tmp_path, (), tmp_path / "memory")
    assert outcome.reasons
    assert max(outcome.reasons.values()) <= outcome.functions[Status.PARTLY]
