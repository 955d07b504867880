"""What a part of a model consists of: types in types, functions in classes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache


def parts(part: object) -> Iterator[object]:
    """Yield a part and all parts of it, in the order of the text. They may be nested deeply, so
    this is no recursion."""
    waiting = [part]
    while waiting:
        each = waiting.pop()
        yield each
        if isinstance(each, tuple):
            waiting += each[::-1]
        else:
            waiting += [getattr(each, name) for name in _names(type(each))]  # type: ignore[arg-type]


@cache
def _names(cls: type) -> tuple[str, ...]:
    """The names of a dataclass's fields, the last first; none of any other class."""
    return tuple(each.name for each in fields(cls))[::-1] if is_dataclass(cls) else ()
