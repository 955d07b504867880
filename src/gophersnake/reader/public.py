"""Which names a module offers.

What `__all__` says. Without it, or where only running the module would tell what it is: what
the module defines and does not begin with an underscore, and of its imports

- in a package, those from its own modules (`from .core import detect`);
- those marked as an offer (`from x import f as f`, PEP 484);
- star imports from modules of the user's own, and any star import in a stub.

Other imports are a module's tools, not its offers.
"""

from __future__ import annotations

from collections.abc import Iterator

import griffe

from gophersnake.reader.exports import exports
from gophersnake.reader.library import Library
from gophersnake.reader.parsing import is_offered

STAR = "/*"
"""How griffe ends the name of the member that a star import makes."""


def public_names(
    module: griffe.Module, library: Library, active: frozenset[str] = frozenset()
) -> dict[str, bool]:
    """Return a module's public names, and whether `__all__` names each.

    In the order of `__all__`, else of definition. What `__all__` names must be there, and may
    begin with an underscore. `active` holds the modules whose star imports led here.
    """
    active |= {module.path}
    exported = exports(module, library)
    if exported is not None:
        return dict.fromkeys(exported, True)
    names = dict.fromkeys(_implied(module, library, active))
    return {name: False for name in names if not name.startswith("_")}


def unread_stars(module: griffe.Module, library: Library) -> Iterator[griffe.Alias]:
    """Yield the star imports that would make names public, had their module been readable."""
    if exports(module, library) is not None:
        return
    imports = (each for each in module.members.values() if isinstance(each, griffe.Alias))
    for member in imports:
        if member.name.endswith(STAR) and library.module(member.target_path) is None:
            yield member


def _implied(module: griffe.Module, library: Library, active: frozenset[str]) -> Iterator[str]:
    for name, member in sorted(module.members.items(), key=lambda item: _line(item[1])):
        if not isinstance(member, griffe.Alias):
            if not isinstance(member, griffe.Module):
                yield name
        elif name.endswith(STAR):
            if _is_stub(module) or _is_local(member.target_path, library):
                other = library.module(member.target_path)
                if other is not None and other.path not in active:
                    yield from public_names(other, library, active)
        elif is_offered(module, name) or (
            module.is_init_module and member.target_path.startswith(f"{module.path}.")
        ):
            yield name


def _is_stub(module: griffe.Module) -> bool:
    return str(module.filepath).endswith(".pyi")


def _is_local(name: str, library: Library) -> bool:
    found = library.finder.find(name)
    return found is not None and found.local


def _line(member: griffe.Object | griffe.Alias) -> int:
    line = member.alias_lineno if isinstance(member, griffe.Alias) else member.lineno
    return line or 0
