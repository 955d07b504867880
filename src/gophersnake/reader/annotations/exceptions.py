"""The builtin exception classes, of exceptions that are values."""

from __future__ import annotations

import builtins

from gophersnake.model import ExceptionOf, Type
from gophersnake.reader.annotations.use import Converts, Rule, Use

_NEWER = ("BaseExceptionGroup", "ExceptionGroup", "PythonFinalizationError")
"""Those that 3.10 does not have."""


def _names() -> set[str]:
    known = {
        cls.__name__  # EnvironmentError and IOError are other names of OSError
        for cls in vars(builtins).values()
        if isinstance(cls, type) and issubclass(cls, BaseException)
    }
    return known.union(_NEWER)


def _rule(name: str) -> Rule:
    def convert(_use: Use, _converter: Converts) -> Type:
        return ExceptionOf(name)

    return convert


RULES: dict[str, Rule] = {
    **{f"builtins.{name}": _rule(name) for name in _names()},
    "builtins.EnvironmentError": _rule("OSError"),
    "builtins.IOError": _rule("OSError"),
}


def covers(wide: ExceptionOf, narrow: ExceptionOf) -> bool:
    """Whether the exceptions of one class are of the other one, too."""
    classes = [getattr(builtins, each.name, None) for each in (wide, narrow)]
    if None in classes:  # a newer one
        return wide.name in ("BaseException", "Exception")
    return issubclass(classes[1], classes[0])  # type: ignore[arg-type]
