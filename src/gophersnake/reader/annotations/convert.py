"""Resolves names and dispatches to the rules."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import griffe

from gophersnake.model import Declaration, Field, Named, Scalar, Type
from gophersnake.reader.annotations import (
    aliases,
    arrays,
    callables,
    calls,
    containers,
    exceptions,
    iteration,
    jaxtyping,
    literals,
    names,
    passed,
    refusals,
    roots,
    scalars,
    sentinels,
    shadowing,
    standard,
    tensors,
    unions,
    variables,
    wrappers,
    written,
)
from gophersnake.reader.annotations.spelling import canonical, is_builtin
from gophersnake.reader.annotations.use import Bound, Declares, Expression, Rule, Scope, Use
from gophersnake.reader.library import Library
from gophersnake.reader.parsing import expression_of
from gophersnake.settings import NONE, Settings

RULES: dict[str, Rule] = {
    **scalars.RULES,
    **standard.RULES,
    **exceptions.RULES,
    **containers.RULES,
    **unions.RULES,
    **literals.RULES,
    **wrappers.RULES,
    **arrays.RULES,
    **jaxtyping.RULES,
    **tensors.RULES,
    **callables.RULES,
    **iteration.RULES,
    **refusals.RULES,
    **variables.RULES,
    **roots.RULES,
}
_RULES_ONLY = {"numpy", "typing", "builtins"}


class Converter:
    """Turns annotations into types of the model. It refuses nothing: what has no rule is an
    object with a reason. Raises SourceError for a syntax error in a module it has to follow."""

    def __init__(self, library: Library, settings: Settings = NONE) -> None:
        self.library = library
        self.settings = settings
        self.expanded: dict[tuple[str, bool], Type] = {}
        self.knots: set[str] = set()
        self.declarations: Declares = _NoDeclarations()
        self.standing = ""
        """Where the annotations stand that are converted now: `open_mode` for the parameter mode
        of the function open."""
        self.passing = False
        self._depth = 0
        self._judging: set[str] = set()
        self._made: griffe.Class | None = None

    def convert(self, expression: Expression, scope: Scope) -> Type:
        """Return the type that `expression` stands for in `scope`. Literals and unions in it are
        declared, for which what `standing` says may give the name."""
        self._depth += 1
        try:
            found = self._convert(expression, scope)
        finally:
            self._depth -= 1
        if self._depth:
            return found
        place = names.Place(scope.module.path, self.standing, self.library.location(scope.module))
        return names.settled(found, place, self.declarations)

    @contextmanager
    def where(self, *, passing: bool) -> Iterator[None]:
        """Convert what is passed to Python, or what comes from it; at first, from it."""
        before, self.passing = self.passing, passing
        try:
            yield
        finally:
            self.passing = before

    @contextmanager
    def making(self, cls: griffe.Class) -> Iterator[None]:
        """Resolve the bases of a class: its own name stands for another one as long as Python
        makes it, as in `class Config(Config)`."""
        before, self._made = self._made, cls
        try:
            yield
        finally:
            self._made = before

    def is_making(self, member: griffe.Object | griffe.Alias | None) -> bool:
        return member is not None and member is self._made

    def _convert(self, expression: Expression, scope: Scope) -> Type:
        if isinstance(expression, griffe.ExprBinOp) and expression.operator == "|":
            sides = sentinels.without(_sides(expression), scope, self)
            members = [(str(each), self.convert(each, scope)) for each in sides]
            return unions.union(members, self)
        if isinstance(expression, griffe.ExprCall):
            made = calls.made(expression, scope, self)
            if made is not None:
                return made
        use = self.resolve(expression, scope)
        if use.path in scope.bindings:
            bound = scope.bindings[use.path]
            if isinstance(bound, Bound):
                return self.convert(bound.expression, bound.scope)
            return Scalar.ANY if bound is None else bound
        if use.path in self.settings.types and scope.module.path != "settings":
            return self.written(self.settings.types[use.path])
        instead = passed.instead(use.path) if self.passing else None
        if instead is not None:
            use = replace(use, path=instead)
        rule = RULES.get(use.path)
        if rule is not None:
            return rule(use, self)
        called = callables.protocol(use, self)
        if called is not None:
            return called
        rooted = self.declarations.root(use)
        if rooted is not None:
            return rooted
        declared = self.declarations.declare(use.object)
        if declared is not None:
            return Named(declared, self._type_arguments(use))
        standing = variables.converted(use, self)
        if standing is not None:
            return standing
        if sentinels.is_sentinel(use.object, self):
            return use.refused("it is a sentinel, which Go has no value for")
        if aliases.is_alias(use.object):
            return aliases.expand(use, self)
        return use.refused(_reason(use, self.library))

    def _type_arguments(self, use: Use) -> tuple[Type, ...]:
        """Return what a generic class is used with."""
        found = variables.given(self.declarations.variables(use.object), use, use.scope, self)
        return tuple(Scalar.ANY if each is Scalar.NONE else each for each in found.values())

    def written(self, text: str, standing: str = "") -> Type:
        """Return the type of an annotation that stands in the settings, for what is `standing`
        in words of a name."""
        expression, module = written.parsed(text)
        before, self.standing = self.standing, standing or self.standing
        try:
            return self.convert(expression, Scope(module))
        finally:
            self.standing = before

    def resolve(self, expression: Expression, scope: Scope) -> Use:
        """Return the type that `expression` names, through imports but not through aliases.

        The path is empty where it names none.
        """
        if isinstance(expression, str):
            return self._constant(expression, scope)
        arguments: tuple[Expression, ...] | None = None
        named: Expression = expression
        if isinstance(expression, griffe.ExprSubscript):
            named, arguments = expression.left, _arguments(expression.slice)
        if not isinstance(named, (griffe.ExprName, griffe.ExprAttribute)):
            return Use("", arguments, str(expression), scope)
        path = self.path_of(named, scope.module)
        target = self.library.follow(path, stop=lambda path: _ends(path, scope))
        path = canonical(target.path)
        return Use(path, arguments, str(expression), scope, target.object)

    def never(self, expression: Expression, scope: Scope) -> bool:
        """Whether an annotation says that a function never returns: nothing comes back."""
        return self.resolve(expression, scope).path in {"typing.NoReturn", "typing.Never"}

    def knows(self, path: str) -> bool:
        """Whether a path names a type that a rule is for."""
        return path in RULES

    def collects(self, path: str) -> bool:
        """Whether a path names a collection, a tuple among them."""
        return path in containers.RULES

    def path_of(self, name: griffe.ExprName | griffe.ExprAttribute, module: griffe.Module) -> str:
        """Return the dotted path a name stands for in its module, one import back."""
        first = name.first if isinstance(name, griffe.ExprAttribute) else name
        path = name.canonical_path
        if not isinstance(first, griffe.ExprName):
            return path
        outside = self._hidden(first)
        if outside is not None:
            path = str(name)
            if outside:
                return f"{outside}{path.removeprefix(first.name)}"
        elif first.canonical_path != first.name:
            return path
        if self.library.lookup(module, [first.name]) is not None:
            return f"{module.path}.{path}"
        if is_builtin(first.name):
            return f"builtins.{path}"
        if module.is_init_module:  # `from . import b` in a package makes no name in griffe
            return f"{module.path}.{path}"
        return path

    def _hidden(self, name: griffe.ExprName) -> str | None:
        """Return what a name stands for outside, if a value hides the type that it stands for
        there. Names that are judged already are not hidden: `a = b` and `b = a` in a class."""
        if name.name in self._judging:
            return None
        self._judging.add(name.name)
        try:
            return shadowing.hidden(name, self)
        finally:
            self._judging.discard(name.name)

    def _constant(self, text: str, scope: Scope) -> Use:
        if text == "None":
            return Use("builtins.None", None, text, scope)
        try:
            value = ast.literal_eval(text)
            if isinstance(value, str):
                node = ast.parse(value.strip(), mode="eval").body
                parent, member = scope.member or (scope.module, None)
                parsed = expression_of(node, parent, member)
                if parsed is not None:
                    return self._quoted(parsed, scope)
        except (SyntaxError, ValueError, KeyError):
            pass
        return Use("", None, text, scope)

    def _quoted(self, expression: Expression, scope: Scope) -> Use:
        if isinstance(expression, (griffe.ExprBinOp, griffe.ExprCall)):
            # No single name: a union of its sides, or of the call alone.
            return Use("typing.Union", tuple(_sides(expression)), str(expression), scope)
        return self.resolve(expression, scope)


class _NoDeclarations:
    """Where functions are read alone: no class is declared."""

    def declare(self, _obj: griffe.Object | None) -> str | None:
        return None

    def add(self, declaration: Declaration) -> str:
        return declaration.path

    def cases(self, _path: str) -> tuple[Type, ...] | None:
        return None

    def literal(self, _path: str) -> tuple[str, ...] | None:
        return None

    def hashable(self, _path: str) -> bool:
        return False

    def covers(self, _wide: str, _narrow: str) -> bool:
        return False

    def scalar(self, _path: str) -> Scalar | None:
        return None

    def variables(self, _obj: griffe.Object | None) -> tuple[str, ...]:
        return ()

    def root(self, _use: Use) -> Type | None:
        return None

    def keys(self, _obj: griffe.Object | None) -> tuple[Field, ...] | None:
        return None


def _ends(path: str, scope: Scope) -> bool:
    """Whether a path needs no following: a rule knows it, or nothing but a rule would."""
    path = canonical(path)
    return path in RULES or path in scope.bindings or _rules_only(path, scope)


def _rules_only(path: str, scope: Scope) -> bool:
    """Whether a path is in a package of which only the rules are asked: it has long stubs
    and no alias in it leads to a type with a rule, but for the package's own functions."""
    return _top(path) in _RULES_ONLY and _top(path) != _top(scope.module.path)


