"""Values of Go's context as context variables (PEP 567)."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import Context, ContextVar, copy_context
from importlib import import_module
from typing import Any

Variables = list[tuple[str, str, Any]]
"""Each the module of a context variable, its name there (dotted, perhaps), and the value."""


def carrying(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return `function` with the variables to set for its call as its first argument."""

    def carried(variables: Variables, /, *args: Any, **kwargs: Any) -> Any:
        return call(variables, function, *args, **kwargs)

    return carried


def call(variables: Variables, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
    """Call `function` with these variables set."""
    return context_of(variables, copy_context()).run(function, *args, **kwargs)


def context_of(variables: Variables, base: Context) -> Context:
    """Return `base` after setting the variables in it.

    Raises LookupError if a module has no such context variable, and whatever importing the
    module raises.
    """
    for module, name, value in variables:
        base.run(_find(module, name).set, value)
    return base


def _find(module: str, name: str) -> ContextVar[Any]:
    found: Any = import_module(module)
    for part in name.split("."):
        found = getattr(found, part, None)
    if not isinstance(found, ContextVar):
        raise LookupError(f"module {module!r} has no context variable {name!r}")
    return found
