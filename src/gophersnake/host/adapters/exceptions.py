"""Exceptions as values: what is passed, returned or kept, and not raised.

From Go an exception comes as itself, or as a function that raises an error of Go's. To Go it
goes described, as one that is raised.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable

from gophersnake.host.adapters import Adapter, Unfit
from gophersnake.host.adapters.iteration import raised
from gophersnake.host.errors import Described, describe

Plain = tuple["Callable[[], None] | None", "BaseException | None", "list[Described]"]
"""What raises it, or the exception itself; and what it is like."""


def an_exception(name: str) -> Adapter:
    """An exception of that builtin class, or of one derived from it."""
    cls: type[BaseException] = getattr(builtins, name)

    def checked(error: object) -> BaseException:
        if not isinstance(error, cls):
            raise Unfit(name, type(error).__name__)
        return error

    def make(plain: Plain) -> BaseException:
        raises, exception, _ = plain
        if raises is None:
            return checked(exception)
        return checked(raised(raises).with_traceback(None))  # which is only that of asking Go

    def take(error: object) -> Plain:
        return None, None, describe(checked(error))

    return Adapter(make, take, cls)
