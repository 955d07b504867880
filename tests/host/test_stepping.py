"""The steps of asynchronous generators and context managers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator

import pytest

from gophersnake.host.adapters import stepping


async def _numbers() -> AsyncGenerator[int, None]:
    yield 1
    yield 2


@pytest.mark.parametrize("steps_before", [0, 1])
def test_a_step_ends_whose_task_is_cancelled_before_it_has_come_to_it(steps_before: int) -> None:
    async def cancelled() -> None:
        steps = stepping._generator_steps(_numbers())
        for _ in range(steps_before):
            await steps(None, None, False)
        step = asyncio.create_task(steps(None, None, False))
        await asyncio.sleep(0)
        steps._tasks[0].cancel()
        assert await asyncio.wait({step}, timeout=10) == ({step}, set())
        with pytest.raises(asyncio.CancelledError):
            step.result()

    asyncio.run(cancelled())
