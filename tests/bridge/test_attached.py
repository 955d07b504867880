"""For how long a call was attached, where its caller asks for it."""

from __future__ import annotations

import time
from functools import partial

from tests.bridge import table
from tests.contract.signatures import Type

nap = table.bind_types(partial(time.sleep, 0.01), Type("none"))


def attached(asked: int) -> int:
    blocks: list[table.CallBlock] = []

    def prepare(block: table.CallBlock) -> None:
        block.attached = asked
        blocks.append(block)

    assert nap.call_prepared(prepare).status == table.ANSWER
    return int(blocks[0].attached)


def test_it_is_as_long_as_the_function_takes_and_no_longer_than_the_call() -> None:
    begun = time.perf_counter_ns()
    took = attached(1) - 1
    assert 10_000_000 <= took <= time.perf_counter_ns() - begun


def test_it_is_not_measured_unasked() -> None:
    assert attached(0) == 0
