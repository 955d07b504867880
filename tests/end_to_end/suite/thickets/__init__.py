"""Aliases that stand in their own definitions, and are no unions."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Union

Tree = list["Tree"]
"""A tree without values."""

Nested = dict[str, "Nested"]
Maybe = list["Maybe"] | None
Folder = dict[str, "Files"]
Files = list["Folder"]
Ordered = OrderedDict[str, "Ordered"]
Family = frozenset["Family"]
Counts = Sequence[Union[int, "Counts"]]
Named = list[tuple[str, "Named"]]


@dataclass
class Thicket:
    tree: Tree
    nested: Nested | None = None


def of_tree(v: Tree) -> tuple[str, Tree]:
    return repr(v), v


def of_nested(v: Nested) -> tuple[str, Nested]:
    return repr(v), v


def of_maybe(v: Maybe) -> tuple[str, Maybe]:
    return repr(v), v


def of_files(v: Files) -> tuple[str, Folder]:
    return repr(v), v[0]


def of_ordered(v: Ordered) -> tuple[str, Ordered]:
    return repr(dict(v)), v


def of_family(v: Family) -> tuple[int, Family]:
    return len(v), v


def of_counts(v: Counts) -> tuple[str, Counts]:
    return repr(v), v


def of_named(v: Named) -> tuple[str, Named]:
    return repr(v), v


def of_thicket(v: Thicket) -> tuple[str, Thicket]:
    return repr(v), v


def of_either(v: Tree | int) -> tuple[str, Tree | int]:
    return repr(v), v


def of_optional(v: Tree | None) -> tuple[str, Tree | None]:
    return repr(v), v


def deep(levels: int) -> Tree:
    tree: Tree = []
    for _ in range(levels):
        tree = [tree]
    return tree


def wrong() -> Tree:
    return [[], [[], [3]]]  # type: ignore[list-item]


def circle() -> Tree:
    tree: Tree = []
    tree.append(tree)
    return tree
