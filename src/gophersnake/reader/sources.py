"""The files of a local module that the Go package carries."""

from __future__ import annotations

from pathlib import Path

from gophersnake import signature
from gophersnake.model import Source
from gophersnake.reader.finder import Found


def sources(found: Found) -> tuple[Source, ...]:
    """Return every importable `.py` file of the top-level module that `found` belongs to.

    A submodule needs the packages around it, so all of the package is listed. Sorted by
    path; empty for a module that is installed in the environment.
    """
    if not found.local or found.source is None:
        return ()
    top = found.name.partition(".")[0]
    folder = found.root / top
    if not folder.is_dir() or (found.source == found.root / f"{top}.py"):
        return (Source(f"{top}.py", str(found.source)),)
    files = [each for each in folder.rglob("*.py") if _importable(each.relative_to(found.root))]
    pairs = sorted((each.relative_to(found.root).as_posix(), str(each)) for each in files)
    return tuple(Source(path, file) for path, file in pairs)


def digest(found: Found, carried: tuple[Source, ...]) -> str:
    """Return the digest over the carried files, or over the module's own file if none is."""
    if carried:
        return signature.digest((each.path, Path(each.file).read_bytes()) for each in carried)
    file = found.source or found.stub
    return signature.digest([(file.name, file.read_bytes())]) if file else ""


def _importable(path: Path) -> bool:
    return all(part.isidentifier() for part in path.with_suffix("").parts)
