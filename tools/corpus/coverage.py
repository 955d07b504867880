"""How much of each package is typed in Go, as a table."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from gophersnake.writer import Status
from tools.corpus.generating import Outcome

PAGE = Path(__file__).resolve().parents[2] / "docs/reference/coverage.md"
_BEGIN = "<!-- begin: written by make corpus -->"
_END = "<!-- end -->"
_HEAD = ("package", "modules", "functions", "fully typed", "partly objects", "skipped")
_RIGHT = (False, True, True, True, True, True)


def table(outcomes: Mapping[str, Outcome]) -> str:
    """Return the shares in Markdown: a row for each package, and one for all together."""
    total = Outcome()
    for outcome in outcomes.values():
        total.add(outcome)
    rows = [_row(name, outcome) for name, outcome in outcomes.items()]
    if len(rows) > 1:
        rows.append(_row("all", total))
    rule = ["---:" if right else "---" for right in _RIGHT]
    return "\n".join(f"| {' | '.join(row)} |" for row in (_HEAD, rule, *rows)) + "\n"


def record(text: str, page: Path = PAGE) -> None:
    """Put the table between the page's markers. Raises ValueError where there are none."""
    old = page.read_text(encoding="utf-8")
    before, begin, rest = old.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not begin or not end:
        raise ValueError(f"{page}: no place for the table between {_BEGIN} and {_END}")
    page.write_text(f"{before}{_BEGIN}\n\n{text}\n{_END}{after}", encoding="utf-8")


def _row(name: str, outcome: Outcome) -> tuple[str, ...]:
    functions = outcome.functions.total()
    shares = [_share(outcome.functions[status], functions) for status in Status]
    return (name, f"{outcome.modules:,}", f"{functions:,}", *shares)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "-"
