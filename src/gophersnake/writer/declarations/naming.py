"""The names of declared classes: `Point`, and `GeoPoint` for that of another module.

They come before the functions: a function `point` beside a class `Point` gives way.
"""

from __future__ import annotations

from collections.abc import Sequence

from gophersnake.model import Declaration
from gophersnake.writer.scope import Scope
from gophersnake.writer.words import exported


def name_types(declarations: Sequence[Declaration], module: str, scope: Scope) -> dict[str, str]:
    """The Go names by path. Where the classes stand in their files does not matter; those of
    the module itself come first."""
    order = sorted(declarations, key=lambda each: (each.module != module, each.path))
    return {each.path: _given(each, module, scope) for each in order}


def _given(declaration: Declaration, module: str, scope: Scope) -> str:
    own = declaration.name.replace(".", "_")
    name = exported(own)
    if declaration.module != module and not scope.is_free(name):
        name = exported(f"{declaration.module.rpartition('.')[2]}_{own}")
    return scope.give(name)
