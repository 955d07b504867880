"""What an annotation in the settings names."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import griffe

from gophersnake.reader.annotations.written import parsed


def mentions(annotation: str) -> Iterator[tuple[str, str]]:
    """Yield each type that an annotation names, as it is written and by its path: the same, but
    for what such annotations need not import."""
    _, module = parsed(annotation)
    for name in _names(ast.parse(annotation.strip(), mode="eval").body):
        first, dot, rest = name.partition(".")
        imported = module.members.get(first)
        path = imported.target_path if isinstance(imported, griffe.Alias) else first
        yield name, f"{path}{dot}{rest}"


def _names(node: ast.AST) -> Iterator[str]:
    """Yield the dotted names, but for what stands in a Literal or is metadata."""
    if isinstance(node, (ast.Name, ast.Attribute)):
        yield ast.unparse(node)
        return
    if not isinstance(node, ast.Subscript):
        for child in ast.iter_child_nodes(node):
            yield from _names(child)
        return
    yield from _names(node.value)
    last = ast.unparse(node.value).rpartition(".")[2]
    if last == "Annotated" and isinstance(node.slice, ast.Tuple):
        yield from _names(node.slice.elts[0])
    elif last != "Literal":
        yield from _names(node.slice)
