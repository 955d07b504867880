"""What the wheel and the sdist carry, and what they leave out."""

from __future__ import annotations

import tarfile
import zipfile

from gophersnake import __version__, gosource
from tests.packaging.conftest import ROOT, Built


def test_the_wheel_carries_the_go_runtime_and_nothing_of_its_tests(built: Built) -> None:
    names = zipfile.ZipFile(built.wheel).namelist()
    prefix = "gophersnake/_go/"
    carried = {name.removeprefix(prefix) for name in names if name.startswith(prefix)}
    assert carried == set(gosource.files(ROOT))
    assert {"go.mod", "go.sum"} < carried
    assert not [name for name in carried if name.endswith("_test.go")]


def test_the_wheel_carries_what_the_package_reads(built: Built) -> None:
    names = zipfile.ZipFile(built.wheel).namelist()
    assert "gophersnake/py.typed" in names
    assert "gophersnake/project/template/main.go.tmpl" in names
    assert "gophersnake/writer/templates/file.go.j2" in names
    assert [name for name in names if name.startswith("gophersnake/bridge.")]


def test_the_wheel_leaves_out_what_only_the_build_needs(built: Built) -> None:
    names = zipfile.ZipFile(built.wheel).namelist()
    wrong = (".pyx", ".pxi", ".c", ".pyc")
    assert not [name for name in names if name.endswith(wrong)]
    assert {name.partition("/")[0] for name in names} == {
        "gophersnake",
        f"gophersnake-{__version__}.dist-info",
    }


def test_the_sdist_carries_what_the_wheel_is_built_from(built: Built) -> None:
    with tarfile.open(built.sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"setup.py", "pyproject.toml", "src/gophersnake/bridge/bridge.pyx"} < names
    assert set(gosource.files(ROOT)) < names


def test_an_editable_install_takes_the_go_runtime_from_the_checkout() -> None:
    assert gosource.locate() == ROOT
