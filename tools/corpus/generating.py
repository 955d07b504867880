"""One module with all in it, as Go packages, and how much of it is typed."""

from __future__ import annotations

import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from gophersnake.errors import GophersnakeError
from gophersnake.project import packages
from gophersnake.project.discovery import Target
from gophersnake.project.generation import Package
from gophersnake.project.memory import Memory
from gophersnake.writer import Entry, Status, Subject


@dataclass
class Outcome:
    """What became of a module and those in it."""

    modules: int = 0
    functions: Counter[Status] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    """Why functions are partly objects, each reason once a function."""
    refused: list[str] = field(default_factory=list)
    """What the generator said of modules that it cannot read."""
    crashes: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)

    def add(self, other: Outcome) -> None:
        self.modules += other.modules
        self.functions += other.functions
        self.reasons += other.reasons
        self.refused += other.refused
        self.crashes += other.crashes
        self.files += other.files


def generate(module: str, folder: Path, search_paths: tuple[Path, ...], memory: Path) -> Outcome:
    """Write the Go packages of a module into `folder`, in a Go module. Raises nothing that the
    generator raises: a crash is in the outcome."""
    outcome = Outcome()
    target = Target(module, folder)
    paths = search_paths or None
    try:
        prepared = packages.prepare(target, search_paths=paths, memory=Memory(memory))
        outcome.refused += [f"{module}: {error}" for error in prepared.errors]
        for package in prepared.packages:
            _count(package, outcome)
            package.write()
    except GophersnakeError as error:
        outcome.refused.append(f"{module}: {error}")
    except Exception:
        outcome.crashes.append(f"{module}: {traceback.format_exc()}")
    return outcome


def _count(package: Package, outcome: Outcome) -> None:
    outcome.modules += 1
    outcome.files += package.files
    for entry in package.output.report.entries:
        if entry.subject is Subject.FUNCTION:
            outcome.functions[entry.status] += 1
            outcome.reasons.update(_reasons(entry))


def _reasons(entry: Entry) -> set[str]:
    return {gap.reason for gap in entry.gaps}
