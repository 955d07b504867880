"""Source text to a tree of griffe objects, with what griffe leaves out.

Branches for other Pythons are cut away before griffe sees them, and each object keeps the
syntax node it came from (`node_of`), which knows columns and the text of defaults.
"""

from __future__ import annotations

import ast
import re
import sys
import tokenize
import warnings
from pathlib import Path
from typing import Any

import griffe

from gophersnake import conditions
from gophersnake.errors import SourceError
from gophersnake.model import Location

_EXTRA = "gophersnake"
_NEWER_SYNTAX = (
    ((3, 11), re.compile(r"except\s*\*")),
    ((3, 12), re.compile(r"type\s+\w+.*=|(async\s+)?(def|class)\s+\w+\[")),
)


class _KeepNodes(griffe.Extension):
    def on_module_node(self, *, node: object, **_: Any) -> None:
        if isinstance(node, ast.Module):
            node.body = conditions.live(node.body)

    def on_instance(self, *, node: object, obj: griffe.Object, **_: Any) -> None:
        obj.extra[_EXTRA]["node"] = node

    def on_alias_instance(self, *, node: object, alias: griffe.Alias, **_: Any) -> None:
        if not isinstance(node, (ast.Import, ast.ImportFrom)) or alias.parent is None:
            return
        alias.parent.extra[_EXTRA].setdefault("imports", {})[alias.name] = alias.target_path
        if any(each.asname == each.name == alias.name for each in node.names):
            alias.parent.extra[_EXTRA].setdefault("offered", set()).add(alias.name)


def is_offered(module: griffe.Module, name: str) -> bool:
    """Whether an import is marked as an offer: `from x import name as name` (PEP 484)."""
    return name in module.extra[_EXTRA].get("offered", ())


def imported(module: griffe.Module, name: str) -> str:
    """Return the path that a module imports under a name, be it that it has something else there
    by now; empty where it imports nothing."""
    return str(module.extra[_EXTRA].get("imports", {}).get(name, ""))


def node_of(obj: griffe.Object) -> ast.AST | None:
    """Return the syntax node an object was made from."""
    node = obj.extra[_EXTRA].get("node")
    return node if isinstance(node, ast.AST) else None


def keep_node(obj: griffe.Object, node: ast.AST | None) -> None:
    """Say which syntax node an object stands for that was not made from one."""
    obj.extra[_EXTRA]["node"] = node


def expression_of(
    node: ast.expr, parent: griffe.Module | griffe.Class, member: str | None = None
) -> griffe.Expr | str | None:
    """Return griffe's form of an annotation, strings in it as strings: which of them stand for
    types is for the rules to say (in Literal and behind the type in Annotated they do not)."""
    return griffe.get_expression(node, parent=parent, member=member, parse_strings=False)


def text_of_module(module: griffe.Module) -> str:
    """Return the source text a module was made from."""
    return str(module.extra[_EXTRA].get("text", ""))


def text_of(node: ast.expr, module: griffe.Module) -> str:
    """Return the source text of an expression in `module`, on one line."""
    lines = module.extra[_EXTRA].get("lines", [])
    if node.end_lineno != node.lineno or node.lineno > len(lines):
        return ast.unparse(node)
    # The offsets count bytes of UTF-8: https://docs.python.org/3/library/ast.html#ast.AST
    line: bytes = lines[node.lineno - 1].encode()
    return line[node.col_offset : node.end_col_offset].decode()


def read_text(path: Path, shown: str) -> str:
    """Return a source file's text in the encoding it declares (PEP 263).

    Raises SourceError where it cannot be read or decoded.
    """
    try:
        with tokenize.open(path) as file:
            return file.read()
    except SyntaxError as error:
        what = str(error)
    except UnicodeDecodeError as error:
        what = f"byte {error.start} is not {error.encoding}: {error.reason}"
    except OSError as error:
        what = error.strerror or str(error)
        raise SourceError(Location(shown, 1), f"cannot be read: {what}") from error
    raise SourceError(
        Location(shown, 1),
        f"cannot be decoded: {what}",
        "save the file as UTF-8, or name its encoding in the first line (PEP 263)",
    )


def parse(
    name: str, path: Path, shown: str, parent: griffe.Module | None, *, own: bool
) -> griffe.Module:
    """Parse the module `name` (without its parents' names) from `path`.

    A module of the user's own is also compiled, though not run: some errors (a parameter
    named twice, `return` outside a function) show only there.

    Raises SourceError with the place of a syntax error; `shown` is the path in messages.
    """
    code = read_text(path, shown)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # invalid escapes and the like: Python says them
            if own:
                compile(code, shown, "exec", dont_inherit=True)
            module = griffe.visit(
                name, path, code, extensions=griffe.Extensions(_KeepNodes()), parent=parent
            )
        _keep_overloads(module)
        module.extra[_EXTRA].update(text=code, lines=code.split("\n"))
        return module
    except SyntaxError as error:
        location = Location(shown, error.lineno or 1, max(error.offset or 1, 1))
        raise SourceError(location, error.msg, _remedy(error)) from error
    except ValueError as error:  # null bytes, before Python 3.12
        raise SourceError(Location(shown, 1), str(error)) from error
    except (RecursionError, MemoryError) as error:
        raise SourceError(Location(shown, 1), "is nested too deeply to be parsed") from error


def _keep_overloads(module: griffe.Module) -> None:
    """Make a member of each function that has overloads only, as functions in stubs do."""
    for name, variants in module.overloads.items():
        if variants and name not in module.members:
            variants[0].overloads = variants
            module.set_member(name, variants[0])


def _remedy(error: SyntaxError) -> str:
    line = (error.text or "").strip()
    for version, pattern in _NEWER_SYNTAX:
        if sys.version_info < version and pattern.match(line):
            shown = ".".join(map(str, version))
            return f"this is syntax of Python {shown}: run gophersnake with that Python or a newer"
    return f"mend this line: {line}" if line else ""
