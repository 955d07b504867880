"""`gophersnake update`"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from gophersnake.cli import console
from gophersnake.errors import GophersnakeError

_EXAMPLES = console.examples(
    ("pip install --upgrade gophersnake && gophersnake update", "both halves of one version"),
    ("go mod init example.com/me && gophersnake update", "use gophersnake in any Go module"),
)


def add_to(app: typer.Typer) -> None:
    app.command("update", help=console.help_of(update), epilog=_EXAMPLES)(update)


def update(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The project; this folder by default.")
    ] = Path(),
) -> None:
    """Bring a project's Go runtime up to date with the installed package.

    The source in third_party/gophersnake is replaced, and go.mod and go.sum follow. A Go
    module that has no runtime yet gets one. Afterwards the generated code is made anew.
    """
    from gophersnake.cli.generate import note_runtime, prepare
    from gophersnake.project import gomod, runtime
    from gophersnake.project.generation import shown
    from gophersnake.project.selection import select

    project = gomod.enclosing(folder)
    if project is None:
        raise GophersnakeError(
            f"{folder.resolve()}: no go.mod there or above it", "gophersnake init makes a project"
        )
    before = runtime.update(project)
    if before.state is runtime.State.ELSEWHERE:
        raise GophersnakeError(
            f"the go.mod takes the runtime from {before.folder}, which is not this project's own",
            "nothing to do there; or delete the replace line and run gophersnake update again",
        )
    said = {
        runtime.State.CURRENT: "The runtime is up to date",
        runtime.State.STALE: f"The runtime was {before.version or 'unknown'}, it is up to date now",
        runtime.State.MISSING: "The runtime is in place",
    }
    console.out.print(f"{said[before.state]}: {escape(str(shown(before.folder)))}", soft_wrap=True)
    note_runtime(gomod.read(project.folder))
    packages, failures = prepare(select(place=shown(project.folder)))
    for package in packages:
        for path in package.write() if not package.is_empty else ():
            console.out.print(f"wrote {escape(str(path))}", soft_wrap=True)
    raise typer.Exit(1 if failures else 0)
