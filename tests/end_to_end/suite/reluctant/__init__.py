"""A module that is imported only when it may be."""

from __future__ import annotations

import asyncio
import builtins
import time

while not getattr(builtins, "reluctant_may_go_on", False):
    time.sleep(0.001)


def imported() -> bool:
    return True


async def awaited() -> bool:
    await asyncio.sleep(0.05)  # long enough for a context to have ended before
    return True


def in_a_batch() -> bool:
    return True
