"""What the names in annotations stand for, as far as the text of modules says.

A signature's text ends with the definitions of the names it uses (gophersnake.signature):
what a module assigns, `Vec = list[float]`, and the classes whose values are their fields
(gophersnake.fields). Imports are followed into modules whose source is given. A name stands
there as it is written in the annotation; the names that the definition of another module's
name uses stand with their modules, `shapes.Color`. Standard library only.
"""

from __future__ import annotations

import ast
import copy
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gophersnake import conditions
from gophersnake.drift import INSIDE
from gophersnake.fields import fields_of, makes_record
from gophersnake.unquoting import unquoted

Definition = tuple[str, ast.expr]
"""The left side as text and the value."""
SourceOf = Callable[[str], tuple[str, bool] | None]
"""Gives the source of a module by its name, and whether it is a package's; None for a module
that is not to be followed."""


_MOST = 24
"""How many definitions a signature has written out."""
_LONGEST = 40
"""A path of so many names comes from imports in a circle in which it gets longer each time."""


@dataclass(frozen=True)
class _Shown:
    """A definition as text, the names it uses, and whether it can be followed wherever the
    module is imported."""

    text: str
    uses: tuple[str, ...]
    near: bool


class Modules:
    """The definitions of modules by name, each read when it is first asked for."""

    def __init__(self, source_of: SourceOf) -> None:
        self._source_of = source_of
        self._known: dict[str, Definitions | None] = {}

    def of(self, name: str) -> Definitions | None:
        if name not in self._known:
            found = self._source_of(name) if name else None
            self._known[name] = None
            if found is not None:
                source, package = found
                self._known[name] = self.read(ast.parse(source).body, name, package=package)
        return self._known[name]

    def read(self, statements: list[ast.stmt], name: str, *, package: bool) -> Definitions:
        """Return the definitions of a module whose statements these are."""
        return Definitions(statements, name if package else name.rpartition(".")[0], self)

    def find(self, path: str) -> tuple[str, Definition] | None:
        """Return what a full path stands for, and the module it is defined in."""
        module, definitions, name = self._place(path)
        found = definitions.get(name) if definitions is not None else None
        return None if found is None else (module, found)

    def target(self, path: str) -> str:
        """Return the full path that one leads to, through imports of imports."""
        seen: set[str] = set()
        while path not in seen:
            seen.add(path)
            _, definitions, name = self._place(path)
            path = (definitions.path(name) if definitions is not None else "") or path
        return path

    def has(self, path: str) -> bool:
        """Whether a full path stands for something."""
        _, definitions, name = self._place(path)
        return definitions is not None and definitions.has(name)

    def _place(self, path: str) -> tuple[str, Definitions | None, str]:
        """Return the module that a full path leads to, its definitions, and the name there."""
        parts = path.split(".")
        if len(parts) > _LONGEST:
            return "", None, ""
        for length in range(len(parts) - 1, 0, -1):
            module = ".".join(parts[:length])
            definitions = self.of(module)
            if definitions is not None:
                return module, definitions, ".".join(parts[length:])
        return "", None, ""


