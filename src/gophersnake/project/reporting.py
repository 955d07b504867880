"""What became of each name, as data for other programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gophersnake import __version__
from gophersnake.model import Location
from gophersnake.project.generation import Package
from gophersnake.writer import Entry, Status, Subject

SCHEMA = 1
"""Raised when a field changes its meaning or goes away; new fields leave it."""


def as_data(packages: Iterable[Package]) -> dict[str, Any]:
    """Return the report of these packages in what JSON knows."""
    shown = [_package(package) for package in packages]
    return {
        "schema": SCHEMA,
        "version": __version__,
        "totals": {
            subject.value: _added([package["totals"][subject.value] for package in shown])
            for subject in Subject
        },
        "packages": shown,
    }


def _package(package: Package) -> dict[str, Any]:
    entries = package.output.report.entries
    return {
        "module": package.module.name,
        "folder": package.folder.as_posix(),
        "package": package.output.package,
        "totals": {
            subject.value: {
                status.value: sum(
                    each.subject is subject and each.status is status for each in entries
                )
                for status in Status
            }
            for subject in Subject
        },
        "names": [_entry(each) for each in entries],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "name": entry.name,
        "kind": entry.subject.value,
        "status": entry.status.value,
        "go": entry.go_name or None,
        **_place(entry.location),
        "reasons": list(entry.reasons),
        "notes": list(entry.notes),
        "objects": [
            {
                "what": gap.what,
                "annotation": gap.annotation or None,
                "reason": gap.reason,
                **_place(gap.location),
            }
            for gap in entry.gaps
        ],
    }


def _place(location: Location) -> dict[str, Any]:
    return {"file": location.file, "line": location.line, "column": location.column}


def _added(counts: list[dict[str, int]]) -> dict[str, int]:
    return {each.value: sum(count[each.value] for count in counts) for each in Status}
