"""How a record is laid out: its fields, and how its constructor takes them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import griffe

from gophersnake.model import Field, ObjectOf, RecordKind, Type
from gophersnake.reader.annotations.use import Expression, Scope
from gophersnake.reader.classes import Classes
from gophersnake.reader.declarations.family import Made, Reading
from gophersnake.reader.parsing import expression_of, text_of


@dataclass(frozen=True)
class Slot:
    """A field, or what only the constructor takes, or both."""

    field: Field
    parameter: str | None
    """What the constructor calls it; None where it does not take it, or nobody knows."""
    keyword_only: bool = False
    stored: bool = True
    """False for what only the constructor takes: `InitVar`."""


@dataclass(frozen=True)
class Kind:
    """One kind of record."""

    kind: RecordKind
    accepts: Callable[[Made, Classes], bool]
    slots: Callable[[Made, Reading], list[Slot]]
    hashable: Callable[[Made, Classes], bool]
    is_called: bool = True
    """Whether calling the class is how Go makes values of it."""
    bases: frozenset[str] = frozenset()
    """The classes that make this kind of record of those that inherit from them."""
    makes_constructor: Callable[[griffe.Class, Classes], bool | None] = lambda _made, _classes: None
    """Whether the kind gives this class of the record's an `__init__`, unless it has its own;
    None where this class has no say, and its bases are asked."""


def slots_of(kind: Kind, made: Made, reading: Reading) -> list[Slot]:
    """Return a record's slots, with the types that the settings give its fields: by the class,
    or by one that it has them from."""
    owners = reading.classes.mro(made) if isinstance(made, griffe.Class) else [made]
    return [_wanted(slot, owners, reading) for slot in kind.slots(made, reading)]


def _wanted(slot: Slot, owners: Sequence[Made], reading: Reading) -> Slot:
    types = reading.converter.settings.types
    paths = (f"{each.path}.{slot.field.name}" for each in owners)
    text = next((types[path] for path in paths if path in types), None)
    if text is None:
        return slot
    standing = f"{owners[0].name}_{slot.field.name}"
    return replace(slot, field=replace(slot.field, type=reading.converter.written(text, standing)))


@dataclass(frozen=True)
class Assignment:
    """`name: annotation = value` in the body of a class; either part may be absent."""

    owner: griffe.Class
    written: str
    """The name as the body has it."""
    annotation: ast.expr | None
    value: ast.expr | None

    @property
    def name(self) -> str:
        """The name that Python gives the attribute: it adds the class to a private one.

        https://docs.python.org/3/reference/expressions.html#private-name-mangling
        """
        owner = self.owner.name.lstrip("_")
        is_private = self.written.startswith("__") and not self.written.endswith("__")
        return f"_{owner}{self.written}" if is_private and owner else self.written

    def use(self, reading: Reading) -> tuple[str, list[Expression]]:
        """Return the path of the annotation and its arguments: of `InitVar[int]`, say."""
        expression = self.expression()
        if expression is None:
            return "", []
        use = reading.converter.resolve(expression, self.scope(reading))
        return use.path, list(use.arguments or ())

    def type(self, reading: Reading, expression: Expression | None = None) -> Type:
        """Return the type of the annotation, or of this part of it."""
        expression = expression or self.expression()
        if expression is None:
            return ObjectOf(self._text(), "it is not a type")
        reading.converter.standing = f"{self.owner.name}_{self.written}"
        found = reading.converter.convert(expression, self.scope(reading))
        reading.converter.standing = ""
        return found

    def doc(self) -> str:
        """Return the string that stands after it, as tools take it for its docstring."""
        member = self.owner.members.get(self.written)
        return member.docstring.value if member is not None and member.docstring else ""

    def scope(self, reading: Reading) -> Scope:
        """Return where the annotation stands."""
        member = (self.owner, self.written)
        return Scope(self.owner.module, reading.bindings(self.owner), member=member)

    def expression(self) -> Expression | None:
        """Return the annotation; None where it is none that can be read."""
        return expression_of(self.annotation, self.owner) if self.annotation else None

    def _text(self) -> str:
        return ast.unparse(self.annotation) if self.annotation is not None else ""


def assignments(cls: griffe.Class, classes: Classes) -> Iterator[Assignment]:
    """Yield what the body of a class assigns or annotates, in order."""
    for statement in classes.body(cls):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            yield Assignment(cls, statement.target.id, statement.annotation, statement.value)
        elif isinstance(statement, ast.Assign):
            for target in statement.targets:
                if isinstance(target, ast.Name):
                    yield Assignment(cls, target.id, None, statement.value)


def made_by(factory: ast.expr, module: griffe.Module) -> str:
    """Return what a `default_factory` makes, in its words: `list()`."""
    if isinstance(factory, ast.Lambda):
        return text_of(factory.body, module)
    return f"{text_of(factory, module)}()"
