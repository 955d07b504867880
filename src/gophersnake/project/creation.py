"""A new project: a typed Python module, a Go program that calls it, and the Go runtime."""

from __future__ import annotations

import re
import string
from importlib import resources
from pathlib import Path

from gophersnake import gosource
from gophersnake.errors import GophersnakeError
from gophersnake.project import runtime

_PACKAGES = ("greeting", "hello")
"""What the Python module may be called: not as the program, which `go build` puts beside it."""


def create(folder: Path, go_module: str | None = None) -> Path:
    """Make a project in `folder`; return its Python module's folder, still to be generated.

    `go_module` is the path of the Go module, `example.com/<folder>` where it is not given.
    Errors: GophersnakeError where a file of the project is there already; nothing is
    written then.
    """
    go_module = go_module or f"example.com/{_name(folder)}"
    if not re.fullmatch(r"[\w.~-]+(/[\w.~-]+)*", go_module, re.ASCII):
        raise GophersnakeError(
            f"{go_module!r} is no path of a Go module",
            "a path is made of letters, digits and -._~/: example.com/hello",
        )
    program = _program(go_module)
    package = next(each for each in _PACKAGES if each != program)
    files = {
        "go.mod": "go.mod.tmpl",
        ".gitignore": "gitignore.tmpl",
        "main.go": "main.go.tmpl",
        f"{package}/__init__.py": "__init__.py.tmpl",
    }
    taken = [path for path in (*files, runtime.FOLDER) if (folder / path).exists()]
    if taken:
        remedy = "name another folder: nothing was written"
        if "go.mod" in taken:
            remedy += "; a Go module that is there already needs gophersnake update alone"
        raise GophersnakeError(f"{folder} already holds {', '.join(taken)}", remedy)
    go = gosource.go_version(gosource.locate())
    words = {"module": go_module, "package": package, "program": program, "go": go}
    templates = resources.files("gophersnake.project") / "template"
    for path, template in files.items():
        text = (templates / template).read_text(encoding="utf-8")
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(string.Template(text).substitute(words), encoding="utf-8")
    runtime.install(folder / runtime.FOLDER)
    for file, text in runtime.connected(folder.resolve(), (folder / runtime.FOLDER).resolve()):
        file.write_text(text, encoding="utf-8")
    return folder / package


def _name(folder: Path) -> str:
    """The folder's name as a word of a Go module's path."""
    name = re.sub(r"[^A-Za-z0-9._~-]+", "-", folder.resolve().name).strip("-.")
    return name or "program"


def _program(go_module: str) -> str:
    """What `go build` calls the program: the last part of the path that is no major version."""
    return re.sub(r"/v\d+$", "", go_module).rpartition("/")[2]
