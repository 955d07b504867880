"""The printed table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from rich.table import Table

from .rows import Judged

_Justify = Literal["left", "right"]

_COLUMNS: dict[str, _Justify] = {
    "row": "left",
    "gate": "left",
    "ours": "right",
    "allocs": "right",
    "against": "left",
    "theirs": "right",
    "ratio": "right",
    "limit": "right",
    "": "left",
    "floor alone": "right",
}


def table(python: str, judged: Iterable[Judged]) -> Table:
    """Lay the rows out; those over their limit are red and carry a mark."""
    out = Table(title=f"Python {python}: time of one call", title_justify="left")
    for name, justify in _COLUMNS.items():
        out.add_column(name, justify=justify, no_wrap=True)
    last = None
    for one in judged:
        name = "" if one.limit.name == last else one.limit.name
        last = one.limit.name
        out.add_row(name, one.gate, *_numbers(one), style="red" if one.over else None)
    return out


def _numbers(one: Judged) -> list[str]:
    return [
        duration(one.ns),
        "" if one.allocs is None else f"{round(one.allocs, 2):g}",
        one.limit.label,
        duration(one.against_ns),
        "" if one.ratio is None else f"{one.ratio:.2f}",
        f"{one.limit.ratio[one.gate]:.3g}",
        "OVER" if one.over else "",
        "" if one.floor_alone is None else f"{one.floor_alone:.2f}",
    ]


def duration(ns: float | None) -> str:
    """Write a time with three digits that count, or nothing where there is none."""
    if ns is None:
        return "-"
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if ns >= size:
            return f"{ns / size:.3g} {unit}" if ns < 1000 * size else f"{ns / size:.0f} {unit}"
    return f"{ns:.3g} ns"


def summary(judged: Iterable[Judged]) -> str:
    """Count what is over its limit and what could not be measured, and say why not."""
    rows = list(judged)
    over = sum(one.over for one in rows)
    missing = sum(one.ratio is None for one in rows)
    measured = len(rows) - missing
    text = f"{measured} of {len(rows)} rows measured, {over} over the limit"
    if missing:
        text += f"; {missing} have nothing to measure"
    reasons = {
        f"{one.limit.name}: not measured: {one.missing}": None for one in rows if one.missing
    }
    return "\n".join([text, *reasons])
