"""A module as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gophersnake.model.declarations import Declaration
from gophersnake.model.functions import Function
from gophersnake.model.location import Location
from gophersnake.model.skipped import Skipped


@dataclass(frozen=True, slots=True)
class Source:
    """A file of a local module that the Go package carries: its path from the folder that
    holds the module (`pyoutliers/__init__.py`), and where it lies now."""

    path: str
    file: str


@dataclass(frozen=True, slots=True)
class Module:
    name: str
    """The dotted name Python imports it by."""
    functions: tuple[Function, ...]
    location: Location
    doc: str = ""
    skipped: tuple[Skipped, ...] = ()
    sources: tuple[Source, ...] = ()
    """Empty for a module that is installed in the environment and imported from there."""
    digest: str = ""
    """See gophersnake.signature: the digest of the source the signatures were read from."""
    declarations: tuple[Declaration, ...] = ()
    """The module's public classes, and all that the types of its functions and of these refer
    to, from whatever module. Of the module itself first, then by module and place."""
    called: Mapping[str, str] = field(default_factory=dict)
    """What declarations are to be called in Go, by path, where their author wants another name."""
    offers: tuple[str, ...] = ()
    """The paths of the declarations that are public names of this module."""
    carrier: str = ""
    """The module whose Go package carries the sources of this one; empty where that is its own,
    or none does."""
