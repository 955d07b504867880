"""The names of declared classes: `Point`, and `GeoPoint` for that of another module.

They come before the functions: a function `point` beside a class `Point` gives way.
"""

from __future__ import annotations

from gophersnake.model import Declaration, Module
from gophersnake.writer.scope import Scope
from gophersnake.writer.words import exported


def name_types(module: Module, scope: Scope) -> dict[str, str]:
    """The Go names by path. Where the classes stand in their files does not matter; those of
    the module itself come first, and of all those whose author wants a certain name."""
    order = sorted(
        module.declarations,
        key=lambda each: (each.path not in module.called, each.module != module.name, each.path),
    )
    return {each.path: _given(each, module, scope) for each in order}


def _given(declaration: Declaration, module: Module, scope: Scope) -> str:
    own = module.called.get(declaration.path) or declaration.name.replace(".", "_")
    name = exported(own)
    if declaration.module != module.name and not scope.is_free(name):
        name = exported(f"{declaration.module.rpartition('.')[2]}_{own}")
    return scope.give(name)