class Definitions:
    """The definitions of one module by name, dotted for a class in a class."""

    def __init__(self, statements: list[ast.stmt], package: str, modules: Modules) -> None:
        self._package = package
        self._modules = modules
        self._assigned: dict[str, Definition] = {}
        self._classes: dict[str, ast.ClassDef] = {}
        self._imports: dict[str, str] = {}
        self._stars: list[str] = []
        self._active: set[str] = set()
        self._got: dict[str, Definition | None] = {}
        self._had: dict[str, bool] = {}
        self._texts: dict[str, _Shown | None] = {}
        self._top = package.partition(".")[0]
        self._read(statements)

    def get(self, name: str) -> Definition | None:
        """Return the definition of a name, wherever it is; None for what has none."""
        if name in self._got:
            return self._got[name]
        if name in self._active:  # imports in a circle, or a class that inherits from itself
            return None
        self._active.add(name)
        try:
            found = self._got[name] = self._get(name)
        finally:
            self._active.discard(name)
        return found

    def has(self, name: str) -> bool:
        """Whether a name has a definition, which need not be made for that."""
        if name not in self._had:
            self._had[name] = False  # while it is looked for: in a circle there is none
            self._had[name] = self._has(name)
        return self._had[name]

    def is_full(self, name: str) -> bool:
        """Whether a dotted name is a full path as it stands."""
        own = name in self._assigned or name in self._classes
        return "." in name and not own and self.path(name) == name

    def _has(self, name: str) -> bool:
        if name in self._assigned:
            return True
        if name in self._classes:
            return self.get(name) is not None
        path = self.path(name)
        return bool(path) and self._modules.has(path)

    def used(self, annotations: list[ast.expr], local: dict[str, Definition]) -> Iterator[str]:
        """Yield the definitions that annotations use, transitively, each once. `local` has
        those of type parameters.

        Where that would be many, those that the annotations do not name themselves are one
        digest, over what is in this module's top-level package: that much can be followed
        wherever it is imported.
        """
        direct = [name for each in annotations for name in names(each)]
        found = self._closure(direct, local)
        if sum(each.near for each in found.values()) <= _MOST:
            yield from (each.text for each in found.values())
            return
        yield from (found[name].text for name in dict.fromkeys(direct) if name in found)
        inside = [each.text for name, each in found.items() if name not in direct and each.near]
        digest = hashlib.sha256("\n".join(sorted(inside)).encode()).hexdigest()
        yield f"{INSIDE} = {digest[:16]!r}"

    def _closure(self, direct: list[str], local: dict[str, Definition]) -> dict[str, _Shown]:
        """Return the definitions that names lead to, in the order in which they are met."""
        found: dict[str, _Shown] = {}
        seen: set[str] = set()
        waiting = list(reversed(direct))
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            shown = self._shown(name, local.get(name))
            if shown is not None:
                found[name] = shown
                waiting += [each for each in reversed(shown.uses) if each not in seen]
        return found

    def _shown(self, name: str, local: Definition | None) -> _Shown | None:
        if local is None and name in self._texts:
            return self._texts[name]
        definition = local or self.get(name)
        shown = None
        if definition is not None:
            left, value = definition[0], unquoted(definition[1])
            own = local is not None or name in self._assigned or name in self._classes
            near = own or self.path(name).partition(".")[0] == self._top
            shown = _Shown(f"{left} = {ast.unparse(value)}", tuple(names(value)), near)
        if local is None:
            self._texts[name] = shown
        return shown

    def records(self) -> list[str]:
        """Return the names of the module's own classes whose values are their fields."""
        return [name for name in self._classes if self.get(name) is not None]

    def _get(self, name: str) -> Definition | None:
        if name in self._assigned:
            return self._assigned[name]
        if name in self._classes:
            return self._class(name)
        path = self.path(name)
        found = self._modules.find(path) if path else None
        if found is None:
            return None
        module, (left, value) = found
        parameters = left[left.index("[") :] if "[" in left else ""
        return name + parameters, self._modules_names(module, value)

    def path(self, name: str) -> str:
        """Return the full path of a name that is imported, or is such a path itself."""
        first, _, rest = name.partition(".")
        imported = self._imports.get(first)
        if imported is not None:
            return f"{imported}.{rest}" if rest else imported
        if rest:
            return name
        for module in self._stars:
            definitions = self._modules.of(module)
            if definitions is not None and definitions.has(name):
                return f"{module}.{name}"
        return ""

    def _class(self, name: str) -> Definition | None:
        cls = self._classes[name]
        bases = [self._base(each, cls) for each in cls.bases]
        inherited = [base for base in bases if self._has_fields(base)]
        if not inherited and not makes_record(cls, self._decorators(cls)):
            return None
        return name, fields_of(cls, inherited)

    def _decorators(self, cls: ast.ClassDef) -> list[str]:
        """Return the names that a class is decorated with, and those in what they are defined
        as, here or where they are imported from: `frozen = partial(dataclass, frozen=True)`."""
        found = [
            name
            for each in cls.decorator_list
            for name in names(each.func if isinstance(each, ast.Call) else each)
        ]
        for name in found:
            definition = self.get(name)
            inside = (
                names(definition[1])
                if definition is not None
                else [self._modules.target(self.path(name))]
            )
            found += [each for each in inside if each not in found]
        return found

    def _base(self, base: ast.expr, cls: ast.ClassDef) -> ast.expr:
        """Return a base of a class; in `class Config(Config)` the one that is imported."""
        own = isinstance(base, ast.Name) and base.id == cls.name
        path = self._imports.get(cls.name, "") if own else ""
        return ast.parse(path, mode="eval").body if path else base

    def _has_fields(self, base: ast.expr) -> bool:
        found = self.get(dotted(base.value if isinstance(base, ast.Subscript) else base))
        return found is not None and isinstance(found[1], ast.Call)

    def _modules_names(self, module: str, value: ast.expr) -> ast.expr:
        """Return another module's expression with its own names under their full paths."""
        definitions = self._modules.of(module)
        assert definitions is not None
        qualified = _Qualify(definitions, module).visit(copy.deepcopy(unquoted(value)))
        assert isinstance(qualified, ast.expr)
        return qualified

    def _read(self, statements: list[ast.stmt], prefix: str = "") -> None:
        for statement in conditions.executed(statements):
            if isinstance(statement, ast.ClassDef):
                self._classes[prefix + statement.name] = statement
                self._read(statement.body, f"{prefix}{statement.name}.")
            elif prefix:
                continue
            elif isinstance(statement, ast.Import):
                self._import(statement)
            elif isinstance(statement, ast.ImportFrom):
                self._import_from(statement)
            else:
                given = _assigned(statement)
                self._assigned.update(each for each in given if not self._hides(statement, each[0]))

    def _hides(self, statement: ast.stmt, name: str) -> bool:
        """Whether a statement gives a value the name of a type, as in `date: date = date(…)`:
        an annotation can only mean that type."""
        if isinstance(statement, ast.AnnAssign):
            types = [*names(statement.annotation)]
            is_alias = any(each.rpartition(".")[2] == "TypeAlias" for each in types)
            return not is_alias and (name in self._imports or name in types)
        value = getattr(statement, "value", None)
        return isinstance(value, ast.Call) and dotted(value.func) == name

    def _import(self, statement: ast.Import) -> None:
        for each in statement.names:
            name = each.asname or each.name.partition(".")[0]
            self._imports[name] = each.name if each.asname else name

    def _import_from(self, statement: ast.ImportFrom) -> None:
        module = statement.module or ""
        if statement.level:
            parts = self._package.split(".")
            above = parts[: len(parts) - statement.level + 1]
            module = ".".join([*above, module] if module else above)
        for each in statement.names:
            if each.name == "*":
                self._stars.insert(0, module)
            else:
                self._imports[each.asname or each.name] = f"{module}.{each.name}"


