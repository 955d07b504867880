"""Executing a module's source again while a program is being developed."""

from __future__ import annotations

import importlib
import linecache
import sys

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
