"""The Pythons that a program could use, in the runtime's order, and what they say."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from gophersnake import __version__
from gophersnake.interpreters import ProbeError, places, probe


def _python(path: Path, text: str = "#!/bin/sh\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_places_are_asked_in_the_runtimes_order(tmp_path: Path) -> None:
    on_path = _python(tmp_path / "bin" / "python3")
    (tmp_path / ".venv").mkdir()
    environment = {
        "GOPHERSNAKE_PYTHON": "/chosen/python",
        "VIRTUAL_ENV": "/venv",
        "PATH": str(on_path.parent),
    }
    assert [(each.rule, each.executable) for each in places(environment, tmp_path)] == [
        ("GOPHERSNAKE_PYTHON", Path("/chosen/python")),
        ("VIRTUAL_ENV", Path("/venv/bin/python")),
        (".venv", tmp_path / ".venv" / "bin" / "python"),
        ("python3 on the path", on_path),
    ]


def test_what_is_not_set_is_no_place(tmp_path: Path) -> None:
    assert [each.rule for each in places({"PATH": "/nowhere"}, tmp_path)] == ["python3 on the path"]


def test_this_python_says_what_it_is() -> None:
    found = probe(Path(sys.executable))
    assert found.executable == Path(sys.executable)
    assert found.version == sys.version_info[:3]
    assert found.prefix == Path(sys.prefix)
    assert found.library is not None
    assert found.library.is_file()
    assert (found.package, found.failure) == (__version__, "")
    assert found.bridge is not None
    assert found.table is not None
    assert found.table[0] >= 1


def test_a_python_without_the_package_says_so(tmp_path: Path) -> None:
    found = probe(Path(sys.base_prefix) / "bin" / "python3")
    assert (found.package, found.bridge) == ("", None)
    assert "No module named 'gophersnake'" in found.failure


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("#!/bin/sh\necho 'Segmentation fault' >&2; exit 139\n", "Segmentation fault"),
        ("#!/bin/sh\nexit 4\n", "exit status 4"),
        ("#!/bin/sh\necho hello\n", "Expecting value"),
    ],
)
def test_one_that_does_not_answer_is_an_error(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ProbeError, match=says):
        probe(_python(tmp_path / "python", text))


def test_one_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ProbeError, match="python"):
        probe(tmp_path / "python")
