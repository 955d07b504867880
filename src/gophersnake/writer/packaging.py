"""What a Go package is called, and which Python sources go into it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath

from gophersnake.errors import GophersnakeError
from gophersnake.model import Module, Source
from gophersnake.writer.gotext import quoted
from gophersnake.writer.scope import KEYWORDS, PREDECLARED_TYPES, PREDECLARED_VALUES, names
from gophersnake.writer.words import letters

# Go leaves a file out for its name's sake: foo_test.go, foo_windows.go (go/build/syslist.go).
_CONSTRAINTS = names(
    """
    386 aix amd64 amd64p32 android arm arm64 arm64be armbe darwin dragonfly freebsd hurd illumos
    ios js linux loong64 mips mips64 mips64le mips64p32 mips64p32le mipsle nacl netbsd openbsd
    plan9 ppc ppc64 ppc64le riscv riscv64 s390 s390x solaris sparc sparc64 test wasip1 wasm
    windows zos
    """
)
_NOT_FOR_A_PACKAGE = KEYWORDS | PREDECLARED_TYPES | PREDECLARED_VALUES | {"main"}


class PackageNameError(GophersnakeError):
    """The name that was asked for is no name of a Go package."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The Python files that a Go package carries."""

    patterns: tuple[str, ...]
    """For go:embed: paths from the Go file's folder, sorted."""
    copies: Mapping[str, str]
    """Those that do not lie in that folder: the path there, and the file to copy."""
    root: str
    """What comes before the embedded paths: `pyoutliers` where `pyoutliers/__init__.py` is
    embedded as `__init__.py`."""


def package_name(module: Module) -> str:
    """The module's last name in Go's habit: small letters, no underscores."""
    name = letters(_last(module).lower())
    if not name or name[0].isdecimal():
        name = "x" + name
    return name + "_" if name in _NOT_FOR_A_PACKAGE else name


def checked_package_name(name: str) -> str:
    """Errors: PackageNameError where Go would not have it."""
    if not name.isidentifier() or letters(name) != name.replace("_", "") or name in KEYWORDS:
        raise PackageNameError(
            f"package name {name!r}: not a name in Go", "use letters and digits, a letter first"
        )
    return name


def file_name(module: Module) -> str:
    """The name of the Go file: the module's, unless Go would take it for something else."""
    name = _last(module).lstrip("_") or "module"
    before, _, end = name.rpartition("_")
    return f"{name}_py.go" if before and end in _CONSTRAINTS else f"{name}.go"


def default_folder(module: Module) -> PurePath:
    """Where the Go package of a module goes by itself.

    For a package, the folder it is; for a module, a folder of its name beside it. For what is
    inside a package, a folder beside the package, `pkg_sub` for `pkg.sub`: the copies of the
    package that it needs must not lie in the package. Without sources, a folder of its name.
    """
    path = module.name.replace(".", "/")
    for source in module.sources:
        file = PurePath(source.file)
        if source.path in (f"{path}/__init__.py", f"{path}.py"):
            root = file.parents[source.path.count("/")]
            return root / module.name.replace(".", "_")
    return PurePath(_last(module))


def locate_sources(module: Module, folder: PurePath) -> Sources:
    """How the sources get into a Go package in `folder`: as they lie there, or as copies."""
    sources = sorted(module.sources, key=lambda source: source.path)
    roots = {_root(source, folder) for source in sources}
    root = roots.pop() if len(roots) == 1 else None
    if root is None:
        return Sources(
            patterns=tuple(_pattern(source.path) for source in sources),
            copies={source.path: source.file for source in sources},
            root="",
        )
    inside = [source.path[len(root) :].lstrip("/") for source in sources]
    return Sources(patterns=tuple(map(_pattern, inside)), copies={}, root=root)


def _root(source: Source, folder: PurePath) -> str | None:
    """What is left of a source's path before the part below `folder`; None if not below it."""
    file = PurePath(source.file)
    if not file.is_relative_to(folder):
        return None
    below = PurePosixPath(*file.relative_to(folder).parts)
    path = PurePosixPath(source.path)
    count = len(below.parts)
    if path.parts[-count:] != below.parts:
        return None
    return "/".join(path.parts[:-count])


def _pattern(path: str) -> str:
    escaped = re.sub(r"([\\*?\[\]])", r"\\\1", path)
    return quoted(escaped) if re.search(r"[\s\"'`\\]", escaped) else escaped


def _last(module: Module) -> str:
    return module.name.rpartition(".")[2]
