"""Classes whose instances stay in Python."""

from __future__ import annotations

from dataclasses import dataclass

from gophersnake.model.functions import Function
from gophersnake.model.location import Location
from gophersnake.model.skipped import Skipped
from gophersnake.model.types import Named, Variable


@dataclass(frozen=True, slots=True)
class Class:
    path: str
    """What refers to it: see Named."""
    module: str
    name: str
    """The class's name in its module, dotted where it is defined in another class."""
    location: Location
    doc: str = ""
    variables: tuple[Variable, ...] = ()
    """The type variables that it is generic over."""
    bases: tuple[Named, ...] = ()
    """The declared classes that it inherits from."""
    constructors: tuple[Function, ...] = ()
    """None for a class that cannot be called, more than one where the constructor has overloads."""
    members: tuple[Function, ...] = ()
    """What it adds to its bases: methods, attributes and properties (Function.access)."""
    skipped: tuple[Skipped, ...] = ()
    is_protocol: bool = False
    """Whether any object with the right members is an instance (PEP 544)."""
    is_exception: bool = False
    """Whether instances can be raised."""
    deprecated: str = ""
    """Why it is not to be used any more, as its author says (PEP 702); else empty."""
