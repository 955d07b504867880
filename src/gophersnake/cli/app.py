"""The command `gophersnake` and its subcommands."""

from __future__ import annotations

from typing import Annotated

import typer

from gophersnake import __version__
from gophersnake.cli import check, console, doctor, generate, init, run, update
from gophersnake.errors import GophersnakeError

app = typer.Typer(
    name="gophersnake",
    help="Any typed Python function becomes a typed Go function.",
    epilog=console.examples(
        ("gophersnake init hello", "make a project and see how it goes together"),
        ("gophersnake run hello", "generate, build and run it"),
        ("gophersnake generate", "bring all generated Go code up to date"),
    ),
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

generate.add_to(app)
check.add_to(app)
run.add_to(app)
init.add_to(app)
update.add_to(app)
doctor.add_to(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"gophersnake {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Print the version and exit."
        ),
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line of this process."""
    try:
        app(prog_name="gophersnake")
    except GophersnakeError as error:
        console.fail(error)
    except BrokenPipeError:
        console.leave_broken_pipe()
    except OSError as error:
        if error.filename is None:
            raise
        console.fail(GophersnakeError(f"{error.filename}: {error.strerror}"))
