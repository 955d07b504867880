"""Which names a module offers, and why others are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gophersnake.model import Location, ObjectOf, Scalar, Skipped
from gophersnake.reader.variables import UNTYPED

if TYPE_CHECKING:
    from gophersnake.model import Module
    from tests.reader.conftest import Project


def names(module: Module) -> list[str]:
    return [each.name for each in module.functions]


def test_private_functions_are_left_out_in_silence(project: Project) -> None:
    module = project.module(
        "def b(): ...\ndef _hidden(): ...\ndef __getattr__(name): ...\ndef a(): ..."
    )
    assert names(module) == ["b", "a"]
    assert module.skipped == ()


@pytest.mark.parametrize(
    "exports",
    [
        '__all__ = ["b", "_shown"]',
        '__all__ = ("b", "_shown")',
        '__all__: list[str] = ["b", "_shown"]',
        '__all__ = ["b"]\n__all__ += ["_shown"]',
        '__all__ = ["b"] + ["_shown"]',
        '__all__ = ["b"]\n__all__.append("_shown")',
        '__all__ = ["b"]\n__all__.extend(["_shown"])',
        '__all__ = ["a", "b", "_shown"]\n__all__.remove("a")',
    ],
)
def test_all_decides(project: Project, exports: str) -> None:
    module = project.module(f"{exports}\ndef a(): ...\ndef _shown(): ...\ndef b(): ...")
    assert names(module) == ["b", "_shown"]


def test_all_may_take_in_that_of_another_module(project: Project) -> None:
    project.write("pkg/core.py", '__all__ = ["f", "g"]\ndef f(): ...\ndef g(): ...\ndef h(): ...')
    project.write("pkg/more.py", '__all__ = ["k"]\ndef k(): ...')
    project.write(
        "pkg/__init__.py",
        """
        from . import core, more
        from .core import *
        from .more import *
        __all__ = [*core.__all__, "main"]
        __all__ += more.__all__
        def main(): ...
        """,
    )
    assert names(project.read("pkg")) == ["f", "g", "main", "k"]


def test_a_package_offers_what_it_imports_from_its_own_modules(project: Project) -> None:
    project.write("pkg/core.py", "from math import sqrt\ndef f(): ...\ndef g(): ...\ndef _h(): ...")
    project.write(
        "pkg/__init__.py",
        """
        from math import floor
        import numpy as np
        from .core import f, g as renamed, sqrt, _h
        from pkg.core import g
        def own(): ...
        """,
    )
    assert names(project.read("pkg")) == ["f", "renamed", "sqrt", "g", "own"]


def test_the_modules_of_a_package_have_packages_of_their_own(project: Project) -> None:
    project.write("pkg/core.py", "def f(): ...")
    project.write("pkg/_own.py", "def f(): ...")
    project.write("pkg/__init__.py", "from . import core, _own\n__all__ = ['core', '_own']")
    assert [each.reason for each in project.read("pkg").skipped] == [
        "it is a module: generate it by its own name, pkg._own"
    ]


def test_a_plain_module_offers_only_what_it_defines(project: Project) -> None:
    project.write("other.py", "def f(): ...\ndef g(): ...")
    module = project.module("from other import f\nfrom other import g as g\ndef own(): ...")
    assert names(module) == ["g", "own"]


@pytest.mark.parametrize(
    "exports",
    ["__all__ = [name for name in dir()]", "__all__ = make()", "__all__ = ['a']\n__all__ += NAMES"],
)
def test_a_dynamic_all_counts_as_none(project: Project, exports: str) -> None:
    module = project.module(f"def a(): ...\ndef b(): ...\n{exports}")
    assert names(module) == ["a", "b"]


def test_alls_that_take_each_other_in_have_an_end(project: Project) -> None:
    project.write("pkg/core.py", "import pkg\n__all__ = ['f', *pkg.__all__]\ndef f(): ...")
    project.write(
        "pkg/__init__.py",
        "from .core import *\nfrom .core import __all__ as names\n__all__ = ['g', *names]\n"
        "def g(): ...",
    )
    assert names(project.read("pkg")) == ["g", "f"]


def test_names_in_all_may_be_imported_from_anywhere(project: Project) -> None:
    module = project.module('from math import isnan\n__all__ = ["isnan"]')
    assert names(module) == ["isnan"]
    assert module.functions[0].result is Scalar.BOOL


def test_a_re_exported_function_is_the_one_it_leads_to(project: Project) -> None:
    project.write("pkg/a/b/core.py", "Vec = list[int]\ndef f(x: Vec) -> int:\n    'Doc.'\n")
    project.write("pkg/a/b/__init__.py", "from .core import f")
    project.write("pkg/a/__init__.py", "from .b import f as g")
    project.write(
        "pkg/__init__.py", "from .a import *\nfrom .a import g as h\n__all__ = ['g', 'h']"
    )
    g, h = project.read("pkg").functions
    assert (g.name, h.name, g.doc) == ("g", "h", "Doc.")
    assert g.location == Location("pkg/a/b/core.py", 2)
    assert g.signature == h.signature == "(x: Vec) -> int where Vec = list[int]"


def test_star_imports_of_own_modules_are_followed(project: Project) -> None:
    project.write("helpers.py", "from deeper import *\ndef f(): ...\ndef _no(): ...")
    project.write("deeper.py", "from m import *\ndef g(): ...")
    module = project.module("from math import *\nfrom helpers import *\ndef own(): ...")
    assert names(module) == ["g", "f", "own"]
    assert module.skipped == ()


def test_star_imports_bring_what_is_exported_though_running_makes_it(project: Project) -> None:
    assert project.type_of("Optional[List[int]]", "from typing_extensions import *") == (
        project.type_of("typing.Optional[list[int]]")
    )
    project.write("made.py", "__all__ = ['Late']\nglobals().update(Late=int)")
    refused = project.type_of("Late", "from made import *")
    assert isinstance(refused, ObjectOf)
    assert "not defined" not in refused.reason


def test_a_star_import_that_cannot_be_read_is_reported_with_its_place(project: Project) -> None:
    module = project.module("def own(): ...\nfrom nowhere import *\n")
    assert names(module) == ["own"]
    assert module.skipped == (
        Skipped("*", Location("m.py", 2), "the module nowhere cannot be read"),
    )


def test_another_name_for_a_function_is_a_function(project: Project) -> None:
    module = project.module("import math\ndef _f(x: int) -> int: ...\nshort = _f\nroot = math.sqrt")
    assert names(module) == ["short", "root"]


def test_type_names_are_left_out_in_silence(project: Project) -> None:
    module = project.module(
        """
        import typing as t
        T = t.TypeVar("T")
        UserId = t.NewType("UserId", int)
        Vec = list[float]
        Other = Vec
        Maybe = Vec | None
        Named: t.TypeAlias = "int"
        class Thing(type): ...
        Things = list[Thing]
        """
    )
    assert [each.name for each in module.skipped] == ["Thing"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("class X(type): ...", "metaclasses, and enums without members, have no form in Go"),
        (
            "class _X(type): ...\nX = _X",
            "metaclasses, and enums without members, have no form in Go",
        ),
        ("X = None", UNTYPED),
        ("X = 1\nX = 'text'", UNTYPED),
        ("import math\nX = math.pi", UNTYPED),
        ("X = lambda a: a", UNTYPED),
        ("import m2 as X\n__all__ = ['X']", "it is a module: generate it by its own name, m2"),
        ("__all__ = ['X']", "__all__ names it, but the module does not define it"),
        (
            "__all__ = ['X']\ndef __getattr__(name): ...",
            "it is made by the module's __getattr__ when the program runs",
        ),
        (
            "from nowhere import X\n__all__ = ['X']",
            "it is imported from nowhere.X, which cannot be read",
        ),
    ],
)
def test_other_public_names_say_why_they_are_left_out(
    project: Project, text: str, reason: str
) -> None:
    project.write("m2.py", "")
    module = project.module(f"{text}\n")
    assert [(each.name, each.reason) for each in module.skipped] == [("X", reason)]
    assert module.functions == ()


def test_only_the_branches_of_this_python_count(project: Project) -> None:
    module = project.module(
        """
        import sys
        if sys.version_info >= (3, 8):
            def f(a: int): ...
        else:
            def f(a: str): ...
        if sys.platform == "no such system":
            def g(): ...
        if __name__ == "__main__":
            def main(): ...
        """
    )
    assert names(module) == ["f"]
    assert module.functions[0].parameters[0].type is Scalar.INT
    assert module.functions[0].signature == "(a: int)"


def test_nothing_is_run(project: Project) -> None:
    project.write("pkg/helper.py", "raise SystemExit(3)")
    project.write(
        "pkg/__init__.py",
        "from .helper import *\nimport pathlib\npathlib.Path('ran').touch()\ndef f(): ...",
    )
    assert names(project.read("pkg")) == ["f"]
    assert not (project.folder / "ran").exists()


@pytest.mark.parametrize(
    "shorthand",
    [
        "plain = dataclasses.dataclass",
        "plain = dataclasses.dataclass(frozen=True)",
        "plain = functools.partial(dataclasses.dataclass, frozen=True)",
        "frozen = dataclasses.dataclass(frozen=True)\nplain = frozen(slots=True)",
        "plain = attrs.define",
        "plain = functools.lru_cache(maxsize=None)",
        "plain = contextlib.contextmanager",
        "plain = typing_extensions.deprecated",
    ],
)
def test_other_names_for_decorators_are_left_out_in_silence(
    project: Project, shorthand: str
) -> None:
    imports = "import attrs, contextlib, dataclasses, functools, typing_extensions"
    module = project.module(f"{imports}\n{shorthand}\ndef f(): ...")
    assert names(module) == ["f"]
    assert module.skipped == ()


def test_what_a_decorator_makes_of_a_function_is_no_decorator(project: Project) -> None:
    module = project.module("import functools\ndef f(): ...\nfast = functools.cache(f)")
    assert [each.name for each in module.skipped] == ["fast"]
