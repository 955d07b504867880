"""What a family of classes is: which classes are of it, and how they are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import griffe

from gophersnake.model import Declaration
from gophersnake.reader.annotations.use import Converts
from gophersnake.reader.classes import Classes
from gophersnake.reader.declarations.generics import Bindings, Lineage
from gophersnake.reader.functions import FunctionReader

Made = griffe.Class | griffe.Attribute
"""A class by its statement, or by a call whose result gets a name: `P = NamedTuple("P", …)`."""


@dataclass(frozen=True)
class Reading:
    """What reading a class needs."""

    classes: Classes
    converter: Converts
    functions: FunctionReader
    lineage: Lineage | None = None
    """What type variables stand for in the class that is read, where fields need that."""

    def bindings(self, cls: griffe.Object) -> Bindings:
        """Return what the type variables in the annotations of a class's fields stand for."""
        return self.lineage.of(cls.path) if self.lineage is not None else {}


@dataclass(frozen=True)
class Family:
    accepts: Callable[[Made, Classes], bool]
    """Whether a class is of this family. Nothing is converted for this: types may be asked for
    before, or while, the class is read."""
    read: Callable[[Made, Reading], Declaration]
    hashable: Callable[[Made, Classes], bool]
    """Whether its values can be keys of a dict, as far as the class itself says."""
