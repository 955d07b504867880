"""Importing the modules that a binary carries."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gophersnake.host import binding, errors, objects
from gophersnake.host.embedded import ROOT, Importer


@pytest.fixture
def importer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Importer]:
    before = set(sys.modules)
    importer = Importer()
    monkeypatch.setattr(sys, "meta_path", [importer, *sys.meta_path])
    yield importer
    for name in set(sys.modules) - before:
        del sys.modules[name]


def test_what_is_not_carried_of_a_package_comes_from_the_environment(
    importer: Importer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Compiled modules, that is."""
    importer.files = {"carried/__init__.py": b"", "carried/inner/m.py": b"where = 'memory'"}
    for path in ("carried/fast.py", "carried/inner/m.py", "carried/inner/fast.py"):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("where = 'environment'", encoding="utf-8")
    (tmp_path / "carried" / "__init__.py").write_text("raise ImportError", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    assert importlib.import_module("carried.fast").where == "environment"
    assert importlib.import_module("carried.inner.fast").where == "environment"
    assert importlib.import_module("carried.inner.m").where == "memory"
    assert sys.modules["carried"].__file__ == f"{ROOT}/carried/__init__.py"


def test_a_package_that_is_carried_alone(importer: Importer) -> None:
    importer.files = {"carried/__init__.py": b"", "carried/inner/__init__.py": b""}
    inner = importlib.import_module("carried.inner")
    assert list(inner.__path__) == [f"{ROOT}/carried/inner"]
    with pytest.raises(ModuleNotFoundError, match=r"No module named 'carried\.inner\.more'"):
        importlib.import_module("carried.inner.more")


def test_a_traceback_has_the_frames_of_the_users_code_alone(importer: Importer) -> None:
    importer.files = {"carried/__init__.py": b"from . import bad", "carried/bad.py": b"1 / 0"}
    with pytest.raises(ZeroDivisionError) as raised:
        __import__("carried")
    files = [file for file, *_ in errors.describe(raised.value)[0][3]]
    assert files == [__file__, f"{ROOT}/carried/__init__.py", f"{ROOT}/carried/bad.py"]


def test_a_traceback_does_not_begin_with_what_calls_the_users_code(importer: Importer) -> None:
    importer.files = {"carried.py": b"1 / 0"}
    (file,) = _files(objects.run, "1 / 0")
    assert file.startswith("<exec ")
    assert _files(binding.resolve, "carried", "f", "") == [f"{ROOT}/carried.py"]
    assert _files(importlib.import_module, "nowhere") == []


def _files(function: Callable[..., object], *arguments: str) -> list[str]:
    """Call a function that raises, as Go would: return the files in the traceback."""
    with pytest.raises((ZeroDivisionError, ModuleNotFoundError)) as raised:
        function(*arguments)
    traceback = raised.value.__traceback__
    assert traceback is not None
    frames = errors.describe(raised.value.with_traceback(traceback.tb_next))[0][3]
    return [file for file, *_ in frames]
