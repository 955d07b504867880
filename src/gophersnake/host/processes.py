"""Child processes of a Python that runs inside a Go program.

A forked child has one of the process's threads and the locks of all of them, so Go's
scheduler is dead in it. `multiprocessing` therefore starts its processes afresh, and a
child that Python code forks by itself ends where it would come back to Go.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any


def prepare() -> None:
    """Adjust `multiprocessing` when it is imported; have the bridge end the children that
    `os.fork` makes where they would come back to Go. To be called once, when Python starts."""
    sys.meta_path.insert(0, _Adjuster())
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=_in_child)


def _in_child() -> None:
    from gophersnake.bridge import end_in_child  # type: ignore[attr-defined]

    end_in_child(_end)


def _end(error: BaseException | None) -> None:
    """End the process as `python` ends one, but for atexit handlers, which are the parent's."""
    status = 0
    if isinstance(error, SystemExit) and (error.code is None or isinstance(error.code, int)):
        status = error.code or 0
    elif error is not None:
        status = 1
        if isinstance(error, SystemExit):
            print(error.code, file=sys.stderr)
        else:
            sys.excepthook(type(error), error, error.__traceback__)
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    finally:
        os._exit(status & 0xFF)


class _Adjuster:
    """A finder that lets modules be imported as ever and changes them right after."""

    def __init__(self) -> None:
        self.pending = {
            "multiprocessing.context": _start_afresh,
            "multiprocessing.spawn": _pass_sources_on,
        }

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        adjust = self.pending.pop(name, None)
        if adjust is None:
            return None
        spec = PathFinder.find_spec(name, path, target)
        loader: Any = spec.loader if spec else None
        if loader is None:
            return None
        execute = loader.exec_module

        def exec_module(module: ModuleType) -> None:
            execute(module)
            adjust(module)

        loader.exec_module = exec_module
        return spec


def _start_afresh(context: Any) -> None:
    """Make forkserver the default where it was fork, and fork an error."""
    contexts = context._concrete_contexts
    if "fork" not in contexts:
        return
    default = context._default_context
    if default._default_context is contexts["fork"]:
        default._default_context = contexts["forkserver" if "forkserver" in contexts else "spawn"]
    context.ForkContext._check_available = _refuse_to_fork


def _refuse_to_fork(_context: object) -> None:
    raise ValueError(
        "the start method 'fork' cannot be used in a Go program, whose other threads "
        "a forked child would not have: use 'forkserver' or 'spawn'"
    )


def _pass_sources_on(spawn: Any) -> None:
    """Have children import what this process imports from memory."""
    original = spawn.get_preparation_data

    def get_preparation_data(name: str) -> dict[str, Any]:
        data: dict[str, Any] = original(name)
        data["gophersnake"] = _Sources()
        return data

    spawn.get_preparation_data = get_preparation_data


class _Sources:
    """Pickled, it is the embedded sources, which unpickling makes importable."""

    def __reduce__(self) -> tuple[Any, ...]:
        from gophersnake.host import embedded

        return embedded.add, (embedded.held(),)
