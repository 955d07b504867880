"""Go packages on disk, or what is stale there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gophersnake import model
from gophersnake.errors import GophersnakeError
from gophersnake.project.discovery import GENERATED
from gophersnake.writer import Entry, Output, Status, Subject


@dataclass(frozen=True, slots=True)
class Package:
    """The Go package of one module, as it is to be in `folder`; nothing is on disk yet."""

    module: model.Module
    folder: Path
    output: Output

    @property
    def functions(self) -> int:
        """How many functions the package has."""
        return sum(each.subject is Subject.FUNCTION for each in self._written)

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the module is in the package."""
        return not self._written

    @property
    def _written(self) -> list[Entry]:
        entries = self.output.report.entries
        return [each for each in entries if each.status is not Status.SKIPPED]

    @property
    def files(self) -> list[Path]:
        """All of the package's files, sorted."""
        return sorted(self.folder / name for name in (*self.output.files, *self.output.copies))

    def stale(self) -> list[Path]:
        """The files that are missing or differ, sorted."""
        return sorted(path for path, content in self._contents() if _read(path) != content)

    def write(self) -> list[Path]:
        """Write the files that are stale, and no other; return them, sorted.

        Errors: GophersnakeError when a file that somebody else wrote is in the way; nothing
        is written then.
        """
        stale = {path: content for path, content in self._contents() if _read(path) != content}
        for path in stale:
            if path.suffix == ".go" and path.exists() and not _is_generated(path):
                raise GophersnakeError(
                    f"{path} is in the way: gophersnake did not write it",
                    "rename it, or choose another folder with -o",
                )
        for path, content in sorted(stale.items()):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return sorted(stale)

    def _contents(self) -> Iterator[tuple[Path, bytes]]:
        for name, text in self.output.files.items():
            yield self.folder / name, text.encode()
        for name, source in self.output.copies.items():
            yield self.folder / name, Path(source).read_bytes()


def shown(path: Path) -> Path:
    """The path as seen from here, where that is shorter."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def refuse_clashes(packages: Sequence[Package]) -> None:
    """Errors: GophersnakeError when two modules would write the same file."""
    owners: dict[Path, Package] = {}
    for package in packages:
        for path in package.files:
            other = owners.setdefault(path.absolute(), package)
            if other is not package:
                one, two = other.module.location.file, package.module.location.file
                raise GophersnakeError(
                    f"{path} would be made from {one} and from {two}",
                    "generate them one by one, each with its own -o",
                )


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _is_generated(path: Path) -> bool:
    return GENERATED.search(path.read_text(encoding="utf-8", errors="replace")) is not None
