"""Declared classes in Go.

For maintainers: a kind of declaration is one file, or folder, with a form (what the class is
as a type) and a plan (what else is written for it); `table` lists the kinds. `naming` gives
the types their names, before anything else in the package has one.
"""

from gophersnake.writer.declarations.planned import Planned
from gophersnake.writer.declarations.table import Forms, plan_declarations

__all__ = ["Forms", "Planned", "plan_declarations"]
