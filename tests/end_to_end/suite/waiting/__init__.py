"""Functions that take their time, and what they do when they are interrupted."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

_happened: list[str] = []


def happened() -> list[str]:
    """Return what happened since the last time, and forget it."""
    found = list(_happened)
    _happened.clear()
    return found


def spin(seconds: float) -> int:
    """Execute bytecode for a while and return how often it went round."""
    rounds = 0
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        rounds += 1
    return rounds


def sleep(seconds: float) -> str:
    """Do nothing, without the interpreter, and tell what happened."""
    _happened.append("asleep")
    time.sleep(seconds)
    _happened.append("awake")
    return "slept"


def short(value: int) -> int:
    return value


def begin_threads(count: int) -> None:
    """Start threads that do nothing, and note what is raised in one."""
    import _thread

    sys.unraisablehook = _note
    for _ in range(count):
        _thread.start_new_thread(_nothing, ())
        time.sleep(0)


def raised_in_threads() -> list[str]:
    """Return what was, and note no more."""
    sys.unraisablehook = _hook
    return _raised


def _note(unraisable: Any) -> None:
    _raised.append(repr(unraisable.exc_value))
    sys.__unraisablehook__(unraisable)


_hook = sys.unraisablehook


def _nothing() -> None:
    pass


def import_slowly(name: str) -> str:
    """Import a module here and now."""
    import importlib

    done: str = importlib.import_module(name).done
    return done


def log_for(seconds: float) -> int:
    """Log, with a handler that takes its time, and return how often."""
    logger = logging.getLogger("waiting.slowly")
    logger.propagate = False
    if not logger.handlers:
        logger.addHandler(_Slow())
    end = time.perf_counter() + seconds
    count = 0
    while time.perf_counter() < end:
        logger.warning("on and on")
        count += 1
    return count


def log_only(seconds: float) -> int:
    """Log into memory, and do nothing else."""
    import io

    logger = logging.Logger("waiting.only")
    logger.addHandler(logging.StreamHandler(io.StringIO()))
    end = time.perf_counter() + seconds
    count = 0
    while time.perf_counter() < end:
        for _ in range(1000):
            logger.warning("on and on")
        count += 1000
    return count


def lock_for(seconds: float) -> int:
    """Take a lock and give it back, and return how often."""
    end = time.perf_counter() + seconds
    count = 0
    while time.perf_counter() < end:
        for _ in range(100):
            with _passed_on:
                count += 1
    return count


def poll_for(seconds: float) -> int:
    """Sleep and take the lock by turns, and return how often."""
    end = time.perf_counter() + seconds
    count = 0
    while time.perf_counter() < end:
        time.sleep(0.02)
        with _passed_on:
            count += 1
    return count


def is_locked() -> bool:
    """Tell whether somebody has that lock."""
    return _passed_on.locked()


_passed_on = threading.Lock()


def drop_for(seconds: float) -> int:
    """Make objects that take their time to go, and return how many."""
    end = time.perf_counter() + seconds
    count = 0
    while time.perf_counter() < end:
        spin(0.001)
        _Reluctant()
        count += 1
    return count


def half_dropped() -> int:
    """Return how many of those have begun to go and have not gone."""
    return _dropped[0] - _dropped[1]


class _Reluctant:
    def __del__(self) -> None:
        _dropped[0] += 1
        spin(0.001)
        _dropped[1] += 1


_dropped = [0, 0]


class _Slow(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        spin(0.001)


_raised: list[str] = []
_met = [False, False]


def meet(me: int) -> bool:
    """Wait for the other of two calls, which must run at the same time as this one: it neither
    ends nor gives up the interpreter before the other has come."""
    if sys._is_gil_enabled():  # type: ignore[attr-defined,unused-ignore]
        return False
    _met[me] = True
    while not all(_met):
        pass
    return True


def clean(seconds: float) -> None:
    """Clean up in whatever way this ends."""
    _happened.append("begun")
    try:
        spin(seconds)
        _happened.append("ended")
    finally:
        spin(0.01)
        _happened.append("cleaned")


def catch(seconds: float) -> str:
    """Catch the interruption and go on."""
    try:
        spin(seconds)
    except BaseException as reason:  # gophersnake.host.cancellation.Cancelled
        return f"caught {type(reason).__name__}"
    return "nothing to catch"


def translate(seconds: float) -> None:
    """Make another exception of the interruption."""
    try:
        spin(seconds)
    except BaseException as reason:
        raise RuntimeError("interrupted in the middle") from reason


def suppress_ordinary(seconds: float) -> None:
    """Stop whatever an ordinary handler stops."""
    for _ in range(100):
        try:
            spin(seconds)
        except Exception:
            _happened.append("stopped")


def slow_numbers(seconds: float) -> Any:
    """Yield numbers, each of which takes its time."""

    def numbers() -> Iterator[int]:
        number = 0
        try:
            while True:
                yield number
                spin(seconds)
                number += 1
        finally:
            _happened.append("closed")

    return numbers()


def busy(value: int, rounds: int) -> int:
    """Return the value, after executing some bytecode and giving way now and then."""
    for done in range(rounds):
        value += 1
        if done % 64 == 32:
            time.sleep(0)
    return value - rounds
