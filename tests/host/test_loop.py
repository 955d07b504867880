"""The event loop's end."""

from __future__ import annotations

import pytest

from gophersnake.host.loop import Runner


def test_what_comes_after_the_end_of_a_loop_is_refused() -> None:
    runner = Runner()
    runner.stop()
    for _ in range(2):
        with pytest.raises(RuntimeError, match="has ended"):
            runner.submit(print)


def test_what_comes_before_the_end_of_a_loop_is_called() -> None:
    called: list[int] = []
    runner = Runner()
    runner.submit(runner._stop)
    for i in range(100):
        try:
            runner.submit(called.append, i)
        except RuntimeError:
            break
    else:
        i = 100
    runner.thread.join()
    assert called == list(range(i))
