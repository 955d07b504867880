"""`[tool.gophersnake]` in pyproject.toml."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from gophersnake.errors import SourceError
from gophersnake.project.configuration import Configuration, find, read
from gophersnake.project.discovery import Target
from gophersnake.project.selection import select
from gophersnake.reader import mistakes
from gophersnake.settings import Settings

KEYS = "There are modules, output, skip, rename, types and big-ints"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _read(text: str) -> Configuration:
    Path("pyproject.toml").write_text(dedent(text), encoding="utf-8")
    found = read(Path())
    assert found is not None
    return found


def test_a_whole_table() -> None:
    found = _read(
        """
        [tool.gophersnake]
        modules = ["pyoutliers", "src/stats.py", { name = "os.path", output = "paths" }]
        output = "internal"
        skip = ["pyoutliers.plot*"]
        big-ints = ["pyoutliers.exact"]

        [tool.gophersnake.rename]
        "pyoutliers.detect" = "DetectAll"

        [tool.gophersnake.types]
        "pyoutliers.detect.data" = "NDArray[np.float64]"
        """
    )
    assert found == Configuration(
        folder=Path(),
        targets=(
            Target("pyoutliers", Path("internal/pyoutliers")),
            Target("src/stats.py", Path("internal/stats")),
            Target("os.path", Path("paths")),
        ),
        output=Path("internal"),
        settings=Settings(
            renames={"pyoutliers.detect": "DetectAll"},
            skips=("pyoutliers.plot*",),
            types={"pyoutliers.detect.data": "NDArray[np.float64]"},
            big_ints=("pyoutliers.exact",),
        ),
    )


def test_a_module_that_is_there_twice_is_one() -> None:
    assert _read("[tool.gophersnake]\nmodules = ['a', 'b', 'a']").targets == (
        Target("a"),
        Target("b"),
    )


def test_big_ints_for_all_modules() -> None:
    assert _read("[tool.gophersnake]\nbig-ints = true").settings.big_ints == ("*",)
    assert _read("[tool.gophersnake]\nbig-ints = false").settings.big_ints == ()


def test_a_path_that_toml_takes_apart_is_one_path() -> None:
    found = _read("[tool.gophersnake.rename]\nstats.mean = 'Average'")
    assert found.settings.renames == {"stats.mean": "Average"}


def test_without_a_table_there_is_no_configuration() -> None:
    Path("pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert read(Path()) is None


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            "[tool.gophersnake]\nmodule = []",
            (f"pyproject.toml:2:1: module: there is no such key\n  did you mean modules? {KEYS}"),
        ),
        (
            "[tool.gophersnake]\nbig_ints = true",
            (
                "pyproject.toml:2:1: big_ints: there is no such key\n"
                f"  did you mean big-ints? {KEYS}"
            ),
        ),
        (
            "[tool]\n[tool.gophersnake.nonsense]",
            (f"pyproject.toml:2:1: nonsense: there is no such key\n  {KEYS}"),
        ),
        (
            "[tool.gophersnake]\n\nmodules = 'a'",
            'pyproject.toml:3:1: modules: expected a list, such as ["pyoutliers"]',
        ),
        (
            "[tool.gophersnake]\nmodules = [1]",
            'pyproject.toml:2:1: modules: expected a name, or { name = "…", output = "…" }',
        ),
        (
            "[tool.gophersnake]\nmodules = ['']",
            'pyproject.toml:2:1: modules: expected a name, or { name = "…", output = "…" }',
        ),
        (
            "[tool.gophersnake]\nmodules = [{ name = 'a', out = 'b' }]",
            (
                "pyproject.toml:2:1: out: there is no such key\n"
                "  did you mean output? There are name and output"
            ),
        ),
        (
            "[tool.gophersnake]\noutput = 3",
            "pyproject.toml:2:1: output: expected the path of a folder",
        ),
        (
            "[tool.gophersnake]\nskip = 'a'",
            'pyproject.toml:2:1: skip: expected a list of strings, such as ["pyoutliers.plot*"]',
        ),
        (
            "[tool.gophersnake.rename]\n# a comment\n'a.f' = 'not a name'",
            "pyproject.toml:3:1: a.f: 'not a name' is no name",
        ),
        (
            "[tool.gophersnake.types]\n'a.f.x' = 'list['",
            "pyproject.toml:2:1: a.f.x: 'list[' is no annotation: '[' was never closed",
        ),
        ("tool.gophersnake = 3", "pyproject.toml:1:1: expected a table"),
    ],
)
def test_a_mistake_is_an_error_at_its_line(text: str, error: str) -> None:
    with pytest.raises(SourceError) as raised:
        _read(text)
    assert str(raised.value) == error


def test_what_is_not_toml_is_an_error_at_its_line() -> None:
    with pytest.raises(SourceError) as raised:
        _read("[tool.gophersnake]\nmodules = [\n")
    assert str(raised.value).startswith("pyproject.toml:")
    assert raised.value.what == "is not TOML"


def test_the_nearest_table_above_rules(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _read("[tool.gophersnake]\nmodules = ['./a', 'm.py']\noutput = 'out'")
    inner = here / "x" / "y"
    inner.mkdir(parents=True)
    (here / "x" / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    monkeypatch.chdir(inner)
    found = find(Path())
    assert found.targets == (
        Target("../../a", Path("../../out/a")),
        Target("../../m.py", Path("../../out/m")),
    )


def test_the_configured_modules_are_taken_where_none_is_named() -> None:
    _read("[tool.gophersnake]\nmodules = ['statistics']\noutput = 'internal'\nskip = ['x']")
    found = select()
    assert found.targets == (Target("statistics", Path("internal/statistics")),)
    assert found.settings.skips == ("x",)
    assert select(output=Path("o")).targets == (Target("statistics", Path("o/statistics")),)


def test_a_named_module_goes_where_the_configuration_wants_it() -> None:
    _read("[tool.gophersnake]\nmodules = [{ name = 'statistics', output = 'internal/st' }]")
    assert select(["statistics"]).targets == (Target("statistics", Path("internal/st")),)
    assert select(["statistics"], Path("o")).targets == (Target("statistics", Path("o")),)
    assert select(["json"]).targets == (Target("json"),)


def test_settings_without_modules_leave_the_modules_to_the_folder() -> None:
    _read("[tool.gophersnake]\nbig-ints = true")
    Path("stats.py").write_text("", encoding="utf-8")
    found = select()
    assert (found.targets, found.meant) == ((Target("stats.py"),), False)
    assert found.settings.big_ints == ("*",)


STRANGERS = """
[tool.gophersnake]
modules = ["python/stats.py", "shop", "optional.models"]
skip = ["stats.plot*", "sotp.plot", "os.fork*", "*.secret"]
big-ints = ["optional", "google.exact", "elsewhere"]
[tool.gophersnake.rename]
"statz.mean" = "Average"
[tool.gophersnake.types]
"stats.mean.data" = "list[int]"
"statss.mean.data" = "list[int]"
"pandas_that_is_not_here.Series" = "list[float]"
"""


@pytest.mark.parametrize("words", [(), ("shop",)])
def test_a_setting_on_a_module_that_is_not_there_is_a_mistake(words: tuple[str, ...]) -> None:
    for path in ("python/stats.py", "shop/__init__.py", "google/exact.py"):
        Path(path).parent.mkdir()
        Path(path).write_text("", encoding="utf-8")
    Path("pyproject.toml").write_text(STRANGERS, encoding="utf-8")
    assert [str(each) for each in select(words).mistakes] == [
        "pyproject.toml:7:1: statz.mean: there is no module statz\n  did you mean stats?",
        "pyproject.toml:10:1: statss.mean.data: there is no module statss\n  did you mean stats?",
        "pyproject.toml:4:1: sotp.plot: there is no module sotp\n  did you mean shop?",
        "pyproject.toml:5:1: elsewhere: there is no module elsewhere",
    ]


MISNAMED = """
[tool.gophersnake.types]
"stats.mean.a" = "list[Point]"
"stats.mean.b" = "dict[str, flaot] | None"
"stats.mean.c" = "stats.Pont"
"stats.mean.d" = "polars_that_is_not_here.Series"
"stats.mean.e" = "Nonsense"
"stats.mean.f" = "stats"
"pandas_that_is_not_here.Series" = "Sequence[Flot]"
"stats.mean.g" = "Annotated[NDArray[np.float64], stats.Row] | Literal['x'] | stats.Point"
"stats.mean.i" = "NDArray[np.flaot32]"
"stats.mean.j" = "npt.NDAray[np.floating] | np.void"
"stats.mean.k" = "typing.Optonal[int] | typing.TypeForm[int] | typing_extensions.Sentinel"
"stats.mean.l" = "Optinal[int]"
"stats.mean.h" = "Callable[[Any], datetime.datetime] | tuple[int, ...] | stats.Vector"
"""


def test_annotation_that_names_what_is_not_there_is_a_mistake() -> None:
    Path("stats.py").write_text("class Point: ...\nVector = list[float]\n", encoding="utf-8")
    Path("pyproject.toml").write_text(MISNAMED, encoding="utf-8")
    assert [str(each) for each in select(["stats.py"]).mistakes] == [
        (
            "pyproject.toml:3:1: stats.mean.a: list[Point]: there is no Point\n"
            "  name it by its whole path: stats.Point"
        ),
        (
            "pyproject.toml:4:1: stats.mean.b: dict[str, flaot] | None: there is no flaot\n"
            "  did you mean float?"
        ),
        (
            "pyproject.toml:5:1: stats.mean.c: stats.Pont: stats has no Pont\n"
            "  did you mean stats.Point?"
        ),
        (
            "pyproject.toml:6:1: stats.mean.d: polars_that_is_not_here.Series: there is no module "
            "polars_that_is_not_here"
        ),
        "pyproject.toml:7:1: stats.mean.e: Nonsense: there is no Nonsense",
        "pyproject.toml:8:1: stats.mean.f: stats: there is no stats",
        (
            "pyproject.toml:9:1: pandas_that_is_not_here.Series: Sequence[Flot]: there is no Flot\n"
            "  did you mean float?"
        ),
        (
            "pyproject.toml:11:1: stats.mean.i: NDArray[np.flaot32]: numpy has no flaot32\n"
            "  did you mean numpy.float32?"
        ),
        (
            "pyproject.toml:12:1: stats.mean.j: npt.NDAray[np.floating] | np.void: "
            "numpy.typing has no NDAray\n"
            "  did you mean numpy.typing.NDArray?"
        ),
        (
            "pyproject.toml:13:1: stats.mean.k: typing.Optonal[int] | typing.TypeForm[int] | "
            "typing_extensions.Sentinel: typing has no Optonal\n"
            "  did you mean typing.Optional?"
        ),
        (
            "pyproject.toml:14:1: stats.mean.l: Optinal[int]: there is no Optinal\n"
            "  did you mean Optional?"
        ),
    ]


def test_misspelt_element_type_is_a_mistake_where_numpy_is_not_installed(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mistakes, "default_search_paths", lambda _folder: [here])
    Path("stats.py").write_text("", encoding="utf-8")
    types = {"a": "np.flaot32", "b": "np.float32", "c": "NDArray[np.floating]", "d": "np.matrix"}
    table = "".join(f"'stats.{name}' = '{type_}'\n" for name, type_ in types.items())
    Path("pyproject.toml").write_text(f"[tool.gophersnake.types]\n{table}", encoding="utf-8")
    assert [str(each) for each in select(["stats.py"]).mistakes] == [
        (
            "pyproject.toml:2:1: stats.a: np.flaot32: there is no np.flaot32\n"
            "  did you mean numpy.float32?"
        )
    ]


def test_settings_are_on_modules_as_seen_from_their_file(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _read("[tool.gophersnake]\nskip = ['stats.plot']")
    Path("stats.py").write_text("", encoding="utf-8")
    (here / "below").mkdir()
    monkeypatch.chdir(here / "below")
    assert select(["json"]).mistakes == ()
