"""What the writer gives back: nothing is on disk yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from gophersnake.model import Location

if TYPE_CHECKING:
    from gophersnake.writer.sharing import Foreign


class Status(Enum):
    """How much of a Python function is in the Go package."""

    MAPPED = "mapped"
    """Every type has its own Go type."""
    PARTLY = "partly objects"
    """The function is there; some of its values are objects."""
    SKIPPED = "skipped"


class Subject(Enum):
    """What a name stands for."""

    FUNCTION = "function"
    TYPE = "type"


@dataclass(frozen=True, slots=True)
class Gap:
    """One value of a function that is an object, or has some in it, where a type would do more."""

    what: str
    """The parameter; `return` for the result."""
    annotation: str
    """What of its annotation is no Go type; empty where there is no annotation."""
    reason: str
    location: Location

    def __str__(self) -> str:
        shown = [self.what, self.annotation, self.reason]
        return ": ".join(part for part in shown if part)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the report: what became of one public name, and why."""

    name: str
    status: Status
    location: Location
    subject: Subject = Subject.FUNCTION
    go_name: str = ""
    """Empty where it was skipped."""
    reasons: tuple[str, ...] = ()
    """For objects and skipped names: why."""
    notes: tuple[str, ...] = ()
    """What else a reader should know: a name that had to give way."""
    gaps: tuple[Gap, ...] = ()
    """Of a function: what an author could mend, each once."""


@dataclass(frozen=True, slots=True)
class Report:
    entries: tuple[Entry, ...]

    def of(self, status: Status) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.status is status)


@dataclass(frozen=True, slots=True)
class Output:
    """A Go package. All paths are relative to its folder, with slashes."""

    package: str
    """The name of the Go package."""
    files: Mapping[str, str]
    """Go files: path and text."""
    copies: Mapping[str, str]
    """Python sources that have to lie in the folder too: path, and the file to copy."""
    report: Report
    lent: Mapping[str, Foreign] = field(default_factory=dict)
    """By path, what other packages need to know of the classes they use of this one."""
