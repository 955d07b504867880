"""Looks at everything a Go program with Python in it needs, and says what is wrong."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from enum import Enum
from pathlib import Path

from gophersnake import __version__, golang, gosource
from gophersnake.errors import GophersnakeError
from gophersnake.golang import Toolchain
from gophersnake.interpreters import Interpreter, ProbeError, places, probe
from gophersnake.project import gomod, runtime
from gophersnake.project.runtime import State

OLDEST = (3, 10)


class Verdict(Enum):
    OK = "ok"
    NOTE = "note"
    """Something optional is missing."""
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: what was found, and what mends it if it is wrong."""

    name: str
    verdict: Verdict
    found: str
    remedy: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    checks: tuple[Check, ...]

    @property
    def healthy(self) -> bool:
        return all(check.verdict is not Verdict.PROBLEM for check in self.checks)

    def as_json(self) -> dict[str, object]:
        """The report as plain data. `schema` is raised when a key changes its meaning."""
        checks = [{**asdict(check), "verdict": check.verdict.value} for check in self.checks]
        return {"schema": 1, "healthy": self.healthy, "version": __version__, "checks": checks}


def examine(folder: Path, environment: Mapping[str, str] | None = None) -> Report:
    """Examine the Python this runs in, the Go toolchain, and the project `folder` lies in."""
    environment = os.environ if environment is None else environment
    return Report(tuple(_checks(folder, environment)))


def _checks(folder: Path, environment: Mapping[str, str]) -> Iterator[Check]:
    own = Path(sys.executable)
    yield from _python(own)
    yield _elsewhere(own, folder, environment)
    yield from _go(environment)
    yield from _source()
    yield from _project(folder)


def _python(executable: Path) -> Iterator[Check]:
    """The Python that this command runs in."""
    try:
        python = probe(executable)
    except ProbeError as error:
        yield Check("python", Verdict.PROBLEM, str(error), "install this environment again")
        return
    yield _interpreter(python)
    yield _library(python)
    yield _bridge(python)


def _interpreter(python: Interpreter) -> Check:
    version = ".".join(map(str, python.version))
    build = "".join(
        word
        for word, on in ((" free-threaded", python.free_threaded), (" debug", python.debug))
        if on
    )
    found = f"{python.implementation} {version}{build}, {python.executable}"
    facts = {"executable": str(python.executable), "version": version, "prefix": str(python.prefix)}
    if python.implementation != "cpython":
        remedy = "make a virtual environment with CPython, and install gophersnake there"
        return Check("python", Verdict.PROBLEM, found, remedy, facts)
    if python.version < OLDEST:
        remedy = f"make a virtual environment with Python {_dotted(OLDEST)} or newer"
        return Check("python", Verdict.PROBLEM, found, remedy, facts)
    return Check("python", Verdict.OK, found, "", facts)


def _library(python: Interpreter) -> Check:
    if python.library is not None:
        facts = {"path": str(python.library)}
        return Check("libpython", Verdict.OK, str(python.library), "", facts)
    short = _dotted(python.version[:2])
    remedy = (
        f"use a Python with a shared library: the system's (apt install libpython{short}), "
        f"conda's, or one built with --enable-shared "
        f"(pyenv: PYTHON_CONFIGURE_OPTS=--enable-shared pyenv install {short})"
    )
    return Check("libpython", Verdict.PROBLEM, f"{python.executable} has none", remedy)


def _bridge(python: Interpreter) -> Check:
    install = f"{python.executable} -m pip install --force-reinstall gophersnake=={__version__}"
    if not python.package or python.bridge is None or python.table is None:
        found = python.failure or "not installed"
        return Check("bridge", Verdict.PROBLEM, found, install)
    facts = {"path": str(python.bridge), "version": python.package, "table": list(python.table)}
    if python.package != __version__:
        found = f"{python.bridge} is of version {python.package}, not {__version__}"
        return Check("bridge", Verdict.PROBLEM, found, install, facts)
    found = f"{python.package}, table {python.table[0]} with {python.table[1]} slots"
    return Check("bridge", Verdict.OK, f"{found}, {python.bridge}", "", facts)


def _elsewhere(own: Path, folder: Path, environment: Mapping[str, str]) -> Check:
    """The Python that a Go program finds by itself, when it is started here and now."""
    name = "found by programs"
    choose = f"export GOPHERSNAKE_PYTHON={own}"
    for place in places(environment, folder):
        if place.executable is None or not place.executable.exists():
            continue
        facts = {"executable": str(place.executable), "rule": place.rule}
        found = f"{place.executable} ({place.rule})"
        if place.executable.absolute() == own.absolute():
            return Check(name, Verdict.OK, found, "", facts)
        try:
            python = probe(place.executable)
        except ProbeError as error:
            return Check(name, Verdict.NOTE, f"{error} ({place.rule})", choose, facts)
        if python.bridge is not None and python.package == __version__:
            return Check(name, Verdict.OK, found, "", facts)
        said = f"{found}: gophersnake {__version__} is not installed there"
        remedy = f"{choose} (gophersnake run does that), or activate the environment"
        return Check(name, Verdict.NOTE, said, remedy, facts)
    return Check(name, Verdict.NOTE, "none", choose)


def _go(environment: Mapping[str, str]) -> Iterator[Check]:
    try:
        toolchain = golang.find(environment=environment)
    except GophersnakeError as error:
        yield Check("go", Verdict.PROBLEM, error.what, error.remedy)
        return
    facts = {"path": str(toolchain.go), "version": toolchain.version}
    yield Check("go", Verdict.OK, f"{toolchain.version}, {toolchain.go}", "", facts)
    yield _compiler(toolchain, environment)


def _compiler(toolchain: Toolchain, environment: Mapping[str, str]) -> Check:
    """The C compiler that Go would use. None is needed: calls are only quicker with one."""
    asked = subprocess.run(
        [str(toolchain.go), "env", "CGO_ENABLED", "CC"],
        env=dict(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    enabled, _, command = asked.stdout.strip().partition("\n")
    path = shutil.which(command.split()[0], path=environment.get("PATH")) if command else None
    name = "C compiler"
    if path is None:
        return Check(name, Verdict.NOTE, "none: calls go through purego", "optional: install gcc")
    facts = {"path": path, "cgo": enabled == "1"}
    if enabled != "1":
        return Check(name, Verdict.NOTE, f"{path}, but CGO_ENABLED is {enabled}", "optional", facts)
    return Check(name, Verdict.OK, path, "", facts)


def _source() -> Iterator[Check]:
    try:
        source = gosource.locate()
    except GophersnakeError as error:
        yield Check("Go runtime", Verdict.PROBLEM, error.what, error.remedy)
        return
    facts = {"path": str(source), "version": __version__}
    yield Check("Go runtime", Verdict.OK, f"{__version__}, {source}", "", facts)


def _project(folder: Path) -> Iterator[Check]:
    """The project around `folder`, if it is one that uses the runtime."""
    try:
        project = gomod.enclosing(folder)
        if project is None or gosource.MODULE not in {project.module, *project.requires}:
            return
        if project.module == gosource.MODULE:
            return
        status = runtime.status(project)
    except GophersnakeError as error:
        yield Check("project", Verdict.PROBLEM, error.what, error.remedy)
        return
    facts = {"path": str(status.folder), "state": status.state.value, "version": status.version}
    found, remedy = runtime.told(status)
    bad = status.state in {State.STALE, State.MISSING, State.VENDORED}
    yield Check("project", Verdict.PROBLEM if bad else Verdict.OK, found, remedy, facts)


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))
