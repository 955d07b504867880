"""Exceptions as values: what is passed, returned or kept, and not raised.

From Go an exception comes as itself, or as a function that raises an error of Go's. To Go it
goes described, as one that is raised.
"""

from __future__ import annotations

from collections.abc import Callable

from gophersnake.host.adapters import Adapter, Unfit, find_class
from gophersnake.host.adapters.iteration import raised
from gophersnake.host.errors import Described, describe

Plain = tuple["Callable[[], None] | None", "BaseException | None", "list[Described]"]
"""What raises it, or the exception itself; and what it is like."""


def an_exception(name: str) -> Adapter:
    """An exception of a builtin class, or of `module:Class`, or of one derived from it."""
    cls = find_class(name if ":" in name else f"builtins:{name}")
    expected = name.replace(":", ".")

    def make(plain: Plain) -> BaseException:
        raises, exception, _ = plain
        if raises is not None:
            exception = raised(raises).with_traceback(None)  # which is only that of asking Go
        if not isinstance(exception, BaseException) or not isinstance(exception, cls):
            raise Unfit(expected, type(exception).__name__)
        return exception

    def take(exception: object) -> Plain:
        if not isinstance(exception, BaseException) or not isinstance(exception, cls):
            raise Unfit(expected)
        return None, None, describe(exception)

    return Adapter(make, take, cls)
