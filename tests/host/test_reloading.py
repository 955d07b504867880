"""Which modules are to be executed again after an edit."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

import pytest

from gophersnake.host import reloading

FILES = {"one/__init__.py": "from .inner import x", "one/inner.py": "x = 1", "two.py": "y = 2"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    top = tmp_path / "reloaded"
    for path, text in FILES.items():
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).write_text(text, encoding="utf-8")
    monkeypatch.setenv("GOPHERSNAKE_SOURCES", str(top))
    monkeypatch.syspath_prepend(str(top))
    reloading._loaded.clear()
    reloading._looked.clear()
    for name in ("one", "one.inner", "two"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    importlib.import_module("one")
    importlib.import_module("two")
    assert reloading.changed() == []
    return top


def edit(file: Path, text: str, second: int) -> None:
    file.write_text(text, encoding="utf-8")
    os.utime(file, (second, second))


def test_a_changed_package_is_reloaded_whole_once_the_change_has_settled(folder: Path) -> None:
    edit(folder / "one/inner.py", "x = 3", 1_000)
    assert reloading.changed() == []
    edit(folder / "one/inner.py", "x = 4", 2_000)
    assert reloading.changed() == []
    assert reloading.changed() == ["one.inner", "one"]
    assert reloading.changed() == []


def test_a_file_that_goes_is_waited_for(folder: Path) -> None:
    (folder / "two.py").unlink()
    assert reloading.changed() == reloading.changed() == []
    edit(folder / "two.py", "y = 5", 3_000)
    reloading.changed()
    assert reloading.changed() == ["two"]
