"""Which declared classes something refers to."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from gophersnake.model.parts import parts
from gophersnake.model.types import Named

_BASES = frozenset(["base", "bases"])


def named_in(part: object) -> set[str]:
    """Return the paths of all declared classes that a part of a model refers to, anywhere in it.

    A part is a type, a function, a declaration, or several of them.
    """
    return {each.path for each in parts(part) if isinstance(each, Named)}


def bases_of(declaration: object) -> set[str]:
    """Return the paths of the declared classes that a declaration inherits from."""
    assert is_dataclass(declaration)
    found: set[str] = set()
    for each in fields(declaration):
        if each.name in _BASES:
            value = getattr(declaration, each.name)
            found |= {value} if isinstance(value, str) else named_in(value)
            if isinstance(value, tuple):
                found |= {base for base in value if isinstance(base, str)}
    return found - {""}
