"""One interpreter and what it says about itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from . import chroot
from .shell import ToolError, run

OLDEST = (3, 10)
_ANSWER_WITHIN = 30.0  # seconds; a debug build on a busy machine needs several

# Runs in the interpreter asked about, so in any Python 3. LIBDIR alone is not enough: Debian
# keeps libpython in a multiarch folder, and a moved build's LIBDIR names where it once was.
_QUESTIONS = r"""
import json, os, sys, sysconfig
get = sysconfig.get_config_var
names = [n for n in (get("INSTSONAME"), get("LDLIBRARY")) if n and ".so" in n]
lib = os.path.join(sys.base_prefix, "lib")
folders = [get("LIBDIR"), lib, os.path.join(lib, get("MULTIARCH") or ""), get("LIBPL")]
found = [os.path.join(f, n) for f in folders if f for n in names]
found = [p for p in found if os.path.exists(p)]
include = [p for p in (get("INCLUDEPY"), sysconfig.get_path("include")) if p]
include = [p for p in include if os.path.exists(os.path.join(p, "Python.h"))]
print(json.dumps({
    "implementation": sys.implementation.name,
    "executable": getattr(sys, "_base_executable", None) or sys.executable,
    "version_info": sys.version_info[:2],
    "version": ".".join(map(str, sys.version_info[:3])) + (
        "" if sys.version_info[3] == "final" else sys.version_info[3][0] + str(sys.version_info[4])
    ),
    "prefix": os.path.realpath(sys.base_prefix),
    "shared": bool(get("Py_ENABLE_SHARED")),
    "library_names": names,
    "library_folders": [f for f in folders if f],
    "libpython": os.path.realpath(found[0]) if found else None,
    "free_threaded": bool(get("Py_GIL_DISABLED")),
    "debug": hasattr(sys, "gettotalrefcount"),
    "include": include[0] if include else None,
}))
"""


@dataclass(frozen=True)
class Interpreter:
    """A CPython that may take part in the matrix; all paths are as seen inside `root`.

    `problem` is None for a usable one (3.10 or newer, with its shared libpython), otherwise the
    reason; what could not be found out is then empty.
    """

    executable: str
    version: str = ""  # "3.13.5", "3.15.0b2"
    prefix: str = ""  # real path of the base prefix
    libpython: str | None = None  # real path of the shared library
    free_threaded: bool = False
    debug: bool = False  # Py_DEBUG: sys.gettotalrefcount exists
    include: str | None = None  # the folder of Python.h, None without headers
    root: str | None = None  # the folder to chroot to, None for this machine's own
    problem: str | None = None

    @property
    def usable(self) -> bool:
        return self.problem is None

    @property
    def name(self) -> str:
        """The version with CPython's own ABI letters: 3.13.5t, 3.14.0d."""
        return self.version + "t" * self.free_threaded + "d" * self.debug

    def as_json(self) -> dict[str, object]:
        return {
            "name": self.name,
            **asdict(self),
            "headers": self.include is not None,
            "usable": self.usable,
        }


Asker = Callable[[str, "str | None"], str]


def ask(executable: str, root: str | None) -> str:
    """Let `executable` answer the questions; raises ToolError when it does not."""
    command = [executable, "-I", "-c", _QUESTIONS]
    if root is None:
        return run(command, timeout=_ANSWER_WITHIN)
    return chroot.run(Path(root), command, timeout=_ANSWER_WITHIN)


def examine(executable: str, root: str | None = None, asker: Asker = ask) -> Interpreter | None:
    """What `executable` is; None if it is sound but no CPython of 3.10 or newer.

    One that cannot be asked is returned with its problem, never dropped in silence.
    """
    try:
        facts = json.loads(asker(executable, root))
        version = (int(facts["version_info"][0]), int(facts["version_info"][1]))
    except ToolError as error:
        return Interpreter(executable, root=root, problem=error.problem)
    except (ValueError, LookupError, TypeError) as error:
        return Interpreter(executable, root=root, problem=f"its answer makes no sense: {error!r}")
    if facts["implementation"] != "cpython" or version < OLDEST:
        return None
    return Interpreter(
        executable=facts["executable"],
        version=facts["version"],
        prefix=facts["prefix"],
        libpython=facts["libpython"],
        free_threaded=facts["free_threaded"],
        debug=facts["debug"],
        include=facts["include"],
        root=root,
        problem=None if facts["libpython"] else _without_library(facts),
    )


def _without_library(facts: dict[str, list[str]]) -> str:
    if not facts["shared"]:
        return "built without --enable-shared, so there is no libpython to load"
    names, folders = " or ".join(facts["library_names"]), ", ".join(facts["library_folders"])
    return f"no shared libpython: looked for {names} in {folders}; install its library package"
