"""Whole packages: which modules, where their Go packages lie, what is remembered."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from gophersnake import model, reader
from gophersnake.errors import GophersnakeError, SourceError
from gophersnake.project.discovery import Target, within
from gophersnake.project.generation import Package
from gophersnake.project.memory import Memory
from gophersnake.project.packages import prepare
from gophersnake.project.selection import select
from gophersnake.settings import NONE, Settings

SHAPES = """
from dataclasses import dataclass
@dataclass
class Point:
    x: float
def origin() -> Point: ...
"""
USES = "from p.shapes import Point\ndef move(p: Point) -> Point: ...\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "go.mod").write_text("module example.com/m\n\ngo 1.25.0\n", encoding="utf-8")
    return tmp_path


def _lay(files: dict[str, str]) -> None:
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")


def _folders(packages: list[Package]) -> dict[str, str]:
    return {each.module.name: each.folder.as_posix() for each in packages}


def _text(packages: list[Package], module: str) -> str:
    (package,) = (each for each in packages if each.module.name == module)
    (text,) = package.output.files.values()
    return text


def test_the_folders_of_go_mirror_the_modules() -> None:
    _lay({"p/__init__.py": USES, "p/shapes.py": SHAPES, "p/in/__init__.py": ""})
    _lay({"p/sub/__init__.py": USES, "p/sub/deep.py": USES, "p/empty.py": "", "p/_own.py": USES})
    _lay({"p/tests/test_it.py": USES, "p/tests/__init__.py": "", "p/test_p.py": USES})
    found = prepare(Target("p")).packages
    assert _folders(found) == {
        "p": "p",
        "p.shapes": "p/shapes",
        "p.sub": "p/sub",
        "p.sub.deep": "p/sub/deep",
    }


def test_folders_without_an_init_are_packages_too() -> None:
    _lay({"p/__init__.py": USES, "p/shapes.py": SHAPES, "p/data/notes.txt": ""})
    _lay({"p/ns/inner/move.py": "from ...shapes import Point\ndef to(p: Point) -> Point: ...\n"})
    _lay({"p/node_modules/tool.py": USES, "p/tests/helpers.py": USES, "p/ns/_own/m.py": USES})
    Path("p/link").symlink_to("ns")
    found = prepare(Target("p")).packages
    assert _folders(found) == {
        "p": "p",
        "p.shapes": "p/shapes",
        "p.ns.inner.move": "p/ns/inner/move",
    }
    assert "func To(ctx context.Context, p_ p.Point)" in _text(found, "p.ns.inner.move")


def test_output_is_the_folder_of_the_package_itself() -> None:
    _lay({"p/__init__.py": "", "p/shapes.py": SHAPES, "p/internal.py": USES})
    found = prepare(Target("p", Path("go/q"))).packages
    assert _folders(found) == {
        "p": "go/q",
        "p.internal": "go/q/internal_",
        "p.shapes": "go/q/shapes",
    }
    assert 'import (\n\t"context"' in _text(found, "p.internal")
    assert '\t"example.com/m/go/q/shapes"\n' in _text(found, "p.internal")


def test_the_root_alone_carries_the_sources() -> None:
    _lay({"p/__init__.py": USES, "p/shapes.py": SHAPES, "p/other.py": USES})
    found = prepare(Target("p")).packages
    assert "//go:embed shapes.py" in _text(found, "p")
    for name in ("p.shapes", "p.other"):
        text = _text(found, name)
        assert "go:embed" not in text
        assert f'bind.NewModule("{name}", bind.CarriedBy("p"))' in text


def test_a_type_is_declared_once() -> None:
    _lay({"p/__init__.py": "", "p/shapes.py": SHAPES, "p/other.py": USES})
    found = prepare(Target("p")).packages
    assert "type Point struct" in _text(found, "p.shapes")
    assert "p shapes.Point) (shapes.Point, error)" in _text(found, "p.other")


def test_a_class_is_in_the_package_of_its_base() -> None:
    _lay({"p/__init__.py": "", "p/image.py": "class Image:\n    def show(self) -> None: ...\n"})
    _lay({"p/avif.py": "from p.image import Image\nclass Avif(Image):\n    x: int\n"})
    found = prepare(Target("p")).packages
    assert "type Image struct" in _text(found, "p.image")
    assert "type Avif struct" in _text(found, "p.image")
    assert "type Avif = image.Avif\n" in _text(found, "p.avif")


def test_another_name_of_a_class_whose_type_variable_is_of_classes() -> None:
    generic = """
    from typing import Generic, TypeVar
    class Thing: ...
    T = TypeVar("T", Thing, str)
    class Box(Generic[T]):
        def item(self) -> T: ...
    """
    uses = "from p import boxes\nCrate = boxes.Box\ndef f() -> boxes.Box[str]: ...\n"
    _lay({"p/__init__.py": "", "p/boxes.py": generic, "p/uses.py": uses})
    found = prepare(Target("p")).packages
    assert "type Box[T any] = boxes.Box[T]" in _text(found, "p.uses")


def test_a_parameter_never_hides_an_imported_package() -> None:
    _lay({"p/__init__.py": "", "p/shapes.py": SHAPES})
    _lay({"p/other.py": "from p.shapes import Point\ndef f(shapes: list[Point]) -> None: ...\n"})
    text = _text(prepare(Target("p")).packages, "p.other")
    assert "shapes_ []shapes.Point" in text or "listOfShapesPoint" in text


def test_a_module_all_of_which_the_package_offers_gets_no_package_of_its_own() -> None:
    _lay({"p/__init__.py": "from p.shapes import Point, origin\n", "p/shapes.py": SHAPES})
    assert _folders(prepare(Target("p")).packages) == {"p": "p"}


def test_settings_leave_modules_out() -> None:
    _lay({"p/__init__.py": "", "p/shapes.py": SHAPES, "p/other.py": "def f(): ...\n"})
    found = prepare(Target("p"), Settings(skips=("p.sh*",))).packages
    assert sorted(_folders(found)) == ["p", "p.other"]


def test_a_module_that_cannot_be_read_costs_the_others_nothing() -> None:
    _lay({"p/__init__.py": "", "p/shapes.py": SHAPES, "p/bad.py": "def f(:\n"})
    prepared = prepare(Target("p"))
    assert sorted(_folders(prepared.packages)) == ["p", "p.shapes"]
    (error,) = prepared.errors
    assert isinstance(error, SourceError)
    assert str(error).startswith("p/bad.py:1:7: ")


def test_packages_that_import_each_other_need_a_path(here: Path) -> None:
    (here / "go.mod").unlink()
    _lay({"p/__init__.py": "", "p/shapes.py": SHAPES})
    with pytest.raises(GophersnakeError) as raised:
        prepare(Target("p"))
    assert raised.value.remedy == "go mod init PATH, then generate again"


def test_a_package_of_the_standard_library() -> None:
    found = _folders(prepare(Target("json", Path("go/json"))).packages)
    assert found["json"] == "go/json"
    assert found["json.tool"] == "go/json/tool"


def test_what_was_generated_is_found_again_as_one_package() -> None:
    _lay({"p/__init__.py": "", "p/shapes.py": SHAPES, "p/internal/__init__.py": SHAPES})
    for target in (Target("p"), Target("p", Path("go")), Target("json", Path("go/json"))):
        for package in prepare(target).packages:
            package.write()
    assert within(Path()) == [
        Target("./p"),
        Target("./p", Path("go")),
        Target("json", Path("go/json")),
    ]


def test_a_submodule_that_go_code_imports_means_its_package() -> None:
    _lay({"p/__init__.py": "", "p/shapes.py": SHAPES})
    _lay({"main.go": 'package main\n\nimport "example.com/m/p/shapes"\n'})
    assert within(Path()) == [Target("./p")]


class Counting(reader.Session):
    """Which modules are read."""

    log: list[str]

    def read(self, name: str) -> model.Module:
        self.log.append(name)
        return super().read(name)


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    log: list[str] = []
    monkeypatch.setattr(Counting, "log", log, raising=False)
    monkeypatch.setattr("gophersnake.reader.Session", Counting)
    return log


def test_unchanged_modules_are_not_read_again(here: Path, log: list[str]) -> None:
    _lay(
        {"p/__init__.py": "", "p/shapes.py": SHAPES, "p/other.py": USES, "p/far.py": "def f(): ..."}
    )
    first = prepare(Target("p"), memory=Memory(here / "memory")).packages
    assert log == ["p", "p.far", "p.other", "p.shapes"]
    log.clear()
    second = prepare(Target("p"), memory=Memory(here / "memory")).packages
    assert log == []
    assert [each.output for each in second] == [each.output for each in first]


def test_a_class_that_modules_share_is_remembered_once(here: Path) -> None:
    _lay({"p/__init__.py": "", "p/shapes.py": SHAPES, "p/other.py": USES})
    prepare(Target("p"), memory=Memory(here / "memory"))
    memory, session = Memory(here / "memory"), reader.Session("p")
    shapes, other = (memory.module(session, f"p.{name}", NONE) for name in ("shapes", "other"))
    declared = {each.path: each for each in shapes.declarations}
    shared = [each for each in other.declarations if each.path in declared]
    assert shared
    assert all(declared[each.path] is each for each in shared)


@pytest.mark.parametrize(
    ("change", "again"),
    [
        # The root carries the sources, so it changes with each of them.
        ({"p/far.py": "def f() -> int: ..."}, ["p", "p.far"]),
        ({"p/shapes.py": SHAPES.replace("x: float", "x: int")}, ["p", "p.other", "p.shapes"]),
        ({"p/new.py": "def g(): ..."}, ["p", "p.new"]),
    ],
)
def test_what_has_changed_is_read_again_and_what_depends_on_it(
    here: Path, log: list[str], change: dict[str, str], again: list[str]
) -> None:
    _lay(
        {"p/__init__.py": "", "p/shapes.py": SHAPES, "p/other.py": USES, "p/far.py": "def f(): ..."}
    )
    prepare(Target("p"), memory=Memory(here / "memory"))
    log.clear()
    _lay(change)
    remembered = prepare(Target("p"), memory=Memory(here / "memory")).packages
    assert log == again
    assert [each.output for each in remembered] == [
        each.output for each in prepare(Target("p")).packages
    ]


def test_a_module_that_was_missing_and_is_there_now_is_noticed(here: Path, log: list[str]) -> None:
    _lay({"m.py": "from other import Vec\ndef f(x: Vec) -> None: ...\n"})
    prepare(Target("m.py"), memory=Memory(here / "memory"))
    _lay({"other.py": "Vec = list[float]\n"})
    log.clear()
    (package,) = prepare(Target("m.py"), memory=Memory(here / "memory")).packages
    assert log == ["m"]
    assert "x []float64" in _text([package], "m")


def test_other_settings_are_not_mixed_up(here: Path) -> None:
    _lay({"m.py": "def f() -> int: ...\n"})
    prepare(Target("m.py"), memory=Memory(here / "memory"))
    renamed = Settings(renames={"m.f": "G"})
    found = prepare(Target("m.py"), renamed, memory=Memory(here / "memory")).packages
    assert "func G(" in _text(found, "m")


def test_a_memory_that_is_broken_is_none(here: Path) -> None:
    _lay({"m.py": "def f() -> int: ...\n"})
    prepare(Target("m.py"), memory=Memory(here / "memory"))
    for path in (here / "memory").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:10])
    (package,) = prepare(Target("m.py"), memory=Memory(here / "memory")).packages
    assert "func F(" in _text([package], "m")


class Steps:
    def __init__(self) -> None:
        self.expected = 0
        self.done: list[str] = []

    def expect(self, steps: int) -> None:
        self.expected += steps

    def step(self, module: str) -> None:
        self.done.append(module)


def test_progress_is_told_of_each_module() -> None:
    _lay({"p/__init__.py": "", "p/shapes.py": SHAPES, "p/other.py": USES})
    steps = Steps()
    prepare(Target("p"), progress=steps)
    assert (steps.expected, len(steps.done)) == (6, 6)
    assert set(steps.done) == {"p", "p.other", "p.shapes"}


MISTAKES = """
[tool.gophersnake]
skip = ["p.plot", "p.sub.old", "p.sub.old*", "p.sub.plots", "other.f"]
big-ints = ["p.sub", "p.exact"]
[tool.gophersnake.rename]
"p.sub.detcet" = "X"
"p.sub.Shape.name" = "Y"
"p.sub.Shape.area.by" = "Z"
"p.sub" = "S"
[tool.gophersnake.types]
"p.sub.detect.data" = "list[int]"
"p.sub.detect.dta" = "list[int]"
"p.sub.detect" = "list[int]"
"p.sub.Shape.area.return" = "int"
"p.sub.limit" = "int"
"p.sub.Vector" = "list[int]"
"p.sub.Round.aera.by" = "int"
"p.sub.Round.area.by" = "int"
"p.sub.Open.anything" = "int"
"pandas.Series" = "list[float]"
"""


def test_settings_that_name_nothing_are_errors() -> None:
    _lay(
        {
            "pyproject.toml": MISTAKES,
            "p/__init__.py": "",
            "p/sub.py": """
            import sys
            Vector = list[float]
            limit: int = 3
            if sys.version_info < (3, 8):
                def old() -> int: ...
            def detect(data: Vector) -> Vector: ...
            class Shape:
                def area(self, by: float) -> float: ...
            class Round(Shape): ...
            class Open(unknown.Thing): ...
            """,
        }
    )
    prepared = prepare(Target("p"), select().settings)
    assert [each.module.name for each in prepared.packages] == ["p", "p.sub"]
    assert [str(each) for each in prepared.errors] == [
        "pyproject.toml:6:1: p.sub.detcet: p.sub has no detcet\n  did you mean p.sub.detect?",
        "pyproject.toml:7:1: p.sub.Shape.name: p.sub.Shape has no name",
        (
            "pyproject.toml:8:1: p.sub.Shape.area.by: p.sub.Shape.area is a function, of which "
            "nothing has a name in Go"
        ),
        "pyproject.toml:9:1: p.sub: it is a module",
        (
            "pyproject.toml:12:1: p.sub.detect.dta: p.sub.detect has no dta\n"
            "  did you mean p.sub.detect.data?"
        ),
        (
            "pyproject.toml:13:1: p.sub.detect: it is a function\n"
            "  name a parameter of it, or p.sub.detect.return"
        ),
        (
            "pyproject.toml:17:1: p.sub.Round.aera.by: p.sub.Round has no aera\n"
            "  did you mean p.sub.Round.area?"
        ),
        "pyproject.toml:3:1: p.plot: p has no plot",
        "pyproject.toml:3:1: p.sub.plots: p.sub has no plots",
        "pyproject.toml:4:1: p.exact: there is no such module",
    ]
