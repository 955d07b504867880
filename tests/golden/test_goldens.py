"""Every case comes to what is wanted of it, and all that comes out is good Go.

After a change that is meant to change the output: python -m tests.golden --update
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from gophersnake import golang
from gophersnake.reader import read
from gophersnake.writer import render
from tests.golden import gomodule
from tests.golden.__main__ import difference
from tests.golden.cases import CASES, UPDATE, Case

WITH_GO = [case for case in CASES if "error.txt" not in case.wanted]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_comes_to_what_is_wanted(case: Case) -> None:
    changed = "".join(difference(case))
    assert not changed, f"{changed}\nif that is right: {UPDATE} {case.name}"


@pytest.mark.parametrize("case", WITH_GO, ids=lambda case: case.name)
def test_case_comes_to_the_same_each_time(case: Case) -> None:
    assert case.outcome() == case.outcome()


def test_gofmt_leaves_all_output_as_it_is() -> None:
    files = [str(path) for case in WITH_GO for path in (case.folder / "want").glob("*.go")]
    command = [str(golang.find().gofmt), "-d", *files]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.stdout + done.stderr == ""


@pytest.fixture(scope="module")
def go_module(tmp_path_factory: pytest.TempPathFactory) -> gomodule.GoModule:
    return gomodule.make(tmp_path_factory.mktemp("goldens"), WITH_GO)


def test_all_output_compiles(go_module: gomodule.GoModule) -> None:
    assert go_module.go("build", "./...") == ""


def test_descriptions_of_functions_take_no_stack(tmp_path: Path) -> None:
    """The compiler compares all that is on it; a package can have thousands of functions."""
    lines = [f"def f{i}(x: int, y: str = 'a', *, z: bool = False) -> str: ..." for i in range(40)]
    module = gomodule.empty(tmp_path)
    folder = module.folder / "many"
    folder.mkdir()
    (folder / "many.py").write_text("\n".join(lines), encoding="utf-8")
    (text,) = render(read(str(folder / "many.py")), folder=folder).files.values()
    (folder / "many.go").write_text(text, encoding="utf-8")
    found = re.search(r"/many\.init STEXT .* locals=0x([0-9a-f]+)", module.assembly("./many"))
    assert found
    assert int(found[1], 16) < 20 * len(lines)


def test_vet_finds_nothing_in_the_output(go_module: gomodule.GoModule) -> None:
    assert go_module.go("vet", "./...") == ""


def test_staticcheck_finds_nothing_in_the_output_even_were_it_written_by_hand(
    tmp_path: Path,
) -> None:
    module = gomodule.make(tmp_path, WITH_GO)
    module.claim_to_be_handwritten()
    assert module.staticcheck() == ""


def test_mistakes_in_go_are_noticed(tmp_path: Path) -> None:
    module = gomodule.empty(tmp_path)
    (module.folder / "p").mkdir()
    source = "// Package p is wrong.\npackage p\n\nvar unused = 1\n"
    (module.folder / "p" / "p.go").write_text(source, encoding="utf-8")
    assert "U1000" in module.staticcheck()
    (module.folder / "p" / "p.go").write_text("package p\n\nvar x = y\n", encoding="utf-8")
    assert "undefined: y" in module.go("vet", "./...")
