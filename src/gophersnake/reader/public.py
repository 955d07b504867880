"""Which names a module offers."""

from __future__ import annotations

import griffe

from gophersnake.reader.library import Library, stars


def public_names(module: griffe.Module, library: Library) -> dict[str, bool]:
    """Return a module's public names in the order of definition, and whether `__all__` names
    each: what it names must be there, and may begin with an underscore."""
    if module.exports is not None:
        return {name: True for name in _exports(module, library, frozenset())}
    return {name: False for name in _implied(module, library)}


def _exports(module: griffe.Module, library: Library, active: frozenset[str]) -> list[str]:
    """Return what `__all__` says, with `other.__all__` put in."""
    names: list[str] = []
    for export in module.exports or ():
        if isinstance(export, str):
            names.append(export)
            continue
        path = export.canonical_path.removesuffix(".__all__")
        other = library.follow(path).object
        if isinstance(other, griffe.Module) and other.path not in active:
            names += _exports(other, library, active | {module.path})
    return list(dict.fromkeys(names))


def _implied(module: griffe.Module, library: Library) -> list[str]:
    names: list[str] = []
    for name, member in module.members.items():
        if isinstance(member, griffe.Alias):
            if _re_exported(name, member, module):
                names.append(name)
        elif not name.startswith("_") and not isinstance(member, griffe.Module):
            names.append(name)
    for star in stars(module):
        other = library.module(star.target_path)
        if other is not None and _own(star.target_path, module) and other is not module:
            names += public_names(other, library)
    return [name for name in dict.fromkeys(names) if not name.startswith("_")]


def _re_exported(name: str, alias: griffe.Alias, module: griffe.Module) -> bool:
    """Whether an import is an offer: a package offers what it imports from its own modules."""
    return not name.endswith("/*") and module.is_init_module and _own(alias.target_path, module)


def _own(path: str, module: griffe.Module) -> bool:
    package = module.path if module.is_init_module else module.path.rpartition(".")[0]
    return bool(package) and path.startswith(f"{package}.")
