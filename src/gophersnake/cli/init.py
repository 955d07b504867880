"""`gophersnake init`"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from gophersnake.cli import console

_EXAMPLES = console.examples(
    ("gophersnake init hello && cd hello && gophersnake run .", "from nothing to a program"),
    ("gophersnake init --module github.com/me/tool tool", "with a Go module path of your own"),
)


def add_to(app: typer.Typer) -> None:
    app.command("init", help=console.help_of(init), epilog=_EXAMPLES)(init)


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where; this folder by default.")
    ] = Path(),
    module: Annotated[
        str | None,
        typer.Option(
            "--module",
            metavar="PATH",
            help="The path of the Go module; example.com/DIR by default.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Make a new project.

    It has a typed Python module, a Go program that calls it, and the Go runtime in
    third_party/gophersnake. Nothing is ever overwritten.
    """
    from gophersnake.project import creation, packages
    from gophersnake.project.discovery import Target

    python = creation.create(folder, module)
    for package in packages.prepare(Target(str(python))).packages:
        package.write()
    enter = "" if folder.resolve() == Path.cwd() else f"cd {folder} && "
    console.out.print(
        f"Made a project in {escape(str(folder.resolve()))}. Run it:\n\n"
        f"    [bold]{escape(enter)}gophersnake run .[/bold]",
        soft_wrap=True,
    )
