"""Executing modules again while a program is being developed."""

from __future__ import annotations

import importlib
import linecache
import os
import sys
from collections.abc import Iterator

from gophersnake.host import adapters, binding


def reload(module: str) -> None:
    """Execute the source of `module` again, if it was imported.

    Raises whatever executing it raises; what it had defined is then still there.
    """
    imported = sys.modules.get(module)
    if imported is None:
        return
    importlib.invalidate_caches()
    importlib.reload(imported)
    linecache.checkcache()
    binding.forget()
    for found in (adapters.find, adapters.find_record, adapters.find_class):
        found.cache_clear()


_State = tuple[int, int]  # when a file was last changed, and its size
_loaded: dict[str, _State] = {}
_looked: dict[str, _State] = {}


def changed() -> list[str]:
    """Return the modules to reload since files in the folder that `GOPHERSNAKE_SOURCES` names
    have changed after they were loaded, and not since this was last asked: then they may still
    be being written. They are all of a package in which one has, those first that the others
    import. What is imported for the first time is not changed."""
    now = dict(_files())
    edited = {name for name, state in now.items() if _loaded.setdefault(name, state) != state}
    settled = {name for name in edited if _looked.get(name) == now[name]}
    _looked.update(now)
    tops = {name.partition(".")[0] for name in settled}
    found = [name for name in now if name.partition(".")[0] in tops]
    _loaded.update((name, now[name]) for name in found)
    return found


def _files() -> Iterator[tuple[str, _State]]:
    """Yield the modules of that folder in the order in which their imports ended."""
    folder = os.path.abspath(os.environ.get("GOPHERSNAKE_SOURCES") or os.devnull) + os.sep
    for name, module in list(sys.modules.items()):
        file = os.path.abspath(getattr(module, "__file__", None) or "")
        if file.startswith(folder):
            try:
                found = os.stat(file)
            except OSError:  # gone, or not there again yet
                continue
            yield name, (found.st_mtime_ns, found.st_size)
