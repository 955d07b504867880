"""What a module's `__all__` comes to, in the forms that type checkers know.

https://typing.python.org/en/latest/spec/distributing.html, "Library interface": lists and
tuples of strings, `other.__all__`, and `=`, `+=`, `append`, `extend`, `remove`.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import griffe

from gophersnake import conditions
from gophersnake.reader.parsing import node_of

if TYPE_CHECKING:
    from gophersnake.reader.library import Library


class _Dynamic(Exception):
    """`__all__` is made in a way that only running it would tell."""


def exports(
    module: griffe.Module, library: Library, active: frozenset[str] = frozenset()
) -> list[str] | None:
    """Return the names in `__all__`, each once; None where there is none, or it is dynamic.

    `active` holds the modules whose `__all__` is being worked out from this one's.
    """
    tree = node_of(module)
    names: list[str] | None = None
    try:
        for statement in conditions.executed(tree.body) if isinstance(tree, ast.Module) else ():
            names = _Reader(module, library, active).after(statement, names)
    except _Dynamic:
        return None
    return names if names is None else list(dict.fromkeys(names))


class _Reader:
    def __init__(self, module: griffe.Module, library: Library, active: frozenset[str]) -> None:
        self.module = module
        self.library = library
        self.active = active | {module.path}

    def after(self, statement: ast.stmt, names: list[str] | None) -> list[str] | None:
        """Return the names in `__all__` after a statement."""
        if isinstance(statement, ast.Assign) and any(map(_is_all, statement.targets)):
            return self._names(statement.value)
        if isinstance(statement, ast.AnnAssign) and _is_all(statement.target):
            return self._names(statement.value) if statement.value is not None else names
        if isinstance(statement, ast.AugAssign) and _is_all(statement.target):
            return [*(names or ()), *self._names(statement.value)]
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
            return self._after_call(statement.value, names)
        return names

    def _after_call(self, call: ast.Call, names: list[str] | None) -> list[str] | None:
        method = call.func
        if not isinstance(method, ast.Attribute) or not _is_all(method.value):
            return names
        given = [name for each in call.args for name in self._argument(each, method.attr)]
        if method.attr == "remove":
            return [name for name in names or () if name not in given]
        return [*(names or ()), *given]

    def _argument(self, node: ast.expr, method: str) -> list[str]:
        if method == "extend":
            return self._names(node)
        if method in {"append", "remove"} and isinstance(node, ast.Constant):
            return [str(node.value)]
        raise _Dynamic

    def _names(self, node: ast.expr) -> list[str]:
        if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
            return [name for each in node.elts for name in self._item(each)]
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            return [*self._names(node.left), *self._names(node.right)]
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"list", "tuple", "sorted"}:
            return [name for each in node.args for name in self._names(each)]
        if isinstance(node, ast.Attribute) and node.attr == "__all__":
            return self._of(ast.unparse(node.value))
        if isinstance(node, ast.Name):
            return self._imported(node.id)
        raise _Dynamic

    def _item(self, node: ast.expr) -> list[str]:
        if isinstance(node, ast.Starred):
            return self._names(node.value)
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return [node.value]
        raise _Dynamic

    def _of(self, name: str) -> list[str]:
        """Return the `__all__` of the module that is called `name` here."""
        other = self.library.follow(f"{self.module.path}.{name}").object
        return self._others(other)

    def _imported(self, name: str) -> list[str]:
        """Return what `from .core import __all__ as core_names` brings."""
        member = self.module.members.get(name)
        if not isinstance(member, griffe.Alias):
            raise _Dynamic
        path, _, last = member.target_path.rpartition(".")
        if last != "__all__":
            raise _Dynamic
        return self._others(self.library.module(path))

    def _others(self, other: griffe.Object | None) -> list[str]:
        if not isinstance(other, griffe.Module):
            raise _Dynamic
        if other.path in self.active:
            return []
        found = exports(other, self.library, self.active)
        if found is None:
            raise _Dynamic
        return found


def _is_all(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "__all__"
