"""What the text of a class says: its bases, its decorators, its body."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

import griffe

from gophersnake import conditions
from gophersnake.reader.annotations.aliases import named
from gophersnake.reader.annotations.use import Converts, Scope, Use
from gophersnake.reader.parsing import node_of


@dataclass(frozen=True)
class Decorator:
    """A decorator by the path it is imported from; the arguments where it is called."""

    path: str
    keywords: dict[str, ast.expr] = field(default_factory=dict)


class Classes:
    """Answers questions on classes, and on calls that make classes (`namedtuple("P", "x y")`)."""

    def __init__(self, converter: Converts) -> None:
        self.converter = converter
        self._bases: dict[int, list[Use]] = {}
        self._lines: dict[int, list[griffe.Class]] = {}

    def bases(self, cls: griffe.Class) -> list[Use]:
        """Return what stands in the parentheses, resolved, through aliases, without keywords."""
        if id(cls) not in self._bases:
            scope = Scope(cls.module)
            with self.converter.making(cls):
                self._bases[id(cls)] = [named(base, scope, self.converter) for base in cls.bases]
        return self._bases[id(cls)]

    def made_bases(self, cls: griffe.Class) -> list[griffe.Attribute]:
        """Return what stands in the parentheses that a call has made: `P = NamedTuple("P", …)`."""
        found = (base.object for base in self.bases(cls))
        return [each for each in found if isinstance(each, griffe.Attribute)]

    def mro(self, cls: griffe.Class) -> list[griffe.Class]:
        """Return the class and those it inherits from, as far as they can be read, in the order
        in which Python looks for attributes (the C3 linearization)."""
        if id(cls) not in self._lines:
            self._lines[id(cls)] = _linearized(cls, self, frozenset())
        return self._lines[id(cls)]

    def descends(self, cls: griffe.Class, paths: Collection[str]) -> bool:
        """Whether the class is, or inherits from, one of these, be they readable or not."""
        return any(
            each.path in paths or any(base.path in paths for base in self.bases(each))
            for each in self.mro(cls)
        )

    def is_exception(self, cls: griffe.Class) -> bool:
        """Whether instances can be raised."""
        return any(
            _is_builtin_exception(base.path) for each in self.mro(cls) for base in self.bases(each)
        )

    def is_abstract(self, cls: griffe.Class) -> bool:
        """Whether a method is still to be defined by a subclass."""
        defined: set[str] = set()
        for each in self.mro(cls):
            for name, member in each.members.items():
                if name not in defined and _is_abstract(member):
                    return True
                defined.add(name)
        return False

    def decorators(self, cls: griffe.Class) -> Iterator[Decorator]:
        """Yield the class's own decorators, each followed by what it is another name for."""
        for decorator in getattr(node_of(cls), "decorator_list", ()):
            yield from self.decorators_in(decorator, cls.module)

    def decorators_in(
        self, node: ast.expr, module: griffe.Module, seen: frozenset[str] = frozenset()
    ) -> Iterator[Decorator]:
        """Yield a decorator under all its names: `frozen = dataclass(frozen=True)`,
        `frozen = functools.partial(dataclass, frozen=True)`."""
        keywords: dict[str, ast.expr] = {}
        if isinstance(node, ast.Call):
            keywords = {each.arg: each.value for each in node.keywords if each.arg}
            is_partial = node.args and self.path(node.func, module) == "functools.partial"
            node = node.args[0] if is_partial else node.func
        use = self.use(node, module)
        yield Decorator(use.path, keywords)
        given = node_of(use.object) if isinstance(use.object, griffe.Attribute) else None
        value = given.value if isinstance(given, (ast.Assign, ast.AnnAssign)) else None
        if use.object is not None and value is not None and use.path not in seen:
            for each in self.decorators_in(value, use.object.module, seen | {use.path}):
                yield Decorator(each.path, {**each.keywords, **keywords})

    def decorator(self, cls: griffe.Class, paths: Collection[str]) -> Decorator | None:
        """Return the first of the class's own decorators that is one of these."""
        return next((each for each in self.decorators(cls) if each.path in paths), None)

    def path(self, name: ast.expr, module: griffe.Module) -> str:
        """Return the path of what a dotted name stands for in a module; empty where it is none."""
        return self.use(name, module).path

    def use(self, name: ast.expr, module: griffe.Module) -> Use:
        """Return what a dotted name stands for in a module; its path is empty where it is none."""
        expression = griffe.get_expression(name, parent=module)
        scope = Scope(module)
        if not isinstance(expression, (griffe.ExprName, griffe.ExprAttribute)):
            return Use("", None, ast.unparse(name), scope)
        return self.converter.resolve(expression, scope)

    def has_big_ints(self, module: griffe.Module) -> bool:
        """Whether the settings say that a module's ints may have any size."""
        return self.converter.settings.has_big_ints(module.path)

    def keywords(self, cls: griffe.Class) -> dict[str, ast.expr]:
        """Return `{"total": False}` for `class Movie(TypedDict, total=False)`."""
        return {each.arg: each.value for each in getattr(node_of(cls), "keywords", ())}

    def body(self, cls: griffe.Class) -> Iterator[ast.stmt]:
        """Yield the statements that making the class runs."""
        return conditions.executed(getattr(node_of(cls), "body", []))

    def call(self, made: griffe.Attribute) -> tuple[str, ast.Call] | None:
        """Return the path of the function whose result a variable is given, and the call."""
        node = node_of(made)
        value = node.value if isinstance(node, (ast.Assign, ast.AnnAssign)) else None
        if not isinstance(value, ast.Call):
            return None
        return self.path(value.func, made.module), value


def _is_abstract(member: griffe.Object | griffe.Alias) -> bool:
    """Whether a member is an abstract method; what a class's body imports is none."""
    return not isinstance(member, griffe.Alias) and "abstractmethod" in member.labels


def _is_builtin_exception(path: str) -> bool:
    module, _, name = path.rpartition(".")
    found = getattr(builtins, name, None) if module == "builtins" else None
    return isinstance(found, type) and issubclass(found, BaseException)


def is_true(node: ast.expr | None, otherwise: bool = False) -> bool:
    """Return what a keyword argument says that is True or False; `otherwise` if it is absent."""
    return bool(node.value) if isinstance(node, ast.Constant) else otherwise


def _linearized(cls: griffe.Class, classes: Classes, active: frozenset[int]) -> list[griffe.Class]:
    if id(cls) in active:
        return []
    active |= {id(cls)}
    bases = [base.object for base in classes.bases(cls)]
    known = [base for base in bases if isinstance(base, griffe.Class)]
    merged = _merged([*[_linearized(base, classes, active) for base in known], known])
    return [cls, *merged]


def _merged(lines: Sequence[list[griffe.Class]]) -> Iterator[griffe.Class]:
    """Merge as C3 does; where Python would refuse the order, take the first."""
    waiting = [list(line) for line in lines if line]
    while waiting:
        heads = [line[0] for line in waiting]
        behind = {id(each) for line in waiting for each in line[1:]}
        chosen = next((head for head in heads if id(head) not in behind), heads[0])
        yield chosen
        rest = ([each for each in line if each is not chosen] for line in waiting)
        waiting = [line for line in rest if line]
