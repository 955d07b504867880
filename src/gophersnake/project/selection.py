"""What is to be generated: what the user names, else what the configuration or the folder says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gophersnake.project import configuration, discovery
from gophersnake.project.discovery import Target
from gophersnake.settings import Settings


@dataclass(frozen=True, slots=True)
class Selection:
    targets: tuple[Target, ...]
    settings: Settings = field(default_factory=Settings)
    meant: bool = True
    """Whether somebody named the modules, or they merely lie there."""


def select(
    words: Sequence[str] = (), output: Path | None = None, place: Path = Path()
) -> Selection:
    """The modules named by `words`; without any, those of the project at `place`.

    `output` is the folder of the Go package, or for several modules the folder that gets a
    folder for each. Errors: those of the configuration.
    """
    found = configuration.find(place)
    if words:
        targets = discovery.named(words, output)
        return Selection(tuple(map(found.placed, targets)), found.settings)
    if found.targets:
        targets = [
            Target(each.name, output / each.last) if output else each for each in found.targets
        ]
        return Selection(tuple(targets), found.settings)
    targets = discovery.named([str(place)], output)
    return Selection(tuple(targets), found.settings, meant=False)
