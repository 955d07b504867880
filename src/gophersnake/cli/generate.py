"""`gophersnake generate`"""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from gophersnake.cli import console
from gophersnake.errors import GophersnakeError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gophersnake.project.generation import Package
    from gophersnake.project.gomod import GoMod
    from gophersnake.project.selection import Selection

_EXAMPLES = console.examples(
    ("gophersnake generate pyoutliers", "pyoutliers/pyoutliers.go, beside __init__.py"),
    ("gophersnake generate stats.py", "stats/stats.go, with a copy of stats.py to embed"),
    ("gophersnake generate statistics -o internal/statistics", "an installed module"),
    ("gophersnake generate --check", "in CI: fails if anything is stale"),
)


def add_to(app: typer.Typer) -> None:
    app.command("generate", help=console.help_of(generate), epilog=_EXAMPLES)(generate)


def generate(
    modules: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="MODULE|PATH …",
            help="Python modules: dotted names, files, or folders. Without any: those of the "
            "configuration, else what lies in this folder.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="DIR",
            help="The folder of the Go package; for several modules, the folder that gets a "
            "folder for each.",
            show_default=False,
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail and name what is stale.")
    ] = False,
    report: Annotated[
        str | None,
        typer.Option(
            "--report",
            metavar="json|FILE",
            help="What became of each name, as JSON: instead of the table, or in a file.",
            show_default=False,
        ),
    ] = None,
) -> None:
    r"""Make Go packages of Python modules.

    Without an argument it takes the modules of \[tool.gophersnake] in pyproject.toml. If there
    are none, it brings everything in this folder up to date: the modules that have a Go
    package already, and those that Go code here imports. Where there is neither, it makes
    Go packages of the Python packages and modules that lie here, or else in src.
    """
    from gophersnake.cli import summary
    from gophersnake.project import gomod
    from gophersnake.project.selection import select

    selection = select(modules or (), output)
    refuse_nothing(selection, modules or (), "generate")
    packages, failures = prepare(selection)
    packages = _worth_it(packages, named=selection.meant)
    project = gomod.enclosing(Path())
    if project is not None and packages:
        note_runtime(project)
    if check:
        stale = [path for package in packages for path in package.stale()]
        for path in stale:
            console.out.print(f"{escape(str(path))}: stale", soft_wrap=True)
        if stale:
            words = ["gophersnake", "generate", *(modules or ())]
            words += ["-o", str(output)] if output else []
            console.report(GophersnakeError("generated code is stale", shlex.join(words)))
        raise typer.Exit(1 if stale or failures else 0)
    written = [path for package in packages for path in package.write()]
    if summary.print_report(packages, report):
        summary.print_table(packages, written)
    raise typer.Exit(1 if failures else 0)


def refuse_nothing(selection: Selection, words: Sequence[str], command: str) -> None:
    """Errors: GophersnakeError where there is no module to take."""
    if not selection.targets:
        where = f"in {' or in '.join(words)}" if words else "here"
        remedy = f"name one: gophersnake {command} MODULE"
        raise GophersnakeError(f"no Python module {where}", remedy)


def prepare(selection: Selection) -> tuple[list[Package], int]:
    """Make each package in memory; report the modules that fail, and count them."""
    from gophersnake.project import building, generation, packages
    from gophersnake.project.memory import Memory

    memory = Memory(building.cache() / "generate")
    found: list[Package] = []
    errors = list(selection.mistakes)
    with console.Progress("Generating").shown() as progress:
        for target in selection.targets:
            try:
                prepared = packages.prepare(
                    target, selection.settings, progress=progress, memory=memory
                )
            except GophersnakeError as error:
                errors.append(error)
            else:
                found += prepared.packages
                errors += prepared.errors
    for each in errors:
        console.report(each)
    generation.refuse_clashes(found)
    return found, len(errors)


def note_runtime(project: GoMod) -> None:
    """Say if the project's Go runtime is not the one that the generated code was made for."""
    from gophersnake.project import runtime

    found, remedy = runtime.told(runtime.status(project))
    if remedy:
        console.note(f"gophersnake: {found}: {remedy}")


def _worth_it(packages: list[Package], *, named: bool) -> list[Package]:
    """Scripts without functions that merely lie in the folder get no empty Go package."""
    if named:
        return packages
    full = [package for package in packages if not package.is_empty]
    if packages and not full:
        raise GophersnakeError(
            "no Python module here has public functions",
            "name the module: gophersnake generate MODULE",
        )
    return full
