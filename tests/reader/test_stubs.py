"""Stubs beside sources, stubs-only packages and typeshed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from gophersnake.model import Location, OptionalOf, Scalar, SequenceKind, SequenceOf, Skipped
from gophersnake.reader import read

if TYPE_CHECKING:
    from tests.reader.conftest import Project


def test_a_stub_beside_the_source_says_the_types(project: Project) -> None:
    project.write("m.pyi", "def f(x: int, *, y: str = ...) -> list[int]: ...")
    project.write(
        "m.py",
        '''
        """A module."""
        def f(x, *, y="z"):
            """Do it.

            Args:
                x: The number.
            """
        def forgotten(): ...
        def _private(): ...
        ''',
    )
    module = project.read()
    (function,) = module.functions
    assert module.doc == "A module."
    assert module.location == Location("m.pyi", 1)
    assert function.result == SequenceOf(SequenceKind.LIST, Scalar.INT)
    assert [each.type for each in function.parameters] == [Scalar.INT, Scalar.STR]
    assert [each.doc for each in function.parameters] == ["The number.", ""]
    assert function.doc.startswith("Do it.")
    assert function.location == Location("m.pyi", 1)
    assert function.signature == "(x, *, y='z')"
    assert module.skipped == (
        Skipped("forgotten", Location("m.py", 9), "the stub m.pyi does not have it"),
    )
    assert [each.path for each in module.sources] == ["m.py"]


def test_a_stub_alone_is_enough(project: Project) -> None:
    project.write("m.pyi", "def f(x: int, y: str = ...) -> int: ...\nfrom os.path import join")
    module = project.read()
    assert [each.name for each in module.functions] == ["f"]
    assert module.functions[0].signature == "?(x, y=...)"
    assert module.sources == ()


def test_a_stub_offers_its_star_imports(project: Project) -> None:
    project.write("m.pyi", "from textwrap import *")
    assert "dedent" in [each.name for each in project.read().functions]


def test_a_stubs_only_package(project: Project) -> None:
    project.write("site-packages/foo/__init__.py", "from .core import f")
    project.write("site-packages/foo/core.py", "def f(x):\n    'Doc.'\n")
    project.write("site-packages/foo/plain.py", "def g(x: str): ...")
    project.write("site-packages/foo-stubs/__init__.pyi", "from .core import f as f")
    project.write("site-packages/foo-stubs/core.pyi", "def f(x: int | None) -> None: ...")
    paths = [project.folder / "site-packages"]
    module = read("foo", search_paths=paths)
    (function,) = module.functions
    assert function.parameters[0].type == OptionalOf(Scalar.INT)
    assert (function.doc, function.signature) == ("Doc.", "(x)")
    assert module.sources == ()
    assert read("foo.core", search_paths=paths).functions[0].location.file.endswith("core.pyi")
    assert read("foo.plain", search_paths=paths).functions[0].parameters[0].type is Scalar.STR


@pytest.mark.parametrize(
    ("module", "function"),
    [
        ("statistics", "mean"),
        ("math", "sqrt"),
        ("textwrap", "dedent"),
        ("os.path", "join"),
        ("json", "dumps"),
        ("xml.sax.saxutils", "escape"),
        ("sys", "getrecursionlimit"),
        ("collections.abc", None),
    ],
)
def test_the_standard_library(project: Project, module: str, function: str | None) -> None:
    found = project.read(module)
    assert found.name == module
    assert found.sources == ()
    assert found.location.file.startswith("typeshed/")
    if function is not None:
        assert function in [each.name for each in found.functions]


def test_docs_of_the_standard_library_are_those_of_its_source(project: Project) -> None:
    functions = {each.name: each for each in project.read("textwrap").functions}
    assert functions["dedent"].doc.startswith("Remove any common leading whitespace")
    assert functions["dedent"].result is Scalar.STR
    assert functions["dedent"].signature == "(text)"


def test_a_c_function_of_the_standard_library(project: Project) -> None:
    functions = {each.name: each for each in project.read("math").functions}
    assert functions["isqrt"].signature == "?(n, /)"
    assert functions["isqrt"].result is Scalar.INT


def test_typeshed_is_read_for_this_version_of_python(project: Project) -> None:
    names = [each.name for each in project.read("statistics").functions]
    assert ("kde" in names) == (sys.version_info >= (3, 13))


def test_a_local_module_hides_the_standard_library(project: Project) -> None:
    project.write("statistics.py", "def own(): ...")
    module = project.read("statistics")
    assert [each.name for each in module.functions] == ["own"]
    assert [each.path for each in module.sources] == ["statistics.py"]
