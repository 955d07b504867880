"""The free-threaded Python for the rows that take one: it is among those of tools/pythons."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .build import BENCH, OUTPUT
from .target import Target

_ROOT = BENCH.parent
_PYTHONS = _ROOT / "tools" / "pythons"

NONE = (
    "there is no free-threaded Python with a shared library: "
    "python tools/pythons make --only 3.13t makes one"
)
"""Why the rows that take one are not measured."""


class FreeThreadedError(Exception):
    """There is a free-threaded Python, but no environment can be made of it."""


def find() -> Target | None:
    """Return the newest one there is, in an environment with numpy and this package."""
    executable = newest(json.loads(_pythons("list", "--json")))
    if executable is None:
        return None
    folder = OUTPUT / "freethreaded"
    _pythons("venv", executable, str(folder), "--install", "numpy")
    python = folder / "bin" / "python"
    # What the generator depends on need not be there for this Python.
    _run(python, "-m", "pip", "install", "--quiet", "--force-reinstall", "--no-deps", _ROOT)
    return Target.ask(python)


def newest(interpreters: Sequence[dict[str, Any]]) -> str | None:
    """Return the executable of the newest one that can be measured here."""
    fitting = [
        one["executable"]
        for one in interpreters  # in order of their versions
        if one["usable"] and one["free_threaded"] and not one["debug"] and one["root"] is None
    ]
    return fitting[-1] if fitting else None


def _pythons(*arguments: str) -> str:
    return _run(sys.executable, _PYTHONS, *arguments)


def _run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        line = shlex.join(str(word) for word in command)
        raise FreeThreadedError(f"{line}:\n{done.stderr.strip()}")
    return done.stdout
