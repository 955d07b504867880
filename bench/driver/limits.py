"""The table of limits: every row, what it is held against, and how far above it may lie.

This is the one place to look up or change a limit. A limit is promised for the machine's
default Python; on others it is printed all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

GATES = ("cgo", "purego")
"""The two builds of a Go program: with cgo, and without."""

PerGate = Mapping[str, float]


@dataclass(frozen=True)
class Limit:
    """A row and its limit.

    ``against`` names ways of the same row whose times are added, such as the floor and the
    pure Go part of the work. ``against_row`` is set where a row is held against another row
    of ours instead, and ``measured`` where the row takes its time from one of another name.
    """

    name: str
    against: tuple[str, ...]
    ratio: PerGate
    allocs: PerGate | None = None
    measured: str | None = None
    against_row: str | None = None

    @property
    def source(self) -> str:
        """The name of the row that is measured."""
        return self.measured or self.name

    @property
    def label(self) -> str:
        """What the row is held against, in one word."""
        return self.against_row or "+".join(self.against)


def _gates(cgo: float, purego: float | None = None) -> PerGate:
    return MappingProxyType({"cgo": cgo, "purego": cgo if purego is None else purego})


_CALL = _gates(1.8, 2.8)
_NO_ALLOCS = _gates(0, 1)
_IN = _gates(1.3)
_OUT = _gates(1.4)
_WALK = _gates(1.5)
_SHARED = _gates(2.5)

_FLOOR = ("floor",)
_FLOOR_AND_GO = ("floor", "go")
_GLUE = ("glue",)
_PER_ELEMENT = ("per-element",)

START = Limit("start", ("python",), _gates(1.2))
"""Process start to first answer. Measured apart, because each of its runs is a process."""

PARALLEL = Limit(
    "parallel_2_freethreaded",
    ("own",),
    _gates(1 / 1.7),
    measured="parallel_2",
    against_row="parallel_1",
)
"""Calls that compute, by two goroutines and by one: at least 1.7 times as many a second.

Measured apart, because it takes a Python without a GIL."""

LIMITS = (
    Limit("call_none", _FLOOR, _CALL, _NO_ALLOCS),
    Limit("call_float2", _FLOOR, _CALL, _NO_ALLOCS),
    Limit("call_mixed4", _FLOOR, _CALL, _NO_ALLOCS),
    # Both hold the interpreter over all the calls.
    Limit("call_float2_in_batch", _FLOOR, _gates(1.6)),
    # A context that can end may cost 400 ns; an empty call takes 100 to 300.
    Limit("call_cancellable", ("own",), _gates(2.3), against_row="call_none"),
    # A million calls, by 10,000 goroutines and by one: at least 0.8 times as many a second.
    Limit("goroutines_10k", ("own",), _gates(1.25), against_row="goroutine_1"),
    # What Python itself takes to have a loop on another thread do it.
    Limit("await_noop", ("own",), _gates(2), against_row="await_in_python"),
    Limit("list_float_in_1k", _FLOOR, _IN),
    Limit("list_float_in_1m", _FLOOR, _IN),
    Limit("list_float_out_1k", _FLOOR_AND_GO, _OUT),
    Limit("list_float_out_1m", _FLOOR_AND_GO, _OUT),
    Limit("dict_str_int_out_100", _FLOOR_AND_GO, _OUT),
    Limit("list_str_out_1k", _FLOOR_AND_GO, _OUT),
    Limit("dict_str_int_in_100", _FLOOR_AND_GO, _WALK),
    Limit("list_str_in_1k", _FLOOR_AND_GO, _WALK),
    Limit("array_in_1k", _GLUE, _SHARED),
    Limit("array_in_10m", _GLUE, _SHARED),
    # That an array is lent and not copied shows in its size not mattering.
    Limit(
        "array_in_10m_over_1k",
        ("own",),
        _gates(1.1),
        measured="array_in_10m",
        against_row="array_in_1k",
    ),
    Limit("array_out_10m", _GLUE, _SHARED),
    Limit("detect_array_1k", _GLUE, _gates(1.05)),
    Limit("detect_list_1k", _PER_ELEMENT, _gates(0.5)),
    Limit("detect_list_1m", _PER_ELEMENT, _gates(0.35)),
    *(
        Limit(name, _FLOOR, _gates(2.0))
        for name in (
            *("record_in", "record_out", "list_record_out_1k", "enum", "union"),
            *("iterate_1k", "method_call"),
        )
    ),
    Limit("callback", _FLOOR, _gates(3.0)),
)

ALL = {limit.name: limit for limit in (*LIMITS, START, PARALLEL)}
"""Every limit there is, by the name of its row."""
