"""The arithmetic between measurements and verdicts."""

from __future__ import annotations

import pytest
from driver.freethreaded import newest
from driver.limits import LIMITS, PARALLEL, START, Limit
from driver.pairs import quiet_pair
from driver.rounds import Key, Result
from driver.rows import Judged, document, judge, judge_start, unmeasured
from driver.table import summary

_LIMIT = Limit("some_out", ("floor", "go"), {"cgo": 1.4, "purego": 1.4}, {"cgo": 0, "purego": 1})


def _result(*ns: float, allocs: float = 0) -> Result:
    return Result(ns, (allocs,) * len(ns))


def _judge(limit: Limit, results: dict[Key, Result]) -> Judged:
    judged = [one for one in judge([limit], "3.11.7", results) if one.gate == "cgo"]
    assert len(judged) == 1
    return judged[0]


def test_parts_of_a_floor_are_added_round_by_round() -> None:
    judged = _judge(
        _LIMIT,
        {
            ("cgo", "own", "some_out"): _result(300, 130, 280),
            ("cgo", "floor", "some_out"): _result(130, 60, 90),
            ("cgo", "go", "some_out"): _result(55, 40, 60),
        },
    )
    assert (judged.ns, judged.against_ns) == (130, 100)
    assert judged.ratio == pytest.approx(1.3)
    assert not judged.over


def test_times_of_both_sides_are_of_one_quiet_round() -> None:
    # The machine is quiet only now and then, and for one side alone in the fourth round.
    ours = (200.0, 101.0, 202.0, 100.0, 99.0, 203.0, 100.0, 204.0, 205.0)
    theirs = (100.0, 50.0, 101.0, 99.0, 51.0, 102.0, 50.0, 103.0, 104.0)
    assert quiet_pair(ours, theirs) == (100, 50)


def test_row_over_its_ratio_is_marked() -> None:
    judged = Judged(_LIMIT, "3.11.7", "cgo", ns=141, allocs=0, against_ns=100)
    assert judged.over


def test_row_over_its_allocations_is_marked() -> None:
    judged = Judged(_LIMIT, "3.11.7", "cgo", ns=100, allocs=1, against_ns=100)
    assert judged.over
    assert not Judged(_LIMIT, "3.11.7", "purego", ns=100, allocs=1, against_ns=100).over


def test_stray_allocations_are_left_out() -> None:
    strayed = Result((1, 1, 1), (0, 0, 4))
    assert strayed.typical_allocs == 0


def test_both_gates_are_held_against_the_peers_of_the_cgo_worker() -> None:
    limit = Limit("some_array", ("glue",), {"cgo": 2.5, "purego": 2.5})
    results: dict[Key, Result] = {
        ("cgo", "glue", "some_array"): _result(10),
        ("purego", "own", "some_array"): _result(20),
    }
    by_gate = {one.gate: one for one in judge([limit], "3.11.7", results)}
    assert by_gate["purego"].ratio == 2
    assert by_gate["cgo"].ratio is None


def test_row_against_another_row_of_ours() -> None:
    limit = next(limit for limit in LIMITS if limit.name == "array_in_10m_over_1k")
    judged = _judge(
        limit,
        {
            ("cgo", "own", "array_in_10m"): _result(21),
            ("cgo", "own", "array_in_1k"): _result(20),
        },
    )
    assert judged.ratio == pytest.approx(1.05)
    row = judged.row()
    assert row is not None
    assert (row.name, row.against) == ("array_in_10m_over_1k", "array_in_1k")


def test_start_is_held_against_python() -> None:
    judged = judge_start("3.11.7", {"python": _result(100), "cgo": _result(110)})
    assert [one.ratio for one in judged] == [pytest.approx(1.1), None]
    assert judged[0].limit is START


def test_two_goroutines_are_held_against_one() -> None:
    judged = _judge(
        PARALLEL,
        {("cgo", "own", "parallel_2"): _result(55), ("cgo", "own", "parallel_1"): _result(100)},
    )
    assert judged.ratio == pytest.approx(0.55)
    assert not judged.over
    row = judged.row()
    assert row is not None
    assert (row.name, row.against) == ("parallel_2_freethreaded", "parallel_1")


def test_why_a_row_is_not_measured_is_said_once_and_not_recorded() -> None:
    judged = unmeasured(PARALLEL, "there is no such Python")
    assert summary(judged) == (
        "0 of 2 rows measured, 0 over the limit; 2 have nothing to measure\n"
        "parallel_2_freethreaded: not measured: there is no such Python"
    )
    assert document({}, judged)["rows"] == []


def test_the_free_threaded_python_is_the_newest_that_can_be_measured() -> None:
    def python(name: str, **facts: object) -> dict[str, object]:
        usual = {"usable": True, "free_threaded": True, "debug": False, "root": None}
        return {**usual, "executable": name, **facts}

    pythons = [
        python("3.13t"),
        python("3.14t"),
        python("3.14td", debug=True),
        python("3.15t", root="/roots/sid"),
        python("3.15", free_threaded=False),
        python("3.16t", usable=False),
    ]
    assert newest(pythons) == "3.14t"
    assert newest(pythons[2:]) is None


def test_document_leaves_out_what_was_not_measured_and_its_ratio_is_exact() -> None:
    judged = [
        Judged(_LIMIT, "3.11.7", "cgo", ns=100.0, allocs=0.001, against_ns=80.1),
        Judged(_LIMIT, "3.11.7", "purego", ns=None, allocs=None, against_ns=80),
    ]
    assert document({"cores": 2}, judged) == {
        "schema": 1,
        "machine": {"cores": 2},
        "rows": [
            {
                "name": "some_out",
                "python": "3.11.7",
                "gate": "cgo",
                "ns": 100.0,
                "allocs": 0.0,
                "against": "floor+go",
                "against_ns": 80.1,
                "ratio": 100.0 / 80.1,
            }
        ],
    }


def test_every_limit_has_both_gates_and_a_name_of_its_own() -> None:
    limits = [*LIMITS, PARALLEL, START]
    assert all(set(limit.ratio) == {"cgo", "purego"} for limit in limits)
    assert len({limit.name for limit in limits}) == len(limits)