def _top(path: str) -> str:
    return path.partition(".")[0]


def _sides(expression: Expression) -> list[Expression]:
    """Return what stands between all the bars of `a | b | c`."""
    if isinstance(expression, griffe.ExprBinOp) and expression.operator == "|":
        return [*_sides(expression.left), *_sides(expression.right)]
    return [expression]


def _arguments(slice_: Expression) -> tuple[Expression, ...]:
    if isinstance(slice_, griffe.ExprTuple):
        return tuple(slice_.elements)
    return (slice_,)


def _reason(use: Use, library: Library) -> str:
    if use.path and _rules_only(use.path, use.scope):
        return f"{use.path.removeprefix('builtins.')} has no counterpart in Go"
    if isinstance(use.object, griffe.Class):
        ours = _top(use.path) == _top(use.scope.module.path)
        kind = "a kind that has no form in Go" if ours else "a package that is not generated"
        return f"the class {use.path} is of {kind}"
    if use.object is not None or not use.path:
        return "it is not a type"
    module, _, name = use.path.rpartition(".")
    if not module or (module == use.scope.module.path and not _is_dynamic(use.scope.module)):
        return f"the name {name} is not defined in its module"
    if not library.finder.has(_top(use.path)):
        return f"the module {_top(use.path)} was not found"
    return f"what {use.path} is cannot be told without running it"


def _is_dynamic(module: griffe.Module) -> bool:
    """Whether a module may have names that cannot be read."""
    return any(each == "__getattr__" or each.endswith("/*") for each in module.members)
