"""Records: Go structs, by value."""

from gophersnake.writer.declarations.records.form import RecordForm
from gophersnake.writer.declarations.records.planned import PlannedRecord

__all__ = ["PlannedRecord", "RecordForm"]
