"""A worker process: it does the rows it knows when told to, one line at a time."""

from __future__ import annotations

import contextlib
import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class WorkerError(Exception):
    """A worker ended, or refused what it was told to do."""


@dataclass(frozen=True)
class Measurement:
    """What n calls took in all."""

    ns: int
    allocs: int


class Worker:
    """One process, which ends when its standard input does."""

    def __init__(self, command: Sequence[str | Path], environment: Mapping[str, str]) -> None:
        """Start the process and wait until it says what it can do."""
        self._name = Path(command[0]).name
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        greeting = self._read()
        self.python: str = greeting["python"]
        self.gate: str = greeting["gate"]
        self.ways: dict[str, set[str]] = {way: set(rows) for way, rows in greeting["ways"].items()}

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.close()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def knows(self, way: str, row: str) -> bool:
        """Tell whether the process does a row in a way."""
        return row in self.ways.get(way, ())

    def check(self, way: str, row: str) -> None:
        """Have the row done once and its answer compared with the wanted one."""
        self._ask(f"check {way} {row}")

    def run(self, way: str, row: str, n: int) -> Measurement:
        """Have the row done n times."""
        answer = self._ask(f"run {way} {row} {n}")
        return Measurement(ns=answer["ns"], allocs=answer["allocs"])

    def _ask(self, line: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise WorkerError(f"{self._name}: {line}: the process has ended") from None
        return self._read(line)

    def _read(self, line: str = "start") -> dict[str, Any]:
        assert self._process.stdout is not None
        text = self._process.stdout.readline()
        if not text:
            status = self._process.wait()
            raise WorkerError(f"{self._name}: {line}: the process ended with status {status}")
        answer: dict[str, Any] = json.loads(text)
        if "error" in answer:
            raise WorkerError(f"{self._name}: {line}: {answer['error']}")
        return answer
