"""The names of declared classes: `Point`, and `GeoPoint` for that of another module.

They come before the functions: a function `point` beside a class `Point` gives way.
"""

from __future__ import annotations

from gophersnake.model import Declaration, Enumeration, Module, Union
from gophersnake.writer.scope import Scope
from gophersnake.writer.words import exported


def name_types(module: Module, scope: Scope) -> dict[str, str]:
    """The Go names by path. Where the classes stand in their files does not matter; those of
    the module itself come first, and of all those whose author wants a certain name. What has
    its name from where it stands or from its types gives way to what Python calls so."""
    order = sorted(
        module.declarations,
        key=lambda each: (
            each.path not in module.called,
            each.module != module.name,
            _is_nameless(each),
            each.path,
        ),
    )
    return {each.path: _given(each, module, scope) for each in order}


def _given(declaration: Declaration, module: Module, scope: Scope) -> str:
    own = module.called.get(declaration.path) or declaration.name.replace(".", "_")
    name = exported(own)
    if declaration.module != module.name and not scope.is_free(name):
        name = exported(f"{declaration.module.rpartition('.')[2]}_{own}")
    return scope.give(name)


def _is_nameless(declaration: Declaration) -> bool:
    """Whether a literal or union has no name in Python: none is an alias for it."""
    if isinstance(declaration, Union):
        return not declaration.is_alias
    is_literal = isinstance(declaration, Enumeration) and declaration.is_literal
    return is_literal and ".Literal[" in declaration.path
