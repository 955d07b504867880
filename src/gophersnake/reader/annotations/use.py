"""One use of a named type in an annotation, and what a rule is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

import griffe

from gophersnake.model import Declaration, Field, ObjectOf, Scalar, Type
from gophersnake.reader.library import Library
from gophersnake.settings import Settings

Expression = griffe.Expr | str
"""As griffe gives them: constants are their source text."""


@dataclass(frozen=True)
class Scope:
    """Where an annotation stands: names are resolved in `module`, type variables by
    `bindings` (from their paths; None is any type at all); `expanding` holds the aliases
    being looked through."""

    module: griffe.Module
    bindings: Mapping[str, Bound | Type | None] = field(default_factory=dict)
    expanding: tuple[str, ...] = ()
    generic: bool = False
    """Whether who asked can do with type variables that nothing binds."""
    member: tuple[griffe.Class | griffe.Module, str] | None = None
    """The function or attribute it stands in: type parameters are resolved there (PEP 695)."""


@dataclass(frozen=True)
class Bound:
    """What a type variable stands for, where the user of a generic alias wrote it."""

    expression: Expression
    scope: Scope


@dataclass(frozen=True)
class Use:
    """`list[float]`: the path `builtins.list` with one argument. `arguments` is None where
    nothing is subscripted, and empty for `tuple[()]`."""

    path: str
    arguments: tuple[Expression, ...] | None
    text: str
    scope: Scope
    object: griffe.Object | None = None
    """What the path leads to, where that could be read."""

    def refused(self, reason: str) -> ObjectOf:
        return ObjectOf(self.text, reason)


class Declares(Protocol):
    """Knows the classes that have a form of their own in Go."""

    def declare(self, obj: griffe.Object | None) -> str | None:
        """Return the path that a type refers to a class with; None for what has no form."""

    def add(self, declaration: Declaration) -> str:
        """Declare a literal or union; return the path to refer to it with."""

    def cases(self, path: str) -> tuple[Type, ...] | None:
        """Return the types of a declared union; None for what is none."""

    def literal(self, path: str) -> tuple[str, ...] | None:
        """Return the values of a declared literal, as Python writes them; None for what is none."""

    def hashable(self, path: str) -> bool:
        """Whether values of a declared class can be keys of a dict."""

    def covers(self, wide: str, narrow: str) -> bool:
        """Whether a declared class takes the objects of another one, too."""

    def scalar(self, path: str) -> Scalar | None:
        """Return the scalar that a NewType is of; None for what is none."""

    def variables(self, obj: griffe.Object | None) -> tuple[str, ...]:
        """Return the paths of the type variables that a class is generic over in Go too."""

    def root(self, use: Use) -> Type | None:
        """Return what a class is, all of whose instances are one value (RootOf); None for any
        other, and for one whose instances are to stay in Python."""

    def keys(self, obj: griffe.Object | None) -> tuple[Field, ...] | None:
        """Return the keys of a TypedDict; None for what is none."""


class Converts(Protocol):
    """What a rule may ask of the converter."""

    library: Library
    expanded: dict[tuple[str, bool], Type]
    """The aliases expanded so far, by path and `passing`, as they are without type arguments."""
    knots: set[str]
    """The paths of aliases that stand in their own definitions."""
    declarations: Declares
    settings: Settings
    standing: str
    """Where the annotations stand that are converted now, in words of a name."""
    passing: bool
    """Whether these are of values that are passed to Python, not of what comes from it."""

    def convert(self, expression: Expression, scope: Scope) -> Type: ...

    def written(self, text: str, standing: str = "") -> Type: ...

    def resolve(self, expression: Expression, scope: Scope) -> Use: ...

    def knows(self, path: str) -> bool: ...

    def collects(self, path: str) -> bool: ...

    def never(self, expression: Expression, scope: Scope) -> bool: ...

    def where(self, *, passing: bool) -> AbstractContextManager[None]: ...

    def making(self, cls: griffe.Class) -> AbstractContextManager[None]: ...

    def is_making(self, member: griffe.Object | griffe.Alias | None) -> bool: ...


Rule = Callable[[Use, Converts], Type]
