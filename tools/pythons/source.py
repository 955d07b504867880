"""CPython built from the pristine source that a Debian suite carries.

The upstream tarball, not the patched package: Debian's patches move site-packages and take
ensurepip away, while an own prefix needs neither and has a sysconfig that tells the truth.
"""

from __future__ import annotations

import os
import tarfile
from dataclasses import dataclass
from pathlib import Path

from .cache import Site
from .debian import fetch_source
from .interpreter import Interpreter, examine
from .shell import ToolError, clean_environment, run, say

_MODULES = ("bz2", "ctypes", "hashlib", "lzma", "sqlite3", "ssl", "uuid", "zlib")
_DEV_PACKAGES = (
    "build-essential", "libbz2-dev", "libffi-dev", "liblzma-dev", "libsqlite3-dev", "libssl-dev",
    "uuid-dev", "zlib1g-dev",
)  # fmt: skip


@dataclass(frozen=True)
class SourceBuild:
    """A build of Debian `suite`'s source `package` with the configure `options`."""

    name: str
    package: str
    suite: str
    options: tuple[str, ...]

    @property
    def fingerprint(self) -> str:
        return " ".join((self.suite, self.package, *self.options))

    def build(self, site: Site) -> Path:
        """Fetch, compile and install in the scratch folder, for the prefix of the final one."""
        scratch, final, log = site.scratch, site.final, site.log
        say(f"{self.name}: fetching the source of {self.package} from Debian {self.suite}")
        tarball = fetch_source(self.package, self.suite, scratch / "apt", log)
        tree = _unpack(tarball, scratch / "source")
        say(f"{self.name}: building {tree.name} with {site.jobs} jobs; log in {log}")
        packages = " ".join(_DEV_PACKAGES)
        remedy = f"the compiler and libraries it needs: apt-get install {packages}"
        configure = [
            "./configure", f"--prefix={final}", "--enable-shared", "--with-ensurepip=install",
            "--disable-test-modules", *self.options, f"LDFLAGS=-Wl,-rpath,{final}/lib",
        ]  # fmt: skip
        run(configure, cwd=tree, log=log, remedy=remedy)
        run(["make", f"-j{site.jobs}"], cwd=tree, log=log, remedy=remedy)
        stage = scratch / "stage"
        run(["make", "install", f"DESTDIR={stage}"], cwd=tree, log=log, remedy=remedy)
        staged = stage / str(final).lstrip("/")
        _check(staged, remedy)
        return staged

    def check(self, final: Path) -> list[Interpreter]:
        """The interpreter in the finished folder; raises ToolError if it is not usable."""
        found = examine(str((final / "bin/python3").resolve()))
        if found is None or not found.usable:
            problem = found.problem if found else "no CPython of 3.10 or newer"
            raise ToolError(f"{final}/bin/python3: {problem}", f"rm -r {final}")
        return [found]


def _unpack(tarball: Path, target: Path) -> Path:
    with tarfile.open(tarball) as archive:
        if hasattr(tarfile, "data_filter"):  # 3.10 and 3.11 have it since a patch release
            archive.extractall(target, filter="data")
        else:
            archive.extractall(target)
    (tree,) = target.iterdir()
    return tree


def _check(staged: Path, remedy: str) -> None:
    """Refuse a build whose optional modules were silently left out for want of a header."""
    env = {**clean_environment(), "LD_LIBRARY_PATH": os.fspath(staged / "lib")}
    for module in _MODULES:
        run([str(staged / "bin/python3"), "-I", "-c", f"import {module}"], env=env, remedy=remedy)
