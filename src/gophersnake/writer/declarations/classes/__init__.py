"""Classes whose instances stay in Python: Go structs that hold the object."""

from gophersnake.writer.declarations.classes.form import ClassForm
from gophersnake.writer.declarations.classes.planned import PlannedClass

__all__ = ["ClassForm", "PlannedClass"]
