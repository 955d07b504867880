"""Interleaved measuring: in every round, each way of each row gets one short stretch."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from .worker import Worker

Key = tuple[str, str, str]
"""A worker's gate, a way and a row."""

_WARM_UP_NS = 2_000_000


@dataclass(frozen=True)
class Job:
    """One way of one row, done by one worker."""

    worker: Worker
    way: str
    row: str

    @property
    def key(self) -> Key:
        """What the job's result is kept under."""
        return (self.worker.gate, self.way, self.row)


@dataclass(frozen=True)
class Result:
    """A call's time in nanoseconds and its allocations, one of each for a round."""

    ns: tuple[float, ...]
    allocs: tuple[float, ...]

    @property
    def typical_allocs(self) -> float:
        """The median of the allocations: a stray one of the runtime's own is left out."""
        return statistics.median(self.allocs)


def jobs(workers: Sequence[Worker], rows: Iterable[str]) -> list[list[Job]]:
    """List all jobs, those of a row together, so that they run one right after the other."""
    return [
        [
            Job(worker, way, row)
            for worker in workers
            for way in sorted(worker.ways)
            if worker.knows(way, row)
        ]
        for row in rows
    ]


def measure(
    rows: Sequence[Sequence[Job]],
    rounds: int,
    stretch_ns: int,
    progress: Callable[[], None],
) -> dict[Key, Result]:
    """Check every job, find how often each has to run to fill a stretch, and measure.

    progress is called after each row of each round. Only one process works at a time.
    """
    counts = {job.key: _calibrate(job, stretch_ns) for row in rows for job in row}
    ns: dict[Key, list[float]] = defaultdict(list)
    allocs: dict[Key, list[float]] = defaultdict(list)
    for number in range(rounds):
        for row in rows:
            # Each round begins with another way, so that none always follows the same one.
            first = number % len(row) if row else 0
            for job in (*row[first:], *row[:first]):
                count = counts[job.key]
                taken = job.worker.run(job.way, job.row, count)
                ns[job.key].append(taken.ns / count)
                allocs[job.key].append(taken.allocs / count)
                # A count found while the machine was busy is too small; it grows here.
                fitting = round(stretch_ns / min(ns[job.key]))
                counts[job.key] = max(count, fitting)
            progress()
    return {key: Result(tuple(ns[key]), tuple(allocs[key])) for key in ns}


def _calibrate(job: Job, stretch_ns: int) -> int:
    job.worker.check(job.way, job.row)
    count = 1
    while True:
        taken = job.worker.run(job.way, job.row, count).ns
        if taken >= min(stretch_ns, _WARM_UP_NS):
            return max(1, round(count * stretch_ns / taken))
        count *= 4
