"""What is written for one declared class, whatever it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from gophersnake.writer import views
from gophersnake.writer.codecs import Codecs
from gophersnake.writer.modules import Homes
from gophersnake.writer.output import Entry
from gophersnake.writer.scope import Scope
from gophersnake.writer.types import Codec


@dataclass(frozen=True)
class Package:
    """What a declaration's sections are written into."""

    scope: Scope
    codecs: Codecs
    homes: Homes
    cases: dict[Codec, str] = field(default_factory=dict)
    """The types that stand for cases of unions, by their codecs."""


class Planned(Protocol):
    """A declared class, planned: its types are known, what belongs to it has no name yet."""

    def sections(self, package: Package) -> Iterator[views.Section]:
        """Its part of the Go file; gives names to what belongs to it."""

    def entries(self) -> Iterable[Entry]:
        """Its lines of the report, once the sections are written."""
