"""How a class holds its object and its bases: `struct{ Shape }`, at the root `*python.Object`.

At the root of an exception is the error, which has the object.

With several bases the object stands beside them, so that what every object has is found at
once and not in each of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from gophersnake.model import Named, substituted
from gophersnake.writer.declarations.classes.form import ClassForm
from gophersnake.writer.generics import applied, of_class
from gophersnake.writer.types import Mapper


@dataclass(frozen=True)
class Root:
    """What holds the object in the end."""

    type: str
    name: str
    """What a field of the type is called that embeds it."""
    given: str
    """What the value that is to be held is called."""
    object: str
    """The object of that value."""


OBJECT = Root("*python.Object", "Object", "o", "o")
RAISED = Root("*python.Raised", "Raised", "r", "r.Value")


def root(form: ClassForm) -> Root:
    return RAISED if form.declared.is_exception else OBJECT


@dataclass(frozen=True)
class Embedded:
    """A class as it stands in the struct of one derived from it."""

    form: ClassForm
    type: Named
    """With type arguments, in the type parameters of the derived class."""
    go: str
    """Its struct: `Stack[int]`."""


def itself(form: ClassForm, mapper: Mapper) -> Embedded:
    """Return a class as it is by itself, with its own type parameters."""
    parameters = applied(of_class(form.variables, mapper))
    return Embedded(form, Named(form.declared.path, form.variables), form.go + parameters)


def embedded(cls: Embedded, mapper: Mapper) -> list[Embedded]:
    """Return a class's bases; without those that Go would not have as they are."""
    arguments = {
        variable.path: argument
        for variable, argument in zip(cls.form.variables, cls.type.arguments, strict=True)
    }
    found: list[Embedded] = []
    for base in cls.form.declared.bases:
        form = mapper.forms.get(base.path)
        if isinstance(form, ClassForm):
            named = substituted(base, lambda each: arguments.get(each.path, each))
            go = mapper.value(named).go.removeprefix("*")
            if go.partition("[")[0] == form.go:
                found.append(Embedded(form, named, go))
    return found


def has_root(cls: Embedded, bases: list[Embedded]) -> bool:
    """Whether the struct holds the object itself, and not by way of its only base."""
    return len(bases) != 1 or root(bases[0].form) is not root(cls.form)


def literal(cls: Embedded, mapper: Mapper, given: str = "") -> str:
    """Return the struct of a value: `Circle{Shape: Shape{Object: o}}` of `o`."""
    own = root(cls.form)
    given = given or own.given
    bases = embedded(cls, mapper)
    fields = [f"{own.name}: {given}"] if has_root(cls, bases) else []
    for base in bases:
        value = given if root(base.form) is own else own.object
        fields.append(f"{base.form.go}: {literal(base, mapper, value)}")
    return f"{cls.go}{{{', '.join(fields)}}}"
