"""Running other programs, with errors that say what was tried and what to do about it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path

# What would make one Python look for its library or itself in another one's folders.
_MISLEADING = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__", "LD_LIBRARY_PATH")
_TAIL_LINES = 20


class ToolError(Exception):
    """Something that could not be done: what was tried, why it failed, and the remedy."""

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(f"{problem}\n  remedy: {remedy}" if remedy else problem)
        self.problem = problem
        self.remedy = remedy


def say(message: str) -> None:
    """Report progress on stderr: stdout carries answers only."""
    print(f"pythons: {message}", file=sys.stderr, flush=True)


def clean_environment() -> dict[str, str]:
    """This process's environment without what would mislead another Python."""
    return {name: value for name, value in os.environ.items() if name not in _MISLEADING}


def abridged(command: Sequence[str]) -> str:
    """The command line, for people: of a word that is a whole script only the beginning."""
    words = [word if "\n" not in word else word.strip().split("\n")[0] + " ..." for word in command]
    return shlex.join(words)


def run(
    command: Sequence[str],
    *,
    remedy: str = "",
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    log: Path | None = None,
    timeout: float | None = None,
    shown: str | None = None,
) -> str:
    """Run `command` and return what it wrote to stdout (nothing when it writes to `log`).

    With `log`, all its output is appended there: the way for builds that run for minutes.
    Raises ToolError with the end of its output when it fails, times out or does not exist; it is
    named there as `shown`, or as an abridged command line.
    """
    tried = shown or abridged(command)
    try:
        with log.open("ab") if log else nullcontext(subprocess.PIPE) as out:
            done = subprocess.run(
                command, cwd=cwd, env=clean_environment() if env is None else env,
                timeout=timeout, check=False, stdin=subprocess.DEVNULL, stdout=out,
                stderr=subprocess.STDOUT if log else subprocess.PIPE,
                encoding="utf-8", errors="replace",
            )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise ToolError(f"tried `{tried}`: no answer within {timeout:g} s", remedy) from error
    except OSError as error:
        raise ToolError(f"tried `{tried}`: {error}", remedy) from error
    if done.returncode != 0:
        how = f"exit status {done.returncode}" if done.returncode > 0 else "killed by a signal"
        where = f" (all of it in {log})" if log else ""
        written = log.read_text("utf-8", "replace") if log else done.stderr or done.stdout
        tail = "\n".join("    " + line for line in written.strip().splitlines()[-_TAIL_LINES:])
        raise ToolError(f"tried `{tried}`: {how}{where}:\n{tail}", remedy)
    return done.stdout or ""
