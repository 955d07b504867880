"""What a docstring says of a type beyond the annotation: `ndarray, shape (n, 3)`, `volts`."""

from __future__ import annotations

import re

from gophersnake.model import Type
from gophersnake.writer.scope import names
from gophersnake.writer.types.spelling import spelled

_PLAIN = names(
    """
    any array array_like arraylike bool boolean buffer bytearray bytes bytes-like callable complex
    dict dictionary float floats frozenset function int integer integers ints iterable iterator
    list lists mapping memoryview ndarray none null number numbers numeric object objects of or
    scalar sequence sequences set sets str string strings text true tuple tuples
    """
)
_OPTIONAL = re.compile(
    r",?\s*(?:\(?optional\)?|keyword[- ]only|default(?:s to)?\s*[:=]?\s*\S+|by default\s+\S+)",
    re.IGNORECASE,
)


def note(text: str, annotation: Type) -> str:
    """The part of a type in a docstring that the Go type does not show; often nothing."""
    rest = _OPTIONAL.sub("", text).strip(" ,.")
    if _squeezed(rest) == _squeezed(spelled(annotation)) or names_types(rest):
        return ""
    return rest


def _squeezed(text: str) -> str:
    return re.sub(r"[\s`]", "", text).lower()


def names_types(text: str) -> bool:
    """Whether only types are named: `list of float`, `int or None`, `dict[str, int]`."""
    words = re.split(r"[\s,\[\]|`~:]+", text.lower().replace("np.", "").replace("numpy.", ""))
    return all(word in _PLAIN for word in words if word)
