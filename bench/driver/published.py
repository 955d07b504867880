"""The table in the README and in the documentation, written from ``latest.json``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .build import BENCH
from .limits import ALL, GATES, Limit
from .table import duration

LATEST = BENCH / "results" / "latest.json"
PAGES = (BENCH.parent / "README.md", BENCH.parent / "docs/reference/performance.md")

_BEGIN = "<!-- bench:begin -->\n"
_END = "<!-- bench:end -->"


def published(document: Mapping[str, Any]) -> str:
    """Lay out a document of ``latest.json`` in Markdown: a line for each row that it has."""
    pythons = list(dict.fromkeys(row["python"] for row in document["rows"]))
    cores = document["machine"]["cores"]
    caption = (
        f"CPython {', '.join(pythons)}, {cores} cores shared with other work: only the ratios "
        "mean something. A bold ratio is over its limit."
    )
    lines = [
        "| row | against | limit | cgo | ratio | purego | ratio |",
        "|---|---|---|---|---|---|---|",
        *_lines(document["rows"]),
        "",
        caption,
    ]
    return "\n".join(lines) + "\n"


def replaced(page: str, table: str) -> str:
    """Return the text of a page with the table between its two marks."""
    before, _, rest = page.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not end:
        raise ValueError(f"expected {_BEGIN.strip()} and {_END} in the page")
    return before + _BEGIN + table + end + after


def publish(document: Mapping[str, Any]) -> None:
    """Write the table into the pages."""
    table = published(document)
    for path in PAGES:
        path.write_text(replaced(path.read_text(), table))


def _lines(rows: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    measured: dict[tuple[str, str], dict[str, Mapping[str, Any]]] = {}
    for row in rows:
        measured.setdefault((row["python"], row["name"]), {})[row["gate"]] = row
    for (_, name), by_gate in measured.items():
        limit = ALL[name]
        cells = [f"`{name}`", limit.label, _limits(limit)]
        for gate in GATES:
            cells += _cells(limit, gate, by_gate.get(gate))
        yield f"| {' | '.join(cells)} |"


def _limits(limit: Limit) -> str:
    return " / ".join(dict.fromkeys(f"{limit.ratio[gate]:.3g}" for gate in GATES))


def _cells(limit: Limit, gate: str, row: Mapping[str, Any] | None) -> tuple[str, str]:
    if row is None:
        return "", ""
    ratio = f"{row['ratio']:.2f}"
    return duration(row["ns"]), f"**{ratio}**" if row["ratio"] > limit.ratio[gate] else ratio
