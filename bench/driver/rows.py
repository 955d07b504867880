"""Results held against their limits: the rows of ``latest.json`` and of the printed table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from .limits import GATES, START, Limit
from .pairs import quiet_pair
from .rounds import Key, Result

_PEER_GATE = "cgo"
"""The peers exist in the cgo worker only; both gates are held against them there."""

_PEERS = ("glue", "per-element")


@dataclass(frozen=True)
class Row:
    """A row as ``latest.json`` holds it. Times are of one call, in nanoseconds."""

    name: str
    python: str
    gate: str
    ns: float
    allocs: float
    against: str
    against_ns: float
    ratio: float


@dataclass(frozen=True)
class Judged:
    """A row of the printed table: our time is None while there is nothing to measure."""

    limit: Limit
    python: str
    gate: str
    ns: float | None
    allocs: float | None
    against_ns: float | None
    floor_alone: float | None = None
    """The time of the floor as a program of its own, in units of its time in the worker.

    Under 1, the floor was slowed by what surrounds it in the worker, and the ratio flatters.
    """
    missing: str | None = None
    """Why nothing was measured, where that is known."""

    @property
    def ratio(self) -> float | None:
        """Our time in units of the time it is held against."""
        if self.ns is None or self.against_ns is None:
            return None
        return self.ns / self.against_ns

    @property
    def over(self) -> bool:
        """Tell whether the time or the allocations lie over the limit."""
        ratio = self.ratio
        slow = ratio is not None and ratio > self.limit.ratio[self.gate]
        wasteful = (
            self.limit.allocs is not None
            and self.allocs is not None
            and round(self.allocs, 2) > self.limit.allocs[self.gate]
        )
        return slow or wasteful

    def row(self) -> Row | None:
        """Return what is written to ``latest.json``, or None if nothing was measured."""
        ratio = self.ratio
        if self.ns is None or self.against_ns is None or ratio is None:
            return None
        return Row(
            name=self.limit.name,
            python=self.python,
            gate=self.gate,
            ns=self.ns,
            allocs=round(self.allocs or 0, 2),
            against=self.limit.label,
            against_ns=self.against_ns,
            ratio=ratio,
        )


def judge(limits: Iterable[Limit], python: str, results: Mapping[Key, Result]) -> list[Judged]:
    """Hold the results of one Python against the limits, each gate by itself."""
    return [_judge(limit, python, gate, results) for limit in limits for gate in GATES]


def judge_start(python: str, results: Mapping[str, Result]) -> list[Judged]:
    """Hold the starts of our programs against those of Python itself."""
    theirs = results["python"].ns
    return [_compare(START, python, gate, results.get(gate), theirs) for gate in GATES]


def unmeasured(limit: Limit, why: str) -> list[Judged]:
    """Hold nothing against a limit, for this reason."""
    return [
        Judged(limit, "", gate, ns=None, allocs=None, against_ns=None, missing=why)
        for gate in GATES
    ]


def document(machine: Mapping[str, Any], judged: Iterable[Judged]) -> dict[str, Any]:
    """Return the content of ``latest.json``."""
    rows = (one.row() for one in judged)
    return {
        "schema": 1,
        "machine": dict(machine),
        "rows": [asdict(row) for row in rows if row is not None],
    }


def _judge(limit: Limit, python: str, gate: str, results: Mapping[Key, Result]) -> Judged:
    own = results.get((gate, "own", limit.source))
    parts = [
        results.get((_PEER_GATE if way in _PEERS else gate, way, limit.against_row or limit.source))
        for way in limit.against
    ]
    found = [part.ns for part in parts if part is not None]
    theirs = [sum(ns) for ns in zip(*found, strict=True)] if len(found) == len(parts) else []
    judged = _compare(limit, python, gate, own, theirs)
    return replace(judged, floor_alone=_floor_alone(limit, gate, results))


def _compare(
    limit: Limit, python: str, gate: str, own: Result | None, theirs: Sequence[float]
) -> Judged:
    if own is not None and theirs:
        ns, against_ns = quiet_pair(own.ns, theirs)
        return Judged(limit, python, gate, ns, own.typical_allocs, against_ns)
    # One side is missing; what there is of the other is still worth printing.
    return Judged(
        limit,
        python,
        gate,
        ns=None if own is None else min(own.ns),
        allocs=None if own is None else own.typical_allocs,
        against_ns=min(theirs, default=None),
    )


def _floor_alone(limit: Limit, gate: str, results: Mapping[Key, Result]) -> float | None:
    alone = results.get(("none", "floor", limit.source))
    within = results.get((gate, "floor", limit.source))
    if "floor" not in limit.against or alone is None or within is None:
        return None
    ns, within_ns = quiet_pair(alone.ns, within.ns)
    return ns / within_ns
