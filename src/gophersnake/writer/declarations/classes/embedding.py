"""How a class holds its object and its bases: `struct{ Shape }`, at the root `*python.Object`.

With several bases the object stands beside them, so that what every object has is found at
once and not in each of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from gophersnake.writer.declarations.classes.form import ClassForm
from gophersnake.writer.types import Form

OBJECT = "*python.Object"


def embedded(form: ClassForm, forms: Mapping[str, Form]) -> list[ClassForm]:
    """Return the forms of a class's bases."""
    found = (forms.get(base.path) for base in form.declared.bases)
    return [each for each in found if isinstance(each, ClassForm)]


def literal(form: ClassForm, forms: Mapping[str, Form]) -> str:
    """Return the struct of the object `o`: `Circle{Shape: Shape{Object: o}}`."""
    bases = embedded(form, forms)
    fields = [f"{each.go}: {literal(each, forms)}" for each in bases]
    if len(bases) != 1:
        fields.insert(0, "Object: o")
    return f"{form.go}{{{', '.join(fields)}}}"
