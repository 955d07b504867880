"""Debian's archive: its mirror as this machine knows it, source packages, missing host packages."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from .shell import ToolError, run, say

_PUBLIC_MIRROR = "http://deb.debian.org/debian/"
_NEEDS_APT = "this recipe needs Debian's apt-get; elsewhere install such a Python by other means"


def mirror() -> str:
    """$GOPHERSNAKE_DEBIAN_MIRROR, else the Debian mirror of this machine's apt, else the public."""
    own = os.environ.get("GOPHERSNAKE_DEBIAN_MIRROR")
    if own:
        return own
    listed = run(
        ["apt-get", "indextargets", "--format", "$(LABEL) $(REPO_URI)", "Created-By: Packages"],
        remedy=_NEEDS_APT,
    )
    for line in listed.splitlines():
        label, _, uri = line.partition(" ")
        if label == "Debian" and uri:
            return uri
    return _PUBLIC_MIRROR


def access() -> str:
    """How this machine's apt reaches archives, for another apt's configuration.

    Its proxies, and whether it takes a mirror that stands still and so has outlived its dates.
    """
    names = ("Check-Valid-Until", "Check-Date", "http", "https", "ftp", "Retries")
    lines = run(["apt-config", "dump", *(f"Acquire::{name}" for name in names)], remedy=_NEEDS_APT)
    # A command that detects the proxy is a program of this machine: it is not in the root.
    return "".join(f"{line}\n" for line in lines.splitlines() if "Detect" not in line)


def keyring() -> Path:
    """The keys that sign Debian's archive."""
    for ending in ("pgp", "gpg"):
        found = Path(f"/usr/share/keyrings/debian-archive-keyring.{ending}")
        if found.is_file():
            return found
    raise ToolError(
        "looked for /usr/share/keyrings/debian-archive-keyring.gpg: not there",
        "apt-get install debian-archive-keyring",
    )


def fetch_source(package: str, suite: str, scratch: Path, log: Path) -> Path:
    """Download the upstream tarball of `package` in `suite`, checked by apt's signatures.

    apt runs on a configuration of its own in `scratch`: the machine's sources stay as they are.
    """
    for name in ("lists/partial", "archives/partial", "download"):
        (scratch / name).mkdir(parents=True, exist_ok=True)
    sources = scratch / "sources.list"
    sources.write_text(f"deb-src [signed-by={keyring()}] {mirror()} {suite} main\n", "utf-8")
    options = {
        "Dir::Etc::SourceList": sources,
        "Dir::Etc::SourceParts": "-",
        "Dir::State": scratch,
        "Dir::State::Lists": scratch / "lists",
        "Dir::State::Status": "/dev/null",
        "Dir::Cache": scratch,
        "APT::Update::Error-Mode": "any",  # by itself it warns and succeeds without the index
        "APT::Sandbox::User": "",  # the unprivileged one cannot read a private cache folder
    }
    apt = ["apt-get", "--quiet", *(f"--option={name}={value}" for name, value in options.items())]
    remedy = f"see whether {mirror()} offers {suite}; $GOPHERSNAKE_DEBIAN_MIRROR names another"
    run([*apt, "update"], log=log, remedy=remedy)
    run(
        [*apt, "source", "--download-only", package],
        cwd=scratch / "download", log=log, remedy=remedy,
    )  # fmt: skip
    tarballs = sorted((scratch / "download").glob("*.orig.tar.*[!c]"))  # not the .asc beside it
    if not tarballs:
        raise ToolError(f"`apt-get source {package}` of {suite} brought no .orig.tar", remedy)
    return tarballs[0]


def install(packages: Sequence[str], log: Path) -> None:
    """Install `packages` on this machine, refreshing apt's lists only if it has to."""
    wanted = " ".join(packages)
    if os.geteuid() != 0:
        raise ToolError(f"missing on this machine: {wanted}", f"sudo apt-get install {wanted}")
    say(f"installing {wanted} with apt-get")
    apt = ["apt-get", "--quiet", "--yes", "--option=DPkg::Lock::Timeout=600"]
    command = [*apt, "install", "--no-install-recommends", *packages]
    try:
        run(command, log=log)
    except ToolError:
        run([*apt, "update"], log=log, remedy=_NEEDS_APT)
        run(command, log=log, remedy=f"apt-get install {wanted}")
