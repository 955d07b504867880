"""Finding the function that generated code was made for, and noticing when it changed."""

from __future__ import annotations

import importlib
import sys
from functools import cache
from types import ModuleType
from typing import Any


class BindError(Exception):
    """A function that generated code calls cannot be called any more."""


class MissingFunctionError(BindError):
    """The module is there, the function is not."""


class DriftError(BindError):
    """The function's signature has changed since the Go code was generated."""


def resolve(module: str, name: str, signature: str, access: str = "") -> Any:
    """Import `module` and return its function `name` (dotted for one of a class).

    `signature` is what the generator saw (gophersnake.signature). Empty, it is not checked:
    the Go side leaves it out when the sources it embeds are the very ones that were read.

    With an `access` (gophersnake.host.members) the name is that of a member of a class, and
    the function takes an instance first. An attribute need not be there before an instance is.

    Raises MissingFunctionError and DriftError, and whatever importing the module raises.
    """
    imported = importlib.import_module(module)
    if not access:
        found = _found(imported, name)
        _check_drift(imported, name, found, signature)
        return found
    from gophersnake.host import members

    owner_name, _, member = name.rpartition(".")
    owner = _found(imported, owner_name, "class") if owner_name else imported
    found = _found(imported, name) if access == members.METHOD else None
    key = f"{name}.setter" if access == members.SET else name
    _check_drift(imported, key, found, signature)
    return members.accessor(access, member, owner)


def _found(module: ModuleType, name: str, what: str = "function") -> Any:
    found: Any = module
    for part in name.split("."):
        try:
            found = getattr(found, part)
        except AttributeError:
            raise MissingFunctionError(
                f"module {module.__name__!r} has no {what} {name!r} (imported from "
                f"{getattr(module, '__file__', None) or 'the interpreter'}): "
                f"generate its Go package again with: gophersnake generate {module.__name__}"
            ) from None
    return found


def _check_drift(module: ModuleType, key: str, function: Any, signature: str) -> None:
    if not signature:
        return
    from gophersnake.signature import compatible, live_signature

    known = {} if signature.startswith("?") else _source_signatures(module)
    live = known.get(key)
    if live is None and function is not None:
        live = live_signature(function)
    difference = None if live is None else compatible(signature, live)
    if live is None and key.removesuffix(".setter") in known:
        difference = f"{key.removesuffix('.setter')} cannot be set any more"
    if difference is not None:
        raise DriftError(
            f"it has changed since its Go code was generated: {difference}: "
            f"generate it again with: gophersnake generate {module.__name__}"
        )


def forget() -> None:
    """Read the sources of modules again when they are asked for."""
    _source_signatures.cache_clear()


@cache
def _source_signatures(module: ModuleType) -> dict[str, str]:
    from gophersnake.definitions import Modules
    from gophersnake.signature import signatures

    found = _source(module)
    if found is None:
        return {}
    source, package = found
    name = module.__name__

    def source_of(other: str) -> tuple[str, bool] | None:
        return _source_of(other) if _is_followed(other, name) else None

    return signatures(source, name, package=package, modules=Modules(source_of))


def _source(module: ModuleType) -> tuple[str, bool] | None:
    """Return a module's source, and whether it is a package's."""
    loader = getattr(module, "__loader__", None)
    try:
        source = loader.get_source(module.__name__) if loader is not None else None
    except (AttributeError, ImportError, OSError):
        source = None
    return (source, hasattr(module, "__path__")) if source else None


def _source_of(name: str) -> tuple[str, bool] | None:
    """Return the source of a module that need not be imported: it may be for types alone."""
    if name in sys.modules:
        return _source(sys.modules[name])
    import importlib.util

    try:
        spec = importlib.util.find_spec(name)
        loader: Any = spec.loader if spec is not None else None
        source = loader.get_source(name) if loader is not None else None
    except (AttributeError, ImportError, OSError, ValueError):
        return None
    return (source, spec.submodule_search_locations is not None) if spec and source else None


def _is_followed(other: str, module: str) -> bool:
    """Whether the classes of another module are looked at: those of the same package, and what
    is not installed, as far as files tell. The generator does likewise; what only one of the
    two can follow is not compared."""
    top = other.partition(".")[0]
    if top == module.partition(".")[0]:
        return True
    file = getattr(sys.modules.get(other), "__file__", None) or ""
    installed = {"site-packages", "dist-packages"} & set(file.replace("\\", "/").split("/"))
    return not installed and top not in sys.stdlib_module_names
