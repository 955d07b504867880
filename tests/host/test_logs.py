"""Log records on their way to Go."""

from __future__ import annotations

import logging

import pytest

from gophersnake.host import logs, notices


def test_a_record_after_one_that_was_interrupted_takes_it_along(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[list[int]] = []

    def interrupted(_: list[int]) -> None:
        raise KeyboardInterrupt

    handler = logs._Handler()
    record = logging.LogRecord("name", logging.INFO, __file__, 1, "text", (), None)
    monkeypatch.setattr(notices, "tell", interrupted)
    with pytest.raises(KeyboardInterrupt):
        handler.emit(record)
    monkeypatch.setattr(notices, "tell", told.append)
    handler.emit(record)
    handler.emit(record)
    assert told == [[logs.BELL]]
    assert len(handler.take()) == 3
    handler.emit(record)
    assert told == [[logs.BELL], [logs.BELL]]
