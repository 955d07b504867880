"""Interrupting calls: which one is hit, and when."""

from __future__ import annotations

import ctypes
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from gophersnake.bridge import Last, Unraisable  # type: ignore[attr-defined]
from gophersnake.host.cancellation import Cancelled
from tests.bridge import table
from tests.contract.signatures import INT, Type

NONE = Type("none")
INTERRUPTIBLE, ASKED, INTERRUPTED = 1, 2, 3


class Target:
    """The block of a call that is going to be interrupted."""

    def __init__(self) -> None:
        self.block: Any = None

    def __call__(self, block: table.CallBlock) -> None:
        """Prepare the block."""
        block.interruption = INTERRUPTIBLE
        self.block = block

    def interrupt(self) -> None:
        table.slots["interrupt"](ctypes.addressof(self.block))


def spin() -> None:
    end = time.perf_counter() + 30
    while time.perf_counter() < end:
        pass


def settle() -> int:
    """Execute enough bytecode for whatever is pending to be raised."""
    return sum(1 for _ in range(1000))


def soon(act: Callable[[], object], delay: float = 0.05) -> threading.Timer:
    timer = threading.Timer(delay, act)
    timer.start()
    return timer


def test_a_running_call_is_interrupted() -> None:
    target = Target()
    soon(target.interrupt)
    reply = table.bind_types(spin, NONE).call_prepared(target)
    assert (reply.status, reply.interruption) == (table.EXCEPTION, INTERRUPTED)
    assert settle() == 1000


def test_a_call_that_was_asked_to_end_before_it_began_does_not_begin() -> None:
    called: list[int] = []
    target = Target()

    def prepare(block: table.CallBlock) -> None:
        target(block)
        target.interrupt()
        assert block.interruption == ASKED

    reply = table.bind_types(lambda: called.append(1), NONE).call_prepared(prepare)
    assert (reply.status, reply.interruption, called) == (table.EXCEPTION, INTERRUPTED, [])


def test_a_call_that_cannot_be_interrupted_is_not() -> None:
    target = Target()

    def prepare(block: table.CallBlock) -> None:
        target(block)
        block.interruption = 0

    def work() -> int:
        target.interrupt()
        return settle()

    reply = table.bind_types(work, INT).call_prepared(prepare)
    assert (reply.value(INT), reply.interruption) == (1000, 0)


def test_what_comes_too_late_is_taken_back() -> None:
    target = Target()
    sleep = table.bind_types(partial(time.sleep, 0.2), NONE)  # executes no bytecode
    soon(target.interrupt)
    reply = sleep.call_prepared(target)
    assert (reply.status, reply.interruption) == (table.ANSWER, ASKED)
    assert settle() == 1000


def test_after_the_end_of_the_call_it_does_nothing() -> None:
    target = Target()
    assert table.bind_types(settle, INT).call_prepared(target).value(INT) == 1000
    target.interrupt()
    assert settle() == 1000


def test_an_inner_call_is_not_hit_when_the_outer_one_is_interrupted_meanwhile() -> None:
    target = Target()
    happened: list[str] = []

    def inner_work() -> int:
        soon(target.interrupt, 0).join()
        return settle()

    inner = table.bind_types(inner_work, INT)

    def outer_work() -> int:
        reply = inner.call()
        happened.append(f"inner returned {reply.value(INT)}")
        return settle()

    reply = table.bind_types(outer_work, INT).call_prepared(target)
    assert (reply.status, reply.interruption) == (table.EXCEPTION, INTERRUPTED)
    assert happened in ([], ["inner returned 1000"])  # it is raised as soon as that has ended


def test_an_inner_call_is_not_hit_by_what_is_pending_for_the_outer_one() -> None:
    target = Target()
    happened: list[str] = []

    def inner_work() -> None:
        settle()
        happened.append("inner ended")

    inner = table.bind_types(inner_work, NONE)

    def cross_in_c(block: table.CallBlock) -> None:
        # Without any bytecode between the end of the sleep and the inner call.
        asleep = partial(time.sleep, 0.2)
        call = partial(table.slots["call"], ctypes.addressof(block))
        list(map(partial.__call__, [asleep, call]))

    def outer_work() -> None:
        soon(target.interrupt)
        try:
            inner.call_prepared(cross_in_c)
        except Cancelled:
            happened.append("outer interrupted")
            raise

    reply = table.bind_types(outer_work, NONE).call_prepared(target)
    assert (reply.status, reply.interruption) == (table.EXCEPTION, INTERRUPTED)
    assert happened == ["inner ended", "outer interrupted"]


def test_inner_calls_are_interrupted_by_themselves() -> None:
    inner_target, outer_target = Target(), Target()
    inner = table.bind_types(spin, NONE)
    replies: list[table.Reply] = []

    def outer_work() -> int:
        soon(inner_target.interrupt)
        replies.append(inner.call_prepared(inner_target))
        return settle()

    reply = table.bind_types(outer_work, INT).call_prepared(outer_target)
    assert (replies[0].status, replies[0].interruption) == (table.EXCEPTION, INTERRUPTED)
    assert (reply.value(INT), reply.interruption) == (1000, INTERRUPTIBLE)


def while_interrupted(act: Callable[[], object]) -> None:
    """Have Cancelled raised as soon as possible, and call `act` without bytecode in between."""
    interrupt = partial(
        ctypes.pythonapi.PyThreadState_SetAsyncExc,
        ctypes.c_ulong(threading.get_ident()),
        ctypes.py_object(Cancelled),
    )
    list(map(partial.__call__, [interrupt, partial(act)]))


def test_last_is_called_in_a_thread_that_is_interrupted() -> None:
    called: list[int] = []
    held = [Last(lambda: called.append(1))]
    with pytest.raises(Cancelled):
        while_interrupted(held.clear)
    assert called == [1]
    assert settle() == 1000


def test_an_interruption_that_was_raised_in_vain_is_raised_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Dropped:
        def __del__(self) -> None:
            pass

    others: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", Unraisable(others.append))
    held = [Dropped()]
    with pytest.raises(Cancelled):
        while_interrupted(held.clear)
    assert (settle(), others) == (1000, [])


def test_other_exceptions_that_are_raised_in_vain_go_where_they_went(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Dropped:
        def __del__(self) -> None:
            raise ValueError

    others: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", Unraisable(others.append))
    Dropped()
    assert [other.exc_type for other in others] == [ValueError]
