"""What Python has: how many references in all, how many blocks, and who is referred to."""

from __future__ import annotations

import gc
import sys
from array import array
from types import CodeType

_ids, _counts = array("Q"), array("q")


def references() -> tuple[int, int]:
    """Return the references in all, if this is a debug build, otherwise -1; and the blocks."""
    total = getattr(sys, "gettotalrefcount", lambda: -1)()
    return total, sys.getallocatedblocks()


def collect() -> None:
    gc.collect()


def begin() -> None:
    """Note how often each object is referred to that can be reached."""
    global _ids, _counts
    _ids, _counts = _census(_reached())


def end(least: int) -> list[str]:
    """Return the objects whose references have changed by so many since the census began.

    Extension modules that were not compiled for a debug build change the references in all
    without a leak; here they cannot.
    """
    reached = _reached()
    ids, counts = _census(reached)
    before = dict(zip(_ids, _counts, strict=True))
    changes = (count - before.get(at, count) for at, count in zip(ids, counts, strict=True))
    return [
        f"{_shown(each)}: {change:+}"
        for each, change in zip(reached, changes, strict=True)
        if abs(change) >= least
    ]


def _reached() -> list[object]:
    """Return every object that the garbage collector knows, or that one of them refers to."""
    reached: list[object] = []
    rest = gc.get_objects()
    seen = {id(rest), id(reached)}
    while rest:
        each = rest.pop()
        if id(each) not in seen:
            seen.add(id(each))
            reached.append(each)
            rest += gc.get_referents(each)
            if isinstance(each, CodeType):  # which hides what it has from the collector
                rest += each.co_consts
    return reached


def _census(objects: list[object]) -> tuple[array[int], array[int]]:
    """Return where the objects are and how often they are referred to, without more objects."""
    return array("Q", map(id, objects)), array("q", map(sys.getrefcount, objects))


def _shown(each: object) -> str:
    text = object.__repr__(each) if gc.is_tracked(each) else repr(each)
    return f"{type(each).__name__} {text:.60}"
