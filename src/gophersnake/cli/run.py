"""`gophersnake run`"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from gophersnake.cli import console
from gophersnake.cli.generate import note_runtime, prepare
from gophersnake.errors import GophersnakeError

_EXAMPLES = console.examples(
    ("gophersnake run .", "the program in this folder"),
    ("gophersnake run cmd/server -- -port 8080", "with arguments of its own"),
)


def add_to(app: typer.Typer) -> None:
    app.command("run", help=console.help_of(run), epilog=_EXAMPLES)(run)


def run(
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="The folder of a Go program, or its main.go.")
    ],
    arguments: Annotated[
        list[str] | None,
        typer.Argument(metavar="-- ARGS", help="What the program gets.", show_default=False),
    ] = None,
) -> None:
    """Generate, build and run a Go program.

    The Go packages of the project's Python modules are brought up to date, the program is
    built and then takes this process's place: exit status and signals are its own. It uses
    the Python that gophersnake runs in, unless GOPHERSNAKE_PYTHON names another.
    """
    from gophersnake import golang
    from gophersnake.project import building, gomod, runtime
    from gophersnake.project.generation import shown
    from gophersnake.project.selection import select

    package = path.parent if path.suffix == ".go" else path
    if not any(package.glob("*.go")):
        raise GophersnakeError(
            f"{path} holds no Go program", "gophersnake init makes one: gophersnake init hello"
        )
    project = gomod.enclosing(package)
    if project is None:
        raise GophersnakeError(
            f"{path}: no go.mod there or above it", "go mod init, then gophersnake update"
        )
    toolchain = golang.find()
    packages, failures = prepare(select(place=shown(project.folder)))
    if failures:
        raise typer.Exit(1)
    if packages or project.runtime:
        status = runtime.status(project)
        if status.state is runtime.State.MISSING:
            raise GophersnakeError(*runtime.told(status))
        note_runtime(project)
    for each in packages:
        for written in each.write() if not each.is_empty else ():
            console.note(f"gophersnake: wrote {written}")
    executable = building.build(package, toolchain)
    building.become(executable, arguments or (), building.environment(os.environ))
