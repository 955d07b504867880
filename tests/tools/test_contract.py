"""The generated constants of both languages follow contract/kinds.toml."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("contract_tool", ROOT / "tools" / "contract.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


contract = _load()
KINDS = (ROOT / "contract" / "kinds.toml").read_text(encoding="utf-8")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the project with nothing but kinds.toml and what is made from it."""
    for path in [contract.SOURCE, *contract.OUTPUTS]:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    return tmp_path


def test_committed_constants_are_fresh() -> None:
    assert contract.main(["--check"]) == 0


def test_check_names_stale_file_and_leaves_it(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stale = tree / "internal/wire/kinds.go"
    stale.write_text("package wire\n", encoding="utf-8")
    assert contract.main(["--check"], tree) == 1
    assert capsys.readouterr().err == (
        "internal/wire/kinds.go: stale; run: python tools/contract.py\n"
    )
    assert stale.read_text(encoding="utf-8") == "package wire\n"


def test_writes_what_is_missing_and_then_has_nothing_to_do(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tree / "src/gophersnake/bridge/constants.pxi").unlink()
    assert contract.main([], tree) == 0
    assert contract.main([], tree) == 0
    assert capsys.readouterr().out == "src/gophersnake/bridge/constants.pxi\n"
    assert contract.main(["--check"], tree) == 0


def test_both_languages_get_a_new_kind() -> None:
    text = KINDS.replace(
        "[parameters]", 'frozen_dict = { number = 200, layout = "" }\n[parameters]'
    )
    parsed = contract.read(text)
    assert "\tKindFrozenDict Kind = 200\n" in contract.go(parsed)
    assert "    KIND_FROZEN_DICT = 200\n" in contract.cython(parsed)


def test_tables_leave_room_for_numbers_that_are_not_given() -> None:
    text = KINDS.replace("int8 = { number = 2,", "int8 = { number = 21,", 1)
    made = contract.cython(contract.read(text))
    assert "DTYPE_LAST = 21" in made
    assert "{0, 1, 0, 1, 2, 2, 4, 4, 8, 8, 2, 4, 8, 8, 16, 8, 8, 0, 0, 0, 0, 1}" in made
    assert 'DTYPE_FORMAT[] = {0, "?", 0, "B"' in made


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("str = { number = 6", "str = { number = 5", "types.str: 5 is already taken"),
        ("str = { number = 6", "str = { number = 256", "types.str: 256 is out of range"),
        ("no_memory = 3", 'no_memory = "3"', "status.no_memory: '3' is out of range"),
        ("[limits]", "[bounds]", "expected the sections"),
    ],
    ids=["number taken", "number too large", "not a number", "unknown section"],
)
def test_refuses_contract_that_no_language_can_use(old: str, new: str, message: str) -> None:
    assert old in KINDS
    with pytest.raises(contract.ContractError, match=message):
        contract.read(KINDS.replace(old, new, 1))
