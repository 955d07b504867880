"""How the commands speak: errors, notes, examples in help."""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn

from rich import progress
from rich.console import Console
from rich.markup import escape

from gophersnake.errors import GophersnakeError, SourceError

# A file or a pipe has no width that a table must fit in; and line 100, `stats.py:100:1`, has
# nothing in it that rich should take for the name of an emoji.
out = Console(highlight=False, emoji=False, width=None if sys.stdout.isatty() else 160)
err = Console(stderr=True, highlight=False, emoji=False)


def report(error: GophersnakeError) -> None:
    """Print an error: compiler-like where it has a place in a source, else after our name."""
    text = str(error) if isinstance(error, SourceError) else f"gophersnake: {error}"
    first, _, rest = text.partition("\n")
    err.print(f"[red]{escape(first)}[/red]", soft_wrap=True)
    if rest:
        err.print(escape(rest), soft_wrap=True)


def fail(error: GophersnakeError) -> NoReturn:
    report(error)
    sys.exit(1)


def note(text: str) -> None:
    """Print a line that is not the command's result."""
    err.print(f"[dim]{escape(text)}[/dim]", soft_wrap=True)


def examples(*lines: tuple[str, str]) -> str:
    """The examples at the end of a help text: commands, and what each is for."""
    shown = [f"[bold]{escape(command)}[/bold]  [dim]{escape(why)}[/dim]" for command, why in lines]
    return "[bold]Examples[/bold]\n\n" + "\n\n".join(shown)


def help_of(command: Callable[..., None]) -> str:
    """A command's docstring with its lines joined, so that the terminal breaks them."""
    paragraphs = inspect.cleandoc(command.__doc__ or "").split("\n\n")
    return "\n\n".join(paragraph.replace("\n", " ") for paragraph in paragraphs)


class Progress:
    """A bar on the terminal while something takes long; nothing where nobody looks."""

    def __init__(self, doing: str) -> None:
        self._bar = progress.Progress(
            progress.TextColumn("{task.description}"),
            progress.BarColumn(),
            progress.MofNCompleteColumn(),
            progress.TextColumn("[dim]{task.fields[module]}[/dim]"),
            console=err,
            transient=True,
            disable=not err.is_terminal,
        )
        self._task = self._bar.add_task(doing, total=0, module="")
        self._total = 0

    @contextmanager
    def shown(self) -> Iterator[Progress]:
        with self._bar:
            yield self

    def expect(self, steps: int) -> None:
        self._total += steps
        self._bar.update(self._task, total=self._total)

    def step(self, module: str) -> None:
        self._bar.update(self._task, advance=1, module=escape(module))


def leave_broken_pipe() -> NoReturn:
    """End quietly when nobody reads on: `gophersnake generate | head -1`."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(1)
