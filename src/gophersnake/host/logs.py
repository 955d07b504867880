"""Python's logging, taken over by Go.

A handler on the root logger puts records into a queue and rings; Go fetches them. So
logging never waits for Go, and no record is lost: the queue has no end.
"""

from __future__ import annotations

import logging
import traceback
from contextlib import nullcontext
from typing import Any

from gophersnake.host import notices
from gophersnake.host.errors import clean

BELL = 0
"""The notice that records wait."""

_ORDINARY = frozenset(vars(logging.LogRecord("", 0, "", 0, "", (), None))) | {
    "message",
    "asctime",
    "taskName",
}

Record = tuple[int, str, str, float, str, int, str, str, str, dict[str, Any]]
"""Level, logger, message, time, file, line, function, traceback, stack, extra attributes."""


class _Handler(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.queue: list[Record] = []
        self.told = False

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self.queue.append(_plain(record))
        except Exception:
            self.handleError(record)
            return
        if not self.told:  # whoever came before may have been interrupted before it had told
            notices.tell([BELL])
            self.told = True

    def take(self) -> list[Record]:
        """Return the records that wait, the oldest first."""
        with self.lock or nullcontext():
            self.told = False
            taken = list(self.queue)
            self.queue.clear()
        return taken


_handler: _Handler | None = None


def install(level: int) -> None:
    """Give all records of at least this level to Go, in place of the root logger's handlers;
    loggers may have handlers of their own besides."""
    global _handler
    root = logging.getLogger()
    if _handler is None:
        _handler = _Handler()
        root.handlers[:] = [_handler]
        logging.captureWarnings(capture=True)
    root.setLevel(level)


def take() -> list[Record]:
    """Return the records that wait, the oldest first."""
    return [] if _handler is None else _handler.take()


def _plain(record: logging.LogRecord) -> Record:
    return (
        record.levelno,
        clean(record.name),
        clean(record.getMessage()),
        record.created,
        clean(record.pathname),
        record.lineno,
        clean(record.funcName or ""),
        clean("".join(traceback.format_exception(*record.exc_info))) if record.exc_info else "",
        clean(record.stack_info or ""),
        {
            clean(name): _carried(value)
            for name, value in vars(record).items()
            if name not in _ORDINARY
        },
    )


def _carried(value: object) -> object:
    """A value that Go gets as it is, or its text: what is logged must not outlive its record."""
    if value is None or type(value) in (bool, float):
        return value
    if type(value) is int and -(2**63) <= value < 2**63:
        return value
    return clean(value if type(value) is str else repr(value))
