"""What a project's go.mod says, and the few changes that are made to it.

Reading needs no Go toolchain. Changes are edits of text, line by line, so that comments and
order stay as the user has them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gophersnake import golang, gosource
from gophersnake.errors import GophersnakeError

# The runtime has no published version: a `replace` says where it lies.
UNPUBLISHED = "v0.0.0"


@dataclass(frozen=True, slots=True)
class GoMod:
    """A go.mod: the folder it lies in, its module, its requirements and local replacements."""

    folder: Path
    module: str
    requires: Mapping[str, str]
    replaces: Mapping[str, str]

    @property
    def runtime(self) -> Path | None:
        """Where the project's Go runtime lies; None where the go.mod names no folder for it."""
        target = self.replaces.get(gosource.MODULE)
        return None if target is None else (self.folder / target).resolve()


def enclosing(place: Path) -> GoMod | None:
    """The go.mod that rules at `place`: the nearest one in its folder or above."""
    place = place.resolve()
    for folder in (place, *place.parents):
        if (folder / "go.mod").is_file():
            return read(folder)
    return None


def read(folder: Path) -> GoMod:
    """Read `folder`/go.mod. Errors: GophersnakeError when it has no module line."""
    path = folder / "go.mod"
    module = ""
    requires: dict[str, str] = {}
    replaces: dict[str, str] = {}
    for verb, rest in _directives(path.read_text(encoding="utf-8")):
        words = [word.strip('"`') for word in rest.split()]
        if verb == "module" and words:
            module = words[0]
        elif verb == "require" and len(words) == 2:
            requires[words[0]] = words[1]
        elif verb == "replace" and "=>" in words:
            target = words[words.index("=>") + 1]
            if target.startswith(("./", "../", "/")) or Path(target).is_absolute():
                replaces[words[0]] = target
    if not module:
        raise GophersnakeError(f"{path}: there is no module line", "go mod init PATH makes one")
    return GoMod(folder, module, requires, replaces)


def _directives(text: str) -> list[tuple[str, str]]:
    """Each directive with what follows it; those in a block are given one by one."""
    found = []
    block = ""
    for line in text.splitlines():
        bare = line.split("//", 1)[0].strip()
        if block and bare == ")":
            block = ""
        elif block and bare:
            found.append((block, bare))
        elif opened := re.fullmatch(r"(\w+)\s*\(", bare):
            block = opened[1]
        elif bare:
            verb, _, rest = bare.partition(" ")
            found.append((verb, rest.strip()))
    return found


def connect(text: str, runtime: str, go: str, requires: Mapping[str, str]) -> str:
    """The go.mod `text` made to use the runtime in the folder `runtime`.

    `go` and `requires` are the runtime's own go line and requirements: what is missing or
    older is raised, what is newer stays.
    """
    text = _go_line(text, go)
    text = _require(text, gosource.MODULE, UNPUBLISHED, indirect=False)
    for module, version in sorted(requires.items()):
        text = _require(text, module, version, indirect=True)
    name = re.escape(gosource.MODULE)
    if re.search(rf"^\s*(replace\s+)?{name}\s+(v\S+\s+)?=>", text, re.MULTILINE):
        return text
    return f"{text.rstrip()}\n\nreplace {gosource.MODULE} => {runtime}\n"


def _go_line(text: str, go: str) -> str:
    """Go refuses a module whose go line is older than that of a module it requires."""
    line = re.search(r"^go[ \t]+(\S+)", text, re.MULTILINE)
    if line is None:
        return f"{text.rstrip()}\n\ngo {go}\n"
    # To Go, 1.25 is the language and older than the release 1.25.0.
    if (golang.numbers(line[1]), line[1].count(".")) >= (golang.numbers(go), go.count(".")):
        return text
    return f"{text[: line.start()]}go {go}{text[line.end() :]}"


def _require(text: str, module: str, version: str, *, indirect: bool) -> str:
    line = re.search(rf"^(\s*(?:require\s+)?{re.escape(module)}\s+)(v\S+)", text, re.MULTILINE)
    if line is None:
        comment = " // indirect" if indirect else ""
        return f"{text.rstrip()}\n\nrequire {module} {version}{comment}\n"
    if _order(line[2]) >= _order(version):
        return text
    return f"{text[: line.start()]}{line[1]}{version}{text[line.end() :]}"


def _order(version: str) -> tuple[tuple[int, ...], bool]:
    """Sorts versions as far as it matters here: numbers first, then a release after its betas."""
    numbers, dash, _ = version.removeprefix("v").partition("-")
    return tuple(int(number) for number in re.findall(r"\d+", numbers)), not dash


def merged_sums(own: str, runtime: str) -> str:
    """The lines of two go.sum files, each once, sorted as Go sorts them."""
    lines = {line for line in f"{own}\n{runtime}".splitlines() if line.strip()}
    return "".join(f"{line}\n" for line in sorted(lines))
