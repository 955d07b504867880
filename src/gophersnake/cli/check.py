"""`gophersnake check`"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from gophersnake.cli import console

if TYPE_CHECKING:
    from gophersnake.project.advice import Advice

_EXAMPLES = console.examples(
    ("gophersnake check pyoutliers", "what to annotate, by file and line"),
    ("gophersnake check --strict", "in CI: fails if there is anything to say"),
    ("gophersnake check statistics --json", "the same for a program"),
)


def add_to(app: typer.Typer) -> None:
    app.command("check", help=console.help_of(check), epilog=_EXAMPLES)(check)


def check(
    modules: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="MODULE|PATH …",
            help="Python modules, as for generate. Without any: what generate would take.",
            show_default=False,
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 if there is any advice.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Advise the author of Python modules what to write to get more Go types.

    It says what generate would carry as an object or leave out, and why, at the place in the
    Python where that can be mended. Nothing is written.
    """
    from gophersnake.cli.generate import prepare, refuse_nothing
    from gophersnake.project.advice import advise
    from gophersnake.project.selection import select

    selection = select(modules or ())
    refuse_nothing(selection, modules or (), "check")
    packages, failures = prepare(selection)
    advice = [each for one in packages for each in advise(one.module, one.output.report)]
    found = list(dict.fromkeys(advice))  # a package offers what its modules do
    if as_json:
        typer.echo(json.dumps([_as_data(each) for each in found], indent=2))
    else:
        for each in found:
            console.out.print(escape(str(each)), soft_wrap=True)
        functions = sum(package.functions for package in packages)
        count = f"{len(found)} pieces of advice" if found else "no advice"
        console.note(f"{functions} functions, {count}")
    raise typer.Exit(1 if failures or (strict and found) else 0)


def _as_data(advice: Advice) -> dict[str, object]:
    return {
        "file": advice.location.file,
        "line": advice.location.line,
        "column": advice.location.column,
        "name": advice.name,
        "advice": advice.text,
    }