def dotted(node: ast.expr) -> str:
    """Return the name that an expression is, `shapes.Point`; empty for another."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return ""


def names(node: ast.AST) -> Iterator[str]:
    """Yield the names in an expression, dotted ones whole."""
    name = dotted(node) if isinstance(node, ast.expr) else ""
    if name:
        yield name
        return
    for child in ast.iter_child_nodes(node):
        yield from names(child)


class _Qualify(ast.NodeTransformer):
    def __init__(self, definitions: Definitions, module: str) -> None:
        self._definitions = definitions
        self._module = module

    def visit(self, node: ast.AST) -> ast.AST:
        name = dotted(node) if isinstance(node, ast.expr) else ""
        if not name:
            return self.generic_visit(node)
        if self._definitions.is_full(name) or not self._definitions.has(name):
            return node
        return ast.parse(f"{self._module}.{name}", mode="eval").body


def _assigned(statement: ast.stmt) -> Iterator[tuple[str, Definition]]:
    """Yield what a statement assigns to plain names."""
    if isinstance(statement, ast.Assign):
        targets, value = statement.targets, statement.value
    elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
        targets, value = [statement.target], statement.value
    elif type(statement).__name__ == "TypeAlias":  # PEP 695, Python 3.12
        targets, value = [statement.name], statement.value  # type: ignore[attr-defined]
    else:
        return
    generic = ", ".join(each.name for each in getattr(statement, "type_params", ()))
    for target in targets:
        if isinstance(target, ast.Name):
            yield target.id, (f"{target.id}[{generic}]" if generic else target.id, value)
