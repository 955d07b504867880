"""Where CPythons may be on this machine, and each of them once."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import cache
from .interpreter import OLDEST, Interpreter, examine

_EXECUTABLE = re.compile(r"python3(?:\.(\d+))?(?:t|d|td|-dbg)?")
_USUAL = ("/usr/bin", "/usr/local/bin")
_VENDORED = ("google-cloud-sdk", "bundledpython")  # made for one program, without pip or venv


def find() -> list[Interpreter]:
    """Every CPython of 3.10 or newer, the unusable ones last, in order of version."""
    with ThreadPoolExecutor() as pool:
        here = list(pool.map(examine, map(str, _distinct(candidates()))))
    inside = [one for root in roots() for one in in_root(root)]
    return sorted(_once([*here, *inside]), key=_order)


def in_root(root: Path) -> list[Interpreter]:
    """Every CPython of 3.10 or newer inside a root folder."""
    names = [path.name for path in _executables(root / "usr/bin") if not path.is_symlink()]
    with ThreadPoolExecutor() as pool:
        found = list(pool.map(lambda name: examine(f"/usr/bin/{name}", str(root)), names))
    return sorted(_once(found), key=_order)


def roots() -> list[Path]:
    """The finished root folders of the cache."""
    return [path for path in _made() if (path / "etc/debian_version").exists()]


def candidates() -> Iterator[Path]:
    """Files that may be interpreters: the cache, pyenv, the usual folders, then PATH."""
    for made in _made():
        if not (made / "etc/debian_version").exists():
            yield from _executables(made / "bin")
    yield from _of_pyenv()
    for folder in (*_USUAL, *_search_path()):
        yield from _executables(Path(folder))


def _made() -> list[Path]:
    if not cache.folder().is_dir():
        return []
    return [path for path in sorted(cache.folder().iterdir()) if cache.made(path.name)]


def _of_pyenv() -> Iterator[Path]:
    roots = [Path.home() / ".pyenv"]
    if os.environ.get("PYENV_ROOT"):
        roots.insert(0, Path(os.environ["PYENV_ROOT"]))
    for root in roots:
        for version in sorted((root / "versions").glob("*")):
            digits = re.match(r"(\d+)\.(\d+)", version.name)
            if not digits or (int(digits[1]), int(digits[2])) >= OLDEST:
                yield from (path for path in [version / "bin/python3"] if os.path.lexists(path))


def _search_path() -> list[str]:
    """PATH without the folders of pyenv's shims: scripts that stand for what was found already."""
    folders = os.environ.get("PATH", "").split(os.pathsep)
    return [folder for folder in folders if folder and Path(folder).name != "shims"]


def _executables(folder: Path) -> Iterator[Path]:
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return
    for path in paths:
        match = _EXECUTABLE.fullmatch(path.name)
        if match and (match[1] is None or (3, int(match[1])) >= OLDEST):
            yield path


def _distinct(paths: Iterable[Path]) -> list[Path]:
    """Real paths, each once; the link in a virtual environment leads to its base."""
    real = dict.fromkeys(path.resolve() for path in paths)
    return [path for path in real if not any(word in str(path) for word in _VENDORED)]


def _once(found: Iterable[Interpreter | None]) -> list[Interpreter]:
    """One of each build: Debian keeps several builds in one prefix, told apart by libpython."""
    builds: dict[tuple[str | None, ...], Interpreter] = {}
    for one in found:
        if one is not None:
            apart = one.libpython or one.name if one.prefix else one.executable
            builds.setdefault((one.root, one.prefix, apart), one)
    return list(builds.values())


def _order(one: Interpreter) -> tuple[bool, list[int], str, str]:
    numbers = [int(digits) for digits in re.findall(r"\d+", one.version)]
    return (not one.usable, numbers, one.name, one.executable)
