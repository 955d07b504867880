"""What there is to know of the Python that is measured, asked of that Python itself."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

_ASK = """
import json, platform, sys, sysconfig
import numpy
free_threaded = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
print(json.dumps({
    "version": platform.python_version() + "t" * free_threaded,
    "free_threaded": free_threaded,
    "include": sysconfig.get_path("include"),
    "numpy_include": numpy.get_include(),
    "numpy": numpy.__version__,
    "libdir": sysconfig.get_config_var("LIBDIR"),
    "ldversion": sysconfig.get_config_var("LDVERSION"),
    "shared": bool(sysconfig.get_config_var("Py_ENABLE_SHARED")),
}))
"""


class TargetError(Exception):
    """The Python cannot be measured."""


@dataclass(frozen=True)
class Target:
    """One Python with numpy, and where its headers and its shared library are."""

    python: Path
    version: str
    free_threaded: bool
    numpy: str
    includes: tuple[str, ...]
    library_dir: str
    library: str

    @classmethod
    def ask(cls, python: Path) -> Target:
        """Ask a Python. Raises TargetError if it lacks numpy or a shared library."""
        answer = subprocess.run([python, "-c", _ASK], capture_output=True, text=True, check=False)
        if answer.returncode != 0:
            raise TargetError(f"{python}: cannot be asked:\n{answer.stderr.strip()}")
        facts = json.loads(answer.stdout)
        if not facts["shared"]:
            raise TargetError(f"{python}: has no shared library; configure --enable-shared")
        return cls(
            # Not resolved: the path of the link is what leads to the virtual environment.
            python=Path(os.path.abspath(python)),
            version=facts["version"],
            free_threaded=facts["free_threaded"],
            numpy=facts["numpy"],
            includes=(facts["include"], facts["numpy_include"]),
            library_dir=facts["libdir"],
            library=f"python{facts['ldversion']}",
        )

    @property
    def compile_flags(self) -> list[str]:
        """Flags for a C compiler to find the headers of Python and numpy."""
        return ["-O3", "-g", *(f"-I{include}" for include in self.includes)]

    @property
    def link_flags(self) -> list[str]:
        """Flags to link with the very libpython that the runtime will open.

        A process can hold one libpython only. Being linked with the same file, by its full
        path at run time, makes the loader find the copy that is already there.
        """
        return [
            f"-L{self.library_dir}",
            f"-l{self.library}",
            f"-Wl,-rpath,{self.library_dir}",
        ]

    def cgo_environment(self) -> dict[str, str]:
        """Variables for the go command; no pkg-config, and no path in a committed file."""
        return {
            "CGO_ENABLED": "1",
            "CGO_CFLAGS": " ".join(self.compile_flags),
            "CGO_LDFLAGS": " ".join(self.link_flags),
        }

    def run_environment(self, modules: Path) -> dict[str, str]:
        """The environment of a measured process, with Python modules found in a folder."""
        return {
            **os.environ,
            "GOPHERSNAKE_PYTHON": str(self.python),
            "PYTHONPATH": str(modules),
        }
