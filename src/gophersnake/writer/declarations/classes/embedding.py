"""How a class holds its object and its bases: `struct{ Shape }`, at the root `*python.Object`.

At the root of an exception is the error, which has the object.

With several bases the object stands beside them, so that what every object has is found at
once and not in each of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gophersnake.writer.declarations.classes.form import ClassForm
from gophersnake.writer.types import Form


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


def embedded(form: ClassForm, forms: Mapping[str, Form]) -> list[ClassForm]:
    """Return the forms of a class's bases."""
    found = (forms.get(base.path) for base in form.declared.bases)
    return [each for each in found if isinstance(each, ClassForm)]


def has_root(form: ClassForm, bases: list[ClassForm]) -> bool:
    """Whether the struct holds the object itself, and not by way of its only base."""
    return len(bases) != 1 or root(bases[0]) is not root(form)


def literal(form: ClassForm, forms: Mapping[str, Form], given: str = "") -> str:
    """Return the struct of a value: `Circle{Shape: Shape{Object: o}}` of `o`."""
    own = root(form)
    given = given or own.given
    bases = embedded(form, forms)
    fields = [f"{own.name}: {given}"] if has_root(form, bases) else []
    for base in bases:
        value = given if root(base) is own else own.object
        fields.append(f"{base.go}: {literal(base, forms, value)}")
    return f"{form.go}{{{', '.join(fields)}}}"
