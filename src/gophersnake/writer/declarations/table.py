"""The kinds of declarations, and what plans each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gophersnake import model
from gophersnake.writer.declarations.choices import ChoiceForm, PlannedChoice
from gophersnake.writer.declarations.classes import ClassForm, PlannedClass
from gophersnake.writer.declarations.layouts import LayoutForm, PlannedLayout
from gophersnake.writer.declarations.naming import name_types
from gophersnake.writer.declarations.newtypes import NewTypeForm, PlannedNewType
from gophersnake.writer.declarations.planned import Planned
from gophersnake.writer.declarations.records import PlannedRecord, RecordForm
from gophersnake.writer.declarations.unions import PlannedUnion, UnionForm
from gophersnake.writer.scope import Scope
from gophersnake.writer.types import Form, Mappers


@dataclass(frozen=True)
class Kind:
    form: Callable[[Any, str, Scope], Form]
    """Makes the form of a declaration that has this Go name; other names it needs for that, its
    codec's, it takes from the scope."""
    plan: Callable[[Any, Any, Mappers], Planned]
    """Plans a declaration that has this form."""


KINDS: Mapping[type, Kind] = {
    model.Enumeration: Kind(ChoiceForm.make, PlannedChoice),
    model.Class: Kind(ClassForm.make, PlannedClass),
    model.NewType: Kind(NewTypeForm.make, PlannedNewType),
    model.Union: Kind(UnionForm.make, PlannedUnion),
    model.Record: Kind(RecordForm.make, PlannedRecord),
    model.Layout: Kind(LayoutForm.make, PlannedLayout),
}


class Forms(dict[str, Form]):
    """The forms of a package's declared classes, by path."""

    def __init__(self, module: model.Module, scope: Scope) -> None:
        names = name_types(module, scope)
        super().__init__(
            (each.path, KINDS[type(each)].form(each, names[each.path], scope))
            for each in module.declarations
        )


def plan_declarations(
    declarations: Sequence[model.Declaration], forms: Forms, types: Mappers
) -> list[Planned]:
    return [KINDS[type(each)].plan(each, forms[each.path], types) for each in declarations]
