"""Functions of Go's as Python sees them: what their errors become, and their signatures."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import inspect


class GoError(Exception):
    """An error that a Go function returned to Python.

    It carries the Go error: where it comes back to Go, also as the cause of another
    exception, errors.Is and errors.As find the very same error.
    """

    __module__ = "gophersnake"

    _go_value: Any = None

    def __reduce__(self) -> Any:  # the Go error stays behind
        return type(self), self.args


class GoPanic(GoError):
    """A panic in a Go function that Python called. Its stack in Go is a note (PEP 678)."""

    __module__ = "gophersnake"

    stack: str = ""

    def __str__(self) -> str:
        text = super().__str__()
        # Before 3.11, tracebacks show no notes.
        return text if sys.version_info >= (3, 11) else f"{text}\n{self.stack}"


def error(told: tuple[int, str, str, Any, BaseException | None]) -> BaseException:
    """Return the exception for an error frame (contract/frame.md, "A callback")."""
    what, message, stack, value, origin = told
    if value is None and isinstance(origin, BaseException):
        return origin
    made = GoPanic(message) if what else GoError(message)
    if isinstance(made, GoPanic):
        made.stack = stack
        made.__notes__ = [stack]  # type: ignore[attr-defined]  # add_note came with 3.11
    made._go_value = value
    if isinstance(origin, BaseException):
        made.__cause__ = origin
    return made


def carried(exception: object) -> int:
    """Return the number of the Go error that an exception carries, 0 if it carries none."""
    if not isinstance(exception, GoError):
        return 0
    number: int = getattr(exception._go_value, "_number", 0)
    return number


def signature(parameters: list[tuple[str, int, bool]]) -> inspect.Signature:
    """Return a signature of (name, kind, whether it has a default) each.

    The default itself is Go's: it shows as an ellipsis. What is called `*name` is the
    runtime's own.
    """
    import inspect

    kinds = tuple(inspect._ParameterKind)
    return inspect.Signature(
        [
            inspect.Parameter(
                name if name.isidentifier() else f"arg{name}",
                kinds[kind],
                default=... if default else inspect.Parameter.empty,
            )
            for name, kind, default in parameters
            if not name.startswith("*")
        ]
    )
