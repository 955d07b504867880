"""The cache folder: each thing in it is made once, by one process, and is whole or absent."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .shell import ToolError, say

_MOUNTS = Path("/proc/self/mounts")
_STAMP = ".gophersnake-made.json"


@dataclass(frozen=True)
class Site:
    """Where one thing of the cache is being made."""

    scratch: Path  # an empty folder on the cache's file system, removed afterwards
    final: Path  # where it will be found when it is finished
    log: Path  # what the programs that make it say
    jobs: int  # how many of them may run at a time


def folder() -> Path:
    """`pythons/` in $GOPHERSNAKE_CACHE, $XDG_CACHE_HOME/gophersnake or ~/.cache/gophersnake."""
    own, shared = os.environ.get("GOPHERSNAKE_CACHE"), os.environ.get("XDG_CACHE_HOME")
    if own:
        base = Path(own)
    elif shared:
        base = Path(shared) / "gophersnake"
    else:
        base = Path.home() / ".cache" / "gophersnake"
    return base.expanduser().absolute() / "pythons"


def log_file(name: str) -> Path:
    """Where the output of making `name` goes."""
    return _ready(folder() / "logs") / f"{name}.log"


@contextmanager
def locked(name: str) -> Iterator[None]:
    """Hold the lock `name` among all processes that share the cache; the kernel frees it."""
    with (_ready(folder()) / f".{name}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"{name}: another process is making it; waiting")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def made(name: str) -> Path | None:
    """The folder of `name` if it was made to the end, by whichever recipe."""
    return folder() / name if (folder() / name / _STAMP).is_file() else None


def make_once(name: str, fingerprint: str, build: Callable[[Site], Path], jobs: int = 1) -> Path:
    """The finished folder `name`, built only if it is absent or of another `fingerprint`.

    `build` works in its site's scratch folder and returns the tree in there that is to be `final`.
    The stamp and one rename come last, so an interrupted build never counts as done.
    """
    site = Site(folder() / f".{name}.scratch", folder() / name, log_file(name), jobs)
    final, scratch = site.final, site.scratch
    if any(letter.isspace() for letter in str(final)):
        raise ToolError(
            f"the cache folder {folder()} has white space in it, which builds cannot bear",
            "set GOPHERSNAKE_CACHE to a folder without",
        )
    with locked(name):
        if _fingerprint(final) == fingerprint:
            return final
        remove(scratch)
        scratch.mkdir(parents=True)
        site.log.write_bytes(b"")
        tree = build(site)
        (tree / _STAMP).write_text(json.dumps({"fingerprint": fingerprint}) + "\n", "utf-8")
        if final.exists():
            _refuse_mounts(final)
            final.rename(scratch / "replaced")
        tree.rename(final)
        remove(scratch)
        return final


def remove(tree: Path) -> None:
    """Remove a folder of the cache, but never through something mounted inside it."""
    if tree.exists():
        _refuse_mounts(tree)
        shutil.rmtree(tree)


def _ready(place: Path) -> Path:
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        remedy = "set GOPHERSNAKE_CACHE to a folder you may write to"
        raise ToolError(f"the cache folder cannot be made: {error}", remedy) from error
    return place


def _fingerprint(tree: Path) -> str | None:
    try:
        found = json.loads((tree / _STAMP).read_text("utf-8"))["fingerprint"]
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return found if isinstance(found, str) else None


def _refuse_mounts(tree: Path) -> None:
    try:
        lines = _MOUNTS.read_text("utf-8", "replace").splitlines()
    except OSError:
        return
    inside = [point for point in (line.split(" ")[1] for line in lines) if f"{tree}/" in point]
    if inside:
        raise ToolError(
            f"will not remove {tree}: {', '.join(inside)} is mounted in it",
            f"umount {' '.join(inside)}",
        )
