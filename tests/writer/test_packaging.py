from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

import pytest

from gophersnake import model, writer
from gophersnake.model import Source
from tests.writer.models import function, line, module

PACKAGE = replace(
    module(function("f"), name="shapes"),
    sources=(
        Source("shapes/solids/cube.py", "/src/shapes/solids/cube.py"),
        Source("shapes/_private.py", "/src/shapes/_private.py"),
        Source("shapes/__init__.py", "/src/shapes/__init__.py"),
    ),
    digest="sha256:0",
)
MODULE = replace(
    module(function("f"), name="stats"), sources=(Source("stats.py", "/src/stats.py"),)
)
INSIDE = replace(PACKAGE, name="shapes.solids.cube")


def embedded(output: writer.Output) -> list[str]:
    (text,) = output.files.values()
    return [each.split()[1] for each in text.splitlines() if each.startswith("//go:embed")]


def root(output: writer.Output) -> str:
    (text,) = output.files.values()
    return line(text, "var module").split('"')[3]


def test_package_is_embedded_where_it_lies() -> None:
    output = writer.render(PACKAGE)
    assert embedded(output) == ["__init__.py", "_private.py", "solids/cube.py"]
    assert output.copies == {}
    assert root(output) == "shapes"


def test_package_elsewhere_embeds_copies() -> None:
    output = writer.render(PACKAGE, folder=PurePath("/out"))
    assert embedded(output) == ["shapes/__init__.py", "shapes/_private.py", "shapes/solids/cube.py"]
    assert output.copies["shapes/__init__.py"] == "/src/shapes/__init__.py"
    assert root(output) == ""


def test_module_is_copied_into_the_folder_of_its_name() -> None:
    output = writer.render(MODULE)
    assert embedded(output) == ["stats.py"]
    assert output.copies == {"stats.py": "/src/stats.py"}
    assert root(output) == ""


def test_module_in_the_folder_of_its_go_package_is_not_copied() -> None:
    output = writer.render(MODULE, folder=PurePath("/src"))
    assert embedded(output) == ["stats.py"]
    assert output.copies == {}


def test_module_in_a_package_brings_copies_of_the_package() -> None:
    output = writer.render(INSIDE)
    assert embedded(output) == ["shapes/__init__.py", "shapes/_private.py", "shapes/solids/cube.py"]
    assert root(output) == ""
    assert list(output.files) == ["cube.go"]


def test_installed_module_embeds_nothing() -> None:
    output = writer.render(module(function("f"), name="statistics"))
    assert line(output.files["statistics.go"], "var module") == (
        'var module = bind.NewModule("statistics")'
    )
    assert "embed" not in output.files["statistics.go"]


def test_module_without_functions_needs_nothing() -> None:
    output = writer.render(replace(MODULE, functions=()))
    assert output.copies == {}
    assert "import" not in output.files["stats.go"]


@pytest.mark.parametrize(
    ("of", "folder"),
    [
        (PACKAGE, "/src/shapes"),
        (MODULE, "/src/stats"),
        (INSIDE, "/src/shapes_solids_cube"),
        (module(name="statistics"), "statistics"),
        (module(name="os.path"), "path"),
    ],
)
def test_folder_of_the_go_package(of: model.Module, folder: str) -> None:
    assert writer.default_folder(of) == PurePath(folder)


@pytest.mark.parametrize(
    ("name", "package", "file"),
    [
        ("pyoutliers", "pyoutliers", "pyoutliers.go"),
        ("os.path", "path", "path.go"),
        ("my_module", "mymodule", "my_module.go"),
        ("HTTPTools", "httptools", "HTTPTools.go"),
        ("select", "select_", "select.go"),
        ("string", "string_", "string.go"),
        ("main", "main_", "main.go"),
        ("_heapq", "heapq", "heapq.go"),
        ("plan_test", "plantest", "plan_test_py.go"),
        ("tools_windows", "toolswindows", "tools_windows_py.go"),
        ("windows", "windows", "windows.go"),
        ("検出", "検出", "検出.go"),
        ("__", "x", "module.go"),
    ],
)
def test_names_of_package_and_file(name: str, package: str, file: str) -> None:
    output = writer.render(module(name=name))
    assert (output.package, list(output.files)) == (package, [file])


def test_package_can_be_named() -> None:
    output = writer.render(MODULE, package="mystats")
    assert output.package == "mystats"
    assert "\npackage mystats\n" in output.files["stats.go"]


@pytest.mark.parametrize("name", ["my-stats", "1st", "func", "a b", "मान"])
def test_name_that_is_none_in_go_is_refused(name: str) -> None:
    with pytest.raises(writer.PackageNameError, match="not a name in Go"):
        writer.render(MODULE, package=name)
