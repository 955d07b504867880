"""What a target names, whether it is the user's own, and which files it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gophersnake import signature
from gophersnake.model import Location, Source

if TYPE_CHECKING:
    from pathlib import Path

    from tests.reader.conftest import Project


@pytest.mark.parametrize(
    "target", ["pkg", "./pkg", "pkg/", "pkg/__init__.py", "../{folder}/pkg", "{absolute}/pkg"]
)
def test_a_package_by_all_its_names(project: Project, target: str) -> None:
    project.write("pkg/__init__.py", "def f(): ...")
    target = target.format(folder=project.folder.name, absolute=project.folder)
    module = project.read(target)
    assert module.name == "pkg"
    assert module.location == Location("pkg/__init__.py", 1)
    assert module.sources == (Source("pkg/__init__.py", str(project.folder / "pkg/__init__.py")),)


@pytest.mark.parametrize("target", ["a.b.c", "a/b/c.py", "./a/b/c.py"])
def test_a_submodule_by_all_its_names(project: Project, target: str) -> None:
    for path in ("a/__init__.py", "a/b/__init__.py", "a/z.py"):
        project.write(path, "")
    project.write("a/b/c.py", "from ..z import missing\ndef f(): ...")
    module = project.read(target)
    assert module.name == "a.b.c"
    assert [each.path for each in module.sources] == [
        "a/__init__.py",
        "a/b/__init__.py",
        "a/b/c.py",
        "a/z.py",
    ]


def test_a_file_outside_any_package_is_a_module_of_its_folder(project: Project) -> None:
    project.write("lib/deep/stats.py", "import helpers\ndef f(x: helpers.Vec): ...")
    project.write("lib/deep/helpers.py", "Vec = list[int]")
    module = project.read("lib/deep/stats.py")
    assert module.name == "stats"
    assert [each.path for each in module.sources] == ["helpers.py", "stats.py"]


def test_a_namespace_package_is_found_by_its_dotted_name(project: Project) -> None:
    project.write("space/stats.py", "def f(): ...")
    assert project.read("space.stats").name == "space.stats"


def test_the_src_folder_of_the_working_directory_is_searched(project: Project) -> None:
    project.write("src/pkg/__init__.py", "def f(): ...")
    module = project.read("pkg")
    assert module.location.file == "src/pkg/__init__.py"
    assert [each.path for each in module.sources] == ["pkg/__init__.py"]


def test_only_importable_python_files_are_listed(project: Project) -> None:
    for path in ("pkg/__init__.py", "pkg/b.py", "pkg/a/c.py", "pkg/not-a-name.py", "pkg/data.txt"):
        project.write(path, "")
    for path in ("pkg/.hidden/x.py", "pkg/stub.pyi", "other.py"):
        project.write(path, "")
    paths = [each.path for each in project.read("pkg").sources]
    assert paths == ["pkg/__init__.py", "pkg/a/c.py", "pkg/b.py"]


def test_own_modules_that_are_imported_anywhere_are_listed(project: Project) -> None:
    project.write("one.py", "def f():\n    import two.deep as x, json\n    from . import nothing")
    project.write("two/__init__.py", "from three import g")
    project.write("two/deep.py", "import one, sys")
    project.write("three.py", "import broken")
    project.write("broken.py", "this is no Python")
    project.write("unused.py", "")
    paths = [each.path for each in project.read("one").sources]
    assert paths == ["broken.py", "one.py", "three.py", "two/__init__.py", "two/deep.py"]


def test_an_installed_module_has_no_sources(project: Project) -> None:
    project.write("lib/site-packages/pkg/__init__.py", "def f(): ...")
    module = project.read("./lib/site-packages/pkg")
    assert module.sources == ()
    assert module.digest.startswith("sha256:")


def test_the_digest_is_that_of_all_sources(project: Project) -> None:
    init = project.write("pkg/__init__.py", "def f(): ...")
    other = project.write("pkg/other.py", "")
    before = project.read("pkg").digest
    assert before == signature.digest(
        [("pkg/other.py", other.read_bytes()), ("pkg/__init__.py", init.read_bytes())]
    )
    other.write_text("x = 1")
    assert project.read("pkg").digest != before


def test_reading_twice_gives_the_same(project: Project) -> None:
    project.write("pkg/__init__.py", "from .core import *")
    project.write("pkg/core.py", "def f(x: int | str) -> None: ...\ndef g(): ...")
    assert project.read("pkg") == project.read("pkg")


def test_paths_below_the_working_directory_are_shown_from_there(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere: Path = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "far.py").write_text("def f(): ...")
    module = project.read(str(elsewhere / "far.py"))
    assert module.location.file == (elsewhere / "far.py").as_posix()
    assert [each.path for each in module.sources] == ["far.py"]
