"""What is to be generated: what the user names, else what the configuration or the folder says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gophersnake import reader
from gophersnake.errors import GophersnakeError
from gophersnake.project import configuration, discovery
from gophersnake.project.configuration import Configuration
from gophersnake.project.discovery import Target
from gophersnake.settings import Settings


@dataclass(frozen=True, slots=True)
class Selection:
    targets: tuple[Target, ...]
    settings: Settings = field(default_factory=Settings)
    meant: bool = True
    """Whether somebody named the modules, or they merely lie there."""
    mistakes: tuple[GophersnakeError, ...] = ()
    """The settings on modules that are not there."""


def select(
    words: Sequence[str] = (), output: Path | None = None, place: Path = Path()
) -> Selection:
    """The modules named by `words`; without any, those of the project at `place`.

    `output` is the folder of the Go package, or for several modules the folder that gets a
    folder for each. Errors: those of the configuration.
    """
    found = configuration.find(place)
    targets = tuple(_targets(found, words, output, place))
    known = {each.name for each in (*targets, *found.targets)}
    mistakes = tuple(reader.strangers(found.settings, known, found.folder))
    return Selection(targets, found.settings, bool(words or found.targets), mistakes)


def _targets(
    found: Configuration, words: Sequence[str], output: Path | None, place: Path
) -> list[Target]:
    if words:
        return [found.placed(each) for each in discovery.named(words, output)]
    if found.targets:
        return [Target(each.name, output / each.last) if output else each for each in found.targets]
    return discovery.named([str(place)], output)
