"""How much of each package is typed in Go, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from gophersnake.writer import Status
from tools.corpus.generating import Outcome

PAGE = Path(__file__).resolve().parents[2] / "docs/reference/coverage.md"
_BEGIN = "<!-- begin: written by make corpus -->"
_END = "<!-- end -->"
_HEAD = ("package", "modules", "functions", "fully typed", "partly objects", "skipped")
_RIGHT = (False, True, True, True, True, True)


def table(outcomes: Mapping[str, Outcome]) -> str:
    """Return the shares in Markdown, a row for each package."""
    return _table([_line(_row(name, outcome)) for name, outcome in outcomes.items()])


def record(outcomes: Mapping[str, Outcome], names: Sequence[str], page: Path = PAGE) -> None:
    """Put rows into the table between the page's markers, in the order of `names`. Rows that are
    there stay; one of no such name, of another version perhaps, goes.

    Raises ValueError where there are no markers."""
    old = page.read_text(encoding="utf-8")
    before, begin, rest = old.partition(_BEGIN)
    text, end, after = rest.partition(_END)
    if not begin or not end:
        raise ValueError(f"{page}: no place for the table between {_BEGIN} and {_END}")
    rows = {line.split("|")[1].strip(): line for line in text.splitlines() if line.startswith("|")}
    rows |= {name: _line(_row(name, outcome)) for name, outcome in outcomes.items()}
    text = _table([rows[name] for name in names if name in rows])
    page.write_text(f"{before}{_BEGIN}\n\n{text}\n{_END}{after}", encoding="utf-8")


def _table(rows: Iterable[str]) -> str:
    rule = ["---:" if right else "---" for right in _RIGHT]
    return "\n".join([_line(_HEAD), _line(rule), *rows]) + "\n"


def _line(row: Iterable[str]) -> str:
    return f"| {' | '.join(row)} |"


def _row(name: str, outcome: Outcome) -> tuple[str, ...]:
    functions = outcome.functions.total()
    shares = [_share(outcome.functions[status], functions) for status in Status]
    return (name, f"{outcome.modules:,}", f"{functions:,}", *shares)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "-"
