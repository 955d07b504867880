"""A new project, and the runtime that it carries."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gophersnake import __version__, gosource
from gophersnake.errors import GophersnakeError
from gophersnake.project import creation, gomod, runtime
from gophersnake.project.runtime import State


@pytest.fixture
def project(tmp_path: Path) -> gomod.GoMod:
    creation.create(tmp_path / "hello")
    return gomod.read(tmp_path / "hello")


def test_a_project_has_what_it_needs(project: gomod.GoMod) -> None:
    names = {path.name for path in project.folder.iterdir()}
    assert names == {"go.mod", "go.sum", "main.go", ".gitignore", "greeting", "third_party"}
    assert project.module == "example.com/hello"
    program = (project.folder / "main.go").read_text(encoding="utf-8")
    assert '"example.com/hello/greeting"' in program


def test_the_go_module_can_be_chosen(tmp_path: Path) -> None:
    creation.create(tmp_path / "x", "github.com/me/tool")
    assert gomod.read(tmp_path / "x").module == "github.com/me/tool"


@pytest.mark.parametrize(
    ("go_module", "program", "package"),
    [
        ("example.com/hello", "hello", "greeting"),
        ("example.com/greeting", "greeting", "hello"),
        ("example.com/greeting/v2", "greeting", "hello"),
        ("greeting", "greeting", "hello"),
    ],
)
def test_the_program_is_called_otherwise_than_the_python_module(
    tmp_path: Path, go_module: str, program: str, package: str
) -> None:
    assert creation.create(tmp_path, go_module) == tmp_path / package
    assert f"/{program}\n" in (tmp_path / ".gitignore").read_text(encoding="utf-8")
    assert f"{package}.Greet(" in (tmp_path / "main.go").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ["a b", "/a", "a//b", 'a"b', "a/"])
def test_a_path_that_go_would_refuse_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(GophersnakeError, match="no path of a Go module"):
        creation.create(tmp_path / "x", path)
    assert not (tmp_path / "x").exists()


def test_a_folder_with_an_odd_name_makes_a_good_path(tmp_path: Path) -> None:
    creation.create(tmp_path / "my first (try)")
    assert gomod.read(tmp_path / "my first (try)").module == "example.com/my-first-try"


@pytest.mark.parametrize("name", ["go.mod", "main.go", "greeting/__init__.py", ".gitignore"])
def test_nothing_is_overwritten(tmp_path: Path, name: str) -> None:
    mine = tmp_path / name
    mine.parent.mkdir(exist_ok=True)
    mine.write_text("mine", encoding="utf-8")
    with pytest.raises(GophersnakeError, match="already holds") as caught:
        creation.create(tmp_path)
    assert name in str(caught.value)
    assert mine.read_text(encoding="utf-8") == "mine"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [mine]


def test_files_that_are_not_in_the_way_stay(tmp_path: Path) -> None:
    (tmp_path / "LICENSE").write_text("mine", encoding="utf-8")
    creation.create(tmp_path)
    assert (tmp_path / "LICENSE").read_text(encoding="utf-8") == "mine"


def test_the_runtime_is_the_installed_one_without_its_tests(project: gomod.GoMod) -> None:
    folder = project.folder / runtime.FOLDER
    assert gosource.digest(folder) == gosource.digest(gosource.locate())
    assert not list(folder.rglob("*_test.go"))
    assert not list(folder.rglob("*test"))
    assert runtime.status(project) == runtime.Status(State.CURRENT, folder, __version__)


def test_the_sums_are_the_runtimes(project: gomod.GoMod) -> None:
    own = (project.folder / "go.sum").read_text(encoding="utf-8").splitlines()
    theirs = (gosource.locate() / "go.sum").read_text(encoding="utf-8").splitlines()
    assert own == sorted(theirs)


def test_a_changed_runtime_is_stale_and_updated(project: gomod.GoMod) -> None:
    folder = project.folder / runtime.FOLDER
    (folder / "python" / "extra.go").write_text("package python\n", encoding="utf-8")
    assert runtime.status(project).state is State.STALE
    found, remedy = runtime.told(runtime.status(project))
    changed = "has been changed by hand (python/extra.go), which an update undoes"
    assert (found, remedy) == (f"its runtime in {folder} {changed}", "gophersnake update")

    before = runtime.update(project)

    assert before.state is State.STALE
    assert runtime.status(project).state is State.CURRENT
    assert not (folder / "python" / "extra.go").exists()


def test_a_runtime_of_another_build_is_not_called_changed(
    project: gomod.GoMod, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project.folder / runtime.FOLDER
    newer = tmp_path / "newer"
    gosource.copy(gosource.locate(), newer)
    for name in ("a.go", "b.go", "c.go", "d.go"):
        (newer / "python" / name).write_text("package python\n", encoding="utf-8")
    monkeypatch.setattr(gosource, "locate", lambda: newer)
    build = f"its runtime in {folder} is of another build of {__version__} than the installed"
    files = "(other: python/a.go, python/b.go, python/c.go and 1 more)"
    assert runtime.told(runtime.status(project))[0] == f"{build} package {files}"

    marker = folder / runtime.MARKER
    text = marker.read_text(encoding="utf-8").partition("Source:")[0]
    marker.write_text(text, encoding="utf-8")
    found, _ = runtime.told(runtime.status(project))
    assert found == (
        f"{build} package, or has been changed by hand, which an update undoes {files}"
    )


def test_a_runtime_with_a_file_missing_is_called_changed(project: gomod.GoMod) -> None:
    folder = project.folder / runtime.FOLDER
    (folder / "go.sum").unlink()
    found, _ = runtime.told(runtime.status(project))
    assert "has been changed by hand (go.sum)" in found


def test_another_version_is_named(project: gomod.GoMod) -> None:
    folder = project.folder / runtime.FOLDER
    marker = folder / runtime.MARKER
    text = marker.read_text(encoding="utf-8").replace(__version__, "0.0.9")
    marker.write_text(text, encoding="utf-8")
    (folder / "go.mod").write_text(
        (folder / "go.mod").read_text(encoding="utf-8") + "// old\n", encoding="utf-8"
    )
    found, _ = runtime.told(runtime.status(project))
    assert "is 0.0.9" in found
    assert f"the package is {__version__}" in found


def test_a_missing_runtime_is_put_back(project: gomod.GoMod) -> None:
    shutil.rmtree(project.folder / "third_party")
    assert runtime.status(project).state is State.MISSING
    runtime.update(project)
    assert runtime.status(project).state is State.CURRENT


def test_any_go_module_can_get_the_runtime(tmp_path: Path) -> None:
    (tmp_path / "go.mod").write_text("module example.com/m\n\ngo 1.21\n", encoding="utf-8")
    runtime.update(gomod.read(tmp_path))
    found = gomod.read(tmp_path)
    assert found.runtime == tmp_path / runtime.FOLDER
    assert runtime.status(found).state is State.CURRENT
    assert (tmp_path / "go.sum").exists()


def test_a_runtime_from_elsewhere_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "checkout"
    other.mkdir()
    (other / "go.mod").write_text(f"module {gosource.MODULE}\n\ngo 1.25\n", encoding="utf-8")
    (tmp_path / "m").mkdir()
    text = f"module m\n\nreplace {gosource.MODULE} => ../checkout\n"
    (tmp_path / "m" / "go.mod").write_text(text, encoding="utf-8")

    assert runtime.update(gomod.read(tmp_path / "m")).state is State.ELSEWHERE

    assert (tmp_path / "m" / "go.mod").read_text(encoding="utf-8") == text
    assert [path.name for path in other.iterdir()] == ["go.mod"]


def test_modules_may_share_a_runtime_that_lies_beside_them(tmp_path: Path) -> None:
    shared = tmp_path / runtime.FOLDER
    modules = [tmp_path / "a", tmp_path / "b"]
    for each in modules:
        each.mkdir()
        text = f"module {each.name}\n\nreplace {gosource.MODULE} => ../{runtime.FOLDER}\n"
        (each / "go.mod").write_text(text, encoding="utf-8")
    states = [runtime.update(gomod.read(each)).state for each in modules]
    assert states == [State.MISSING, State.CURRENT]
    assert {runtime.status(gomod.read(each)).folder for each in modules} == {shared}

    (shared / "python" / "extra.go").write_text("package python\n", encoding="utf-8")
    assert runtime.update(gomod.read(modules[1])).state is State.STALE
    assert runtime.status(gomod.read(modules[0])).state is State.CURRENT


def test_a_runtime_that_is_missing_elsewhere_is_not_put_there(tmp_path: Path) -> None:
    (tmp_path / "m").mkdir()
    text = f"module m\n\nreplace {gosource.MODULE} => ../checkout\n"
    (tmp_path / "m" / "go.mod").write_text(text, encoding="utf-8")
    assert runtime.update(gomod.read(tmp_path / "m")).state is State.ELSEWHERE
    assert not (tmp_path / "checkout").exists()


@pytest.mark.parametrize("command", ["go mod vendor", "go work vendor"])
def test_a_vendored_copy_that_is_not_the_runtime_is_told(
    project: gomod.GoMod, command: str
) -> None:
    root = project.folder
    if command == "go work vendor":
        root = root.parent
        (root / "go.work").write_text("go 1.25.0\n", encoding="utf-8")
    copy = root / "vendor" / gosource.MODULE
    shutil.copytree(project.folder / runtime.FOLDER / "python", copy / "python")
    assert runtime.status(project).state is State.CURRENT

    (copy / "python" / "error.go").unlink()
    assert runtime.status(project).state is State.VENDORED
    found, remedy = runtime.told(runtime.status(project))
    assert (found, remedy) == (f"its vendored runtime is not the current one: {copy}", command)
    assert runtime.update(project).state is State.CURRENT


def test_a_folder_that_is_not_ours_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "go.mod").write_text("module m\n", encoding="utf-8")
    mine = tmp_path / runtime.FOLDER / "mine.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine", encoding="utf-8")
    with pytest.raises(GophersnakeError, match="not a runtime"):
        runtime.update(gomod.read(tmp_path))
    assert mine.exists()
