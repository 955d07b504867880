"""What is found out about a class, found out once for all the modules that use it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

T = TypeVar("T")
R = TypeVar("R")


class Once:
    """Remembers what functions return for objects, which are told apart by identity: to compare
    a large class with another one, part by part, takes as long as what is found out about it."""

    def __init__(self) -> None:
        self._found: dict[tuple[Callable[[Any], object], int], tuple[object, object]] = {}

    def of(self, find: Callable[[T], R], part: T) -> R:
        """Return what `find` returns for this very object, which never changes. `find` is a
        function of a module: it is told apart by identity, too."""
        key = (find, id(part))
        if key not in self._found:
            self._found[key] = (part, find(part))  # the object stays, so its id is no other's
        return cast("R", self._found[key][1])
