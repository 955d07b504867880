"""`gophersnake doctor`"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from gophersnake.cli import console

_EXAMPLES = console.examples(
    ("gophersnake doctor", "what is here, what is missing, how to mend it"),
    ("gophersnake doctor --json", "the same for a program"),
)


def add_to(app: typer.Typer) -> None:
    app.command("doctor", help=console.help_of(doctor), epilog=_EXAMPLES)(doctor)


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Look at Python, its library, the bridge, Go, and the project in this folder.

    Each problem comes with its remedy. The exit status is 1 if there is a problem; what is
    only optional is none.
    """
    from gophersnake.doctor import Verdict, examine

    report = examine(Path.cwd())
    if as_json:
        typer.echo(json.dumps(report.as_json(), indent=2))
        raise typer.Exit(0 if report.healthy else 1)
    marks = {Verdict.OK: "[green]✓[/green]", Verdict.NOTE: "[yellow]•[/yellow]"}
    width = max(len(check.name) for check in report.checks)
    for check in report.checks:
        mark = marks.get(check.verdict, "[red]✗[/red]")
        name = check.name.ljust(width)
        console.out.print(f"{mark} {name}  {escape(check.found)}", soft_wrap=True)
        if check.remedy:
            console.out.print(f"  {' ' * width}  → {escape(check.remedy)}", soft_wrap=True)
    raise typer.Exit(0 if report.healthy else 1)
