"""A root folder of Debian sid with the CPythons newer than this machine's distribution has."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from . import chroot, debian
from .cache import Site
from .finding import in_root
from .interpreter import Interpreter
from .shell import ToolError, clean_environment, run, say

# For each Python: itself, pip in its venvs, headers with the shared library, the debug build.
_KINDS = ("", "-venv", "-dev", "-dbg")
# The bridge is compiled in there for each of them.
_TOOLS = ("ca-certificates", "gcc", "libc6-dev")
# Debug symbols and documents are half of the folder and nothing here reads them.
_UNREAD = ("/usr/lib/debug/*", "/usr/share/doc/*", "/usr/share/man/*")


@dataclass(frozen=True)
class SidRoot:
    """A debootstrap of `suite` with as many of `versions` as its archive offers."""

    name: str
    suite: str
    versions: tuple[str, ...]

    @property
    def fingerprint(self) -> str:
        return " ".join((self.suite, *self.versions, *_KINDS, *_TOOLS))

    def build(self, site: Site) -> Path:
        """Bootstrap a root folder in the scratch folder and install into it."""
        root, log = site.scratch / "root", site.log
        if os.geteuid() != 0:
            raise ToolError("debootstrap and chroot need root", "run it with sudo")
        if not shutil.which("debootstrap"):
            debian.install(["debootstrap"], log)
        say(f"{self.name}: bootstrapping Debian {self.suite}; log in {log}")
        self._bootstrap(root, log)
        (root / "etc/apt/apt.conf.d/90machine").write_text(debian.access(), "utf-8")
        excludes = "".join(f"path-exclude={folder}\n" for folder in _UNREAD)
        (root / "etc/dpkg/dpkg.cfg.d/gophersnake").write_text(excludes, "utf-8")
        packages = self._offered(root, log)
        say(f"{self.name}: installing {' '.join(packages)}")
        apt = ["apt-get", "--quiet", "--yes", "--no-install-recommends"]
        remedy = f"the archive of {self.suite} may be in the middle of a change: try again later"
        chroot.run(root, [*apt, "install", *_TOOLS, *packages], log=log, remedy=remedy)
        chroot.run(root, ["apt-get", "clean"], log=log)
        return root

    def check(self, final: Path) -> list[Interpreter]:
        """All interpreters inside; raises ToolError if one of them is not usable."""
        found = in_root(final)
        broken = [f"{one.executable}: {one.problem}" for one in found if not one.usable]
        if broken or not found:
            problem = "; ".join(broken) or "no Python in it"
            raise ToolError(problem, f"rm -r {final} and make it again")
        for version in self.versions:
            if not any(one.version.startswith(version + ".") for one in found):
                say(f"{self.name}: has no Python {version}: {self.suite} did not offer it")
        return found

    def _bootstrap(self, root: Path, log: Path) -> None:
        command = [
            "debootstrap", "--variant=minbase", f"--keyring={debian.keyring()}",
            "--include=ca-certificates", self.suite, str(root), debian.mirror(),
        ]  # fmt: skip
        # In a mount namespace of its own, so that its /proc goes with it when it is interrupted.
        run(
            ["unshare", "--mount", "--propagation", "private", *command],
            env={**clean_environment(), "DEBIAN_FRONTEND": "noninteractive"},
            log=log,
            remedy="see the end of debootstrap.log; a half-updated mirror mends itself in an hour",
        )

    def _offered(self, root: Path, log: Path) -> list[str]:
        """The wanted packages that the archive has; what it has not is said."""
        chroot.run(root, ["apt-get", "--quiet", "update"], log=log)
        known = set(chroot.run(root, ["apt-cache", "pkgnames", "python3."]).split())
        wanted = [f"python{version}{kind}" for version in self.versions for kind in _KINDS]
        for package in wanted:
            if package not in known:
                say(f"{self.name}: Debian {self.suite} offers no {package}")
        return [package for package in wanted if package in known]
