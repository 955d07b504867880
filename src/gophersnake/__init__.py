"""Any typed Python function becomes a typed Go function.

This file stays empty of imports: a Go program's interpreter imports it at every start.

`GoError` and `GoPanic` are what errors and panics of Go functions become where Python calls
them.
"""

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name in {"GoError", "GoPanic"}:
        from gophersnake.host import functions

        return getattr(functions, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
