"""The imports of a Python package, read from its source; nothing is imported."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.arrows.violations import Import

_CYTHON = re.compile(r"^\s*(?:from|import)\s+([\w.]+)", re.MULTILINE)


def imports(package: Path) -> Iterator[Import]:
    """Every import in the package, also those inside functions and for type checkers only."""
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).with_suffix("").parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Import | ast.ImportFrom):
                continue
            for target in _targets(node, (package.name, *parts)):
                place = f"{path.relative_to(package)}:{node.lineno}"
                yield from _import(place, package, parts[0], target)
    for path in sorted(package.rglob("*.p[yx][xi]")):
        text = path.read_text(encoding="utf-8")
        for found in _CYTHON.finditer(text):
            line = text.count("\n", 0, found.start(1)) + 1
            place = f"{path.relative_to(package)}:{line}"
            yield from _import(place, package, path.relative_to(package).parts[0], found[1])


def _targets(node: ast.Import | ast.ImportFrom, module: tuple[str, ...]) -> Iterator[str]:
    """The dotted names that a statement imports."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    else:
        base = list(module[: len(module) - node.level]) if node.level else []
        base += node.module.split(".") if node.module else []
        yield from (".".join([*base, alias.name]) for alias in node.names)


def _import(place: str, package: Path, room: str, target: str) -> Iterator[Import]:
    first, _, rest = target.partition(".")
    if first == package.name:
        name = rest.partition(".")[0]
        yield Import(place, room, name if _is_room(package, name) else "__init__", ours=True)
    elif first not in sys.stdlib_module_names and first != "__main__":
        yield Import(place, room, first, ours=False)


def _is_room(package: Path, name: str) -> bool:
    return (package / name).is_dir() or (package / f"{name}.py").is_file()
