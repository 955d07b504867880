"""Virtual environments with pip for any interpreter of the matrix.

Debug builds and numpy: since Python 3.8 a debug build has the release build's ABI, its import
system also looks for release file names (ALT_SOABI), and pip counts the release tag (cp311) among
those of a debug build (cp311d). So numpy's ordinary wheels install and work there; no debug wheels
are needed. What differs is the counting: the Py_INCREF and Py_DECREF inlined in a release wheel do
not reach sys.gettotalrefcount, so that each call into it shifts the total (`np.frombuffer` by +1,
`memoryview(array)` by -1, `array.std()` by +23) though nothing leaks. For a test of the total,
compile numpy for the debug build: then the same calls leave it exactly as it was. With the wheels,
sys.getallocatedblocks still is to be trusted.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from . import cache, chroot
from .shell import ToolError, run, say

_IDENTITY = (
    "import json, os, sys, sysconfig;"
    "print(json.dumps([sys.version, os.path.realpath(sys.base_prefix),"
    " sysconfig.get_config_var('SOABI')]))"
)


# Of numpy compiled for counting only its counting matters: without optimization, per-CPU variants
# and BLAS it takes eight minutes of a core, not hours.
_QUICKLY = {
    "numpy": (
        "--config-settings=setup-args=-Dbuildtype=debug",
        "--config-settings=setup-args=-Dcpu-baseline=none",
        "--config-settings=setup-args=-Dcpu-dispatch=none",
        "--config-settings=setup-args=-Dallow-noblas=true",
        "--config-settings=setup-args=-Dblas=none",
        "--config-settings=setup-args=-Dlapack=none",
    ),
}


class Environment:
    """A virtual environment at `folder`, as seen inside `root` if there is one."""

    def __init__(self, folder: str, root: str | None = None) -> None:
        if root is not None and not Path(folder).is_absolute():
            raise ToolError(f"{folder}: inside a root only an absolute folder has a meaning")
        self.folder = str(Path(folder).absolute())
        self.root = root
        self.python = f"{self.folder}/bin/python"
        self.on_host = Path(f"{root or ''}{self.folder}")

    def make(self, executable: str) -> None:
        """Make it for `executable`, unless it already is one of that very build, with pip."""
        key = hashlib.sha256(str(self.on_host).encode()).hexdigest()[:16]
        with cache.locked(f"venv-{key}"):
            if self._is_of(executable):
                return
            known = (self.on_host / "pyvenv.cfg").is_file()
            if not known and self.on_host.is_dir() and any(self.on_host.iterdir()):
                raise ToolError(
                    f"{self.on_host} holds other things than a virtual environment",
                    "name a new or an empty folder",
                )
            say(f"making a virtual environment of {executable} in {self.on_host}")
            if self._has_ensurepip(executable):
                self._run([executable, "-m", "venv", "--clear", self.folder])
            else:
                self._make_without_ensurepip(executable)

    def install(self, requirements: Sequence[str]) -> None:
        """Install `requirements` with the environment's own pip.

        An older release with a wheel goes before compiling the newest: numpy 2.5, for one, has no
        wheel for free-threaded 3.13 any more, and takes half an hour to compile.
        """
        self._run(
            [self.python, "-m", "pip", "install", "--prefer-binary", *requirements],
            "see whether the package index is reachable and has a wheel for this Python",
        )

    def compile(self, project: str) -> None:
        """Install `project` compiled for this very build, so that a debug build counts in it.

        pip keeps the wheel in its cache under the debug build's own tag, for the next environment.
        """
        pip = [self.python, "-m", "pip", "install"]
        remedy = "it needs a C and a C++ compiler: apt-get install build-essential"
        self._run([*pip, "--upgrade", "pip"])  # the one of 3.10 and 3.11 knows no settings
        self._run([*pip, f"--no-binary={project}", *_QUICKLY.get(project, ()), project], remedy)

    def _is_of(self, executable: str) -> bool:
        if not (self.on_host / "pyvenv.cfg").is_file():
            return False
        try:
            self._run([self.python, "-m", "pip", "--version"])
            return self._identity(self.python) == self._identity(executable)
        except ToolError:
            return False

    def _identity(self, python: str) -> object:
        return json.loads(self._run([python, "-I", "-c", _IDENTITY]))

    def _has_ensurepip(self, executable: str) -> bool:
        asked = "import importlib.util as u; print(u.find_spec('ensurepip') is not None)"
        return self._run([executable, "-I", "-c", asked]).strip() == "True"

    def _make_without_ensurepip(self, executable: str) -> None:
        """Debian keeps ensurepip in a package of its own: run a downloaded pip from its wheel."""
        if self.root is not None:
            raise ToolError(f"{executable} in {self.root} has no ensurepip",
                            f"apt-get install {Path(executable).name}-venv in there")  # fmt: skip
        self._run([executable, "-m", "venv", "--clear", "--without-pip", self.folder])
        with tempfile.TemporaryDirectory() as folder:
            download = [sys.executable, "-m", "pip", "download", "--no-deps", "-d", folder, "pip"]
            run(download, remedy="run this tool with a Python that has pip")
            (wheel,) = Path(folder).glob("pip-*.whl")
            self._run([self.python, str(wheel / "pip"), "install", "--no-index", str(wheel)])

    def _run(self, command: Sequence[str], remedy: str = "") -> str:
        if self.root is None:
            return run(command, remedy=remedy)
        return chroot.run(Path(self.root), command, remedy=remedy)
