"""The Pythons that a Go program could use, and what each of them is.

The order of the places is the runtime's own (its `internal/find`). A Python is asked, not
guessed at: `probe` runs it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

# Runs in the Python that is asked, whatever its version: it must be valid for old ones too.
_PROBE = r"""
import json, os, sys
if sys.path and sys.path[0] == "":
    del sys.path[0]
facts = {
    "executable": sys.executable,
    "version": list(sys.version_info[:3]),
    "prefix": sys.prefix,
    "implementation": sys.implementation.name,
    "debug": hasattr(sys, "gettotalrefcount"),
    "library": "",
    "package": "",
    "bridge": "",
    "failure": "",
}
try:
    import sysconfig
    read = sysconfig.get_config_var
    facts["free_threaded"] = bool(read("Py_GIL_DISABLED"))
    names = [read("INSTSONAME"), read("LDLIBRARY"), read("PY3LIBRARY")]
    folders = [read("LIBDIR"), os.path.join(sys.base_prefix, "lib")]
    if read("MULTIARCH"):
        folders.append(os.path.join(str(read("LIBDIR")), read("MULTIARCH")))
    if read("PYTHONFRAMEWORKPREFIX"):
        folders.append(read("PYTHONFRAMEWORKPREFIX"))
    if os.name == "nt":
        names, folders = ["python%d%d.dll" % sys.version_info[:2]], [sys.base_prefix]
    for folder in folders:
        for name in names:
            if not name or not folder or name.endswith(".a"):
                continue
            path = os.path.join(folder, name)
            if os.path.isfile(path) and not facts["library"]:
                facts["library"] = path
except Exception as error:
    facts["failure"] = "%s: %s" % (type(error).__name__, error)
try:
    import gophersnake
    facts["package"] = gophersnake.__version__
    import gophersnake.bridge
    facts["bridge"] = gophersnake.bridge.__file__ or ""
    import ctypes
    address = ctypes.pythonapi.PyCapsule_GetPointer
    address.restype, address.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    start = address(gophersnake.bridge.table, b"gophersnake.bridge.table")
    facts["table"] = list((ctypes.c_uint32 * 2).from_address(start + 8))
except Exception as error:
    facts["failure"] = "%s: %s" % (type(error).__name__, error)
print(json.dumps(facts))
"""


@dataclass(frozen=True, slots=True)
class Interpreter:
    """What a Python says of itself."""

    executable: Path
    version: tuple[int, int, int]
    prefix: Path
    implementation: str
    library: Path | None
    """Its shared library; None where it has none."""
    package: str
    """The version of gophersnake that is installed in it; empty where there is none."""
    bridge: Path | None
    table: tuple[int, int] | None
    """The version of the bridge's function table, and how many slots it has."""
    failure: str
    """Why the package or its bridge could not be imported; empty where they could."""
    free_threaded: bool = False
    debug: bool = False


class ProbeError(Exception):
    """A Python did not answer."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place where the runtime looks for Python: the rule, and the executable it names."""

    rule: str
    executable: Path | None


def places(environment: Mapping[str, str], folder: Path) -> Iterator[Place]:
    """The places that count for a Go program started in `folder`, the first match last asked.

    A bundle beside the executable and an option in the program are not seen from here.
    """
    if chosen := environment.get("GOPHERSNAKE_PYTHON"):
        found = shutil.which(chosen, path=environment.get("PATH"))
        yield Place("GOPHERSNAKE_PYTHON", Path(found) if found else Path(chosen))
    if virtual := environment.get("VIRTUAL_ENV"):
        yield Place("VIRTUAL_ENV", _of_venv(Path(virtual)))
    if (folder / ".venv").is_dir():
        yield Place(".venv", _of_venv(folder / ".venv"))
    path = environment.get("PATH", os.defpath)
    found = shutil.which("python3", path=path) or shutil.which("python", path=path)
    yield Place("python3 on the path", Path(found) if found else None)


def _of_venv(folder: Path) -> Path:
    if sys.platform == "win32":
        return folder / "Scripts" / "python.exe"
    return folder / "bin" / "python"


def probe(executable: Path) -> Interpreter:
    """Run a Python and ask it. Errors: ProbeError when it cannot be run or does not answer."""
    # A virtual environment's own variables must not reach another Python.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONHOME"}
    try:
        answer = subprocess.run(
            [str(executable), "-c", _PROBE],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        facts = json.loads(answer.stdout)
    except subprocess.CalledProcessError as error:
        lines = (error.stderr or "").strip().splitlines() or [f"exit status {error.returncode}"]
        raise ProbeError(f"{executable}: {lines[-1]}") from error
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise ProbeError(f"{executable}: {error}") from error
    major, minor, micro = facts["version"]
    return Interpreter(
        executable=Path(facts["executable"] or executable),
        version=(major, minor, micro),
        prefix=Path(facts["prefix"]),
        implementation=facts["implementation"],
        library=Path(facts["library"]) if facts["library"] else None,
        package=facts["package"],
        bridge=Path(facts["bridge"]) if facts["bridge"] else None,
        table=tuple(facts["table"]) if facts.get("table") else None,
        failure=facts["failure"],
        free_threaded=facts.get("free_threaded", False),
        debug=facts["debug"],
    )
