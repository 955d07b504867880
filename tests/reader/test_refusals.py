"""What the reader cannot go on from, in the words the user sees."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from gophersnake.errors import GophersnakeError, ModuleNotFound, NothingToRead, SourceError
from gophersnake.reader import read

if TYPE_CHECKING:
    from tests.reader.conftest import Project


def test_a_syntax_error_has_its_place(project: Project) -> None:
    project.write("pkg/__init__.py", "def f(:\n    pass\n")
    with pytest.raises(SourceError) as caught:
        project.read("pkg")
    assert str(caught.value) == ("pkg/__init__.py:1:7: invalid syntax\n  mend this line: def f(:")


def test_what_only_the_compiler_refuses_has_its_place(project: Project) -> None:
    project.write("m.py", "def f(a,\n      a): ...\n")
    with pytest.raises(SourceError, match=r"^m\.py:2:7: duplicate argument 'a'"):
        project.read("m.py")


def test_a_syntax_error_in_an_own_module_that_is_needed_has_its_place(project: Project) -> None:
    project.write("pkg/__init__.py", "from .core import f")
    project.write("pkg/core.py", "def f():\nreturn 1\n")
    with pytest.raises(SourceError, match=r"^pkg/core\.py:2:1: expected an indented block"):
        project.read("pkg")


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="the syntax is known there")
@pytest.mark.parametrize("line", ["type Vec = list[int]", "def f[T](x: T) -> T: ..."])
def test_syntax_of_a_newer_python_is_named_as_such(project: Project, line: str) -> None:
    project.write("m.py", f"{line}\n")
    with pytest.raises(SourceError) as caught:
        project.read("m.py")
    assert caught.value.remedy == (
        "this is syntax of Python 3.12: run gophersnake with that Python or a newer"
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"x = '\xff'\n", "m.py:1:1: cannot be decoded: "),
        (b"# coding: klingon\n", "m.py:1:1: cannot be decoded: unknown encoding"),
        (b"x = 1\0\n", "m.py:1:"),
        (b"x = " + b"(" * 10_000, "m.py:1:"),
        (b"x = " + b"-" * 1_000_000 + b"1", "m.py:1:"),
    ],
    ids=["bytes", "encoding", "null", "brackets", "deep"],
)
def test_a_file_that_is_no_text_of_python(project: Project, content: bytes, message: str) -> None:
    (project.folder / "m.py").write_bytes(content)
    with pytest.raises(SourceError) as caught:
        project.read("m.py")
    assert str(caught.value).startswith(message)


def test_other_encodings_and_line_ends_are_read(project: Project) -> None:
    text = "# coding: latin-1\r\ndef f(x: str = '\xe9') -> int:\r\n    '''Caf\xe9.'''\r\n"
    (project.folder / "m.py").write_bytes(text.encode("latin-1"))
    (function,) = project.read("m").functions
    assert (function.doc, function.parameters[0].default) == ("Caf\xe9.", "'\xe9'")


def test_a_module_that_is_nowhere(project: Project) -> None:
    project.write("pyoutliers/__init__.py", "")
    missing = project.folder / "missing"
    with pytest.raises(ModuleNotFound) as caught:
        read("pyoutlier", search_paths=[project.folder, missing])
    assert str(caught.value) == (
        "pyoutlier: no such module\n"
        "  looked in:\n"
        f"    {project.folder} (no pyoutlier)\n"
        f"    {missing} (no such folder)\n"
        "    the standard library\n"
        "  did you mean pyoutliers? Else name the module as Python imports it, or the path to its"
        " file or folder"
    )


def test_a_submodule_that_is_not_in_its_package(project: Project) -> None:
    project.write("pkg/__init__.py", "")
    project.write("pkg/stats.py", "")
    with pytest.raises(ModuleNotFound) as caught:
        project.read("pkg.stat")
    assert caught.value.looked == (f"{project.folder / 'pkg'} (no stat)",)
    assert caught.value.remedy.startswith("did you mean stats?")


def test_a_submodule_of_a_module(project: Project) -> None:
    project.write("stats.py", "")
    with pytest.raises(ModuleNotFound) as caught:
        project.read("stats.mean")
    assert caught.value.looked == (
        f"{project.folder / 'stats.py'} (stats is a module, not a package)",
    )


@pytest.mark.parametrize("target", ["no-such-name", "", "a..b", "1x", "a b"])
def test_names_that_no_module_has(project: Project, target: str) -> None:
    with pytest.raises(ModuleNotFound):
        project.read(target)


def test_a_path_to_nothing(project: Project) -> None:
    project.write("stats.py", "")
    with pytest.raises(ModuleNotFound) as caught:
        project.read("./stat.py")
    assert caught.value.remedy.startswith("did you mean stats.py?")


def test_a_folder_that_is_no_package(project: Project) -> None:
    project.write("lib/stats.py", "")
    with pytest.raises(GophersnakeError) as caught:
        project.read("./lib")
    assert str(caught.value) == (
        "./lib: this folder is no Python package\n"
        "  add an __init__.py to it, or name one of the modules in it"
    )


@pytest.mark.parametrize("file", ["my-stats.py", "2fast.py", "my-lib/__init__.py"])
def test_a_file_that_python_cannot_import(project: Project, file: str) -> None:
    project.write(file, "")
    with pytest.raises(GophersnakeError) as caught:
        project.read(f"./{file}")
    name = file.removesuffix("/__init__.py").removesuffix(".py")
    assert str(caught.value) == (
        f"./{file}: no module can be called {name}\n"
        "  rename it: Python imports names of letters, digits and _ that begin with no digit"
    )


def test_a_compiled_module_without_stubs(project: Project) -> None:
    project.write("fast.so", "")
    project.write("fast.pyd", "")
    with pytest.raises(NothingToRead) as caught:
        project.read("fast")
    assert caught.value.remedy == "write a stub (fast.pyi) beside it, or install fast-stubs"


def test_a_broken_installed_module_costs_only_what_needs_it(project: Project) -> None:
    project.write("lib/site-packages/broken.py", "def f(:")
    project.write("m.py", "from broken import T\ndef f(x: T): ...\ndef g(x: int): ...")
    module = read("m", search_paths=[project.folder, project.folder / "lib/site-packages"])
    assert [each.name for each in module.functions] == ["f", "g"]


def test_a_folder_of_modules_is_no_module(project: Project) -> None:
    project.write("space/part/m.py", "")
    with pytest.raises(ModuleNotFound) as raised:
        read("space.part", search_paths=[project.folder])
    assert str(raised.value) == (
        "space.part: no such module\n"
        "  looked in:\n"
        f"    {project.folder / 'space' / 'part'} (a folder without __init__.py)\n"
        "  name one of the modules in it, such as space.part.m"
    )
    assert read("space.part.m", search_paths=[project.folder]).name == "space.part.m"
