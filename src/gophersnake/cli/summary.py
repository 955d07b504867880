"""What `gophersnake generate` says when it is done."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer
from rich.markup import escape
from rich.table import Table

from gophersnake.cli import console
from gophersnake.project.generation import Package
from gophersnake.writer import Entry, Status, Subject

_LINES = 40
"""How many lines on single names are printed before they are only counted."""

_COLUMNS = ("module", "functions", "types", "with objects", "skipped", "Go package")


def print_report(packages: Sequence[Package], report: str | None) -> bool:
    """Give the report in the form that `report` asks for: `json`, or the name of a file.

    Return whether standard output is still free for the table.
    """
    from gophersnake.project import reporting

    if report is None:
        return True
    text = json.dumps(reporting.as_data(packages), indent=2) + "\n"
    if report == "json":
        typer.echo(text, nl=False)
        return False
    Path(report).write_text(text, encoding="utf-8")
    return True


def print_table(packages: Sequence[Package], written: Sequence[Path]) -> None:
    """Print a line for each package, then why what is not mapped is not."""
    if not packages:
        return
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in _COLUMNS:
        text = heading in {"module", "Go package"}
        table.add_column(heading, justify="left" if text else "right", overflow="fold")
    changed = set(written)
    for package in packages:
        state = "" if changed & set(package.files) else " [dim](unchanged)[/dim]"
        table.add_row(
            escape(package.module.name),
            *_counts([package]),
            f"{escape(str(package.folder))}{state}",
        )
    if len(packages) > 1:
        table.add_row("[dim]together[/dim]", *_counts(packages), "")
    console.out.print(table)
    _print_reasons([entry for each in packages for entry in each.output.report.entries])


def _counts(packages: Sequence[Package]) -> Iterator[str]:
    entries = [entry for package in packages for entry in package.output.report.entries]
    there = [entry for entry in entries if entry.status is not Status.SKIPPED]
    for count in (
        sum(each.subject is Subject.FUNCTION for each in there),
        sum(each.subject is not Subject.FUNCTION for each in there),
        sum(each.status is Status.PARTLY for each in there),
        len(entries) - len(there),
    ):
        yield str(count or "")


def _print_reasons(entries: Sequence[Entry]) -> None:
    """Of what a package and its modules offer alike, the reasons are told once."""
    told = [entry for entry in entries if entry.status is not Status.MAPPED]
    told = list({(entry.location, entry.name, entry.reasons): entry for entry in told}.values())
    for entry in told[: _LINES if len(told) > _LINES * 2 else None]:
        what = "skipped" if entry.status is Status.SKIPPED else "has objects"
        line = f"{entry.location}: {entry.name} {what}: {'; '.join(entry.reasons)}"
        console.out.print(f"[yellow]{escape(line)}[/yellow]", soft_wrap=True)
    if len(told) > _LINES * 2:
        console.out.print(f"… and {len(told) - _LINES} more. Most often:", highlight=False)
        for reason, count in _reasons(told).most_common(10):
            console.out.print(f"{count:6}  {escape(reason)}", soft_wrap=True)
        console.note("--report FILE has them all; gophersnake check says what to do about them")


def _reasons(entries: Sequence[Entry]) -> Counter[str]:
    return Counter(
        reason
        for entry in entries
        for reason in ([gap.reason for gap in entry.gaps] if entry.gaps else entry.reasons)
    )
