"""What is written for a class: the struct, its codec, its constructors and members."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gophersnake.model import Class, Function
from gophersnake.writer import functions, views
from gophersnake.writer.declarations.classes.embedding import (
    embedded,
    has_root,
    itself,
    literal,
    root,
)
from gophersnake.writer.declarations.classes.form import ClassForm
from gophersnake.writer.declarations.methods import Members
from gophersnake.writer.declarations.planned import Package
from gophersnake.writer.docs import (
    attribute_of,
    sentence_doc,
    type_doc,
    with_attributes_documented,
)
from gophersnake.writer.generics import declared as declared_
from gophersnake.writer.generics import of_class
from gophersnake.writer.gotext import quoted, struct_of
from gophersnake.writer.naming import Names
from gophersnake.writer.output import Entry, Gap, Status, Subject
from gophersnake.writer.plan import Plan, plan
from gophersnake.writer.reasons import member_entry
from gophersnake.writer.scope import NOT_FOR_ERRORS, NOT_FOR_HANDLES, Scope
from gophersnake.writer.types import Mappers, UnmappableError
from gophersnake.writer.words import exported

_KINDS = {
    (False, False): "class",
    (True, False): "protocol",
    (False, True): "exception",
    (True, True): "exception",
}
_MAKERS = {"class": "bind.Class", "protocol": "bind.Protocol", "exception": "bind.Exception"}
_SUFFIX = re.compile(r"(Error|Exception)$")


class PlannedClass:
    def __init__(self, declared: Class, form: ClassForm, types: Mappers) -> None:
        self._class = declared = with_attributes_documented(declared)
        self._attributes = {attribute_of(each) for each in declared.members} - {""}
        self._form = form
        self._itself = itself(form, types.fields)
        self._bases = embedded(self._itself, types.fields)
        self._value = literal(self._itself, types.fields)
        self._variables = of_class(form.variables, types.fields)
        self._members = Members(declared.members, types)
        self._constructors = [*_planned(declared.constructors, types)]
        self._skipped = [
            Entry(each.name, Status.SKIPPED, each.location, reasons=(each.reason,))
            for each in declared.skipped
        ]

    def sections(self, package: Package) -> Iterator[views.Section]:
        yield views.Section("handle.go.j2", self._struct())
        template = "generic_class.go.j2" if self._variables else "class.go.j2"
        yield views.Section(template, self._codec())
        if self._class.is_exception:
            yield views.Section("sentinel.go.j2", self._sentinel(package.scope))
        home = package.homes.of(self._class.module)
        for each in self._constructors:
            names = self._constructor_names(each, package.scope)
            yield from functions.sections(home, each, names, package.codecs)
        own = Scope(
            {
                *NOT_FOR_HANDLES,
                *(NOT_FOR_ERRORS if self._class.is_exception else ()),
                *(["PythonType"] if self._variables else []),
                *(each.form.go for each in self._bases),
            }
        )
        self._members.name(self._form.go, own, package.scope)
        yield from self._members.sections(self._class.module, package)

    def entries(self) -> Iterable[Entry]:
        gaps = tuple(dict.fromkeys(self._constructor_gaps()))
        yield Entry(
            name=self._class.name,
            status=Status.PARTLY if gaps else Status.MAPPED,
            location=self._class.location,
            subject=Subject.TYPE,
            go_name=self._form.go,
            reasons=tuple(dict.fromkeys(map(str, gaps))),
            gaps=gaps,
        )
        yield from self._members.entries(self._form.go)
        yield from self._skipped

    def _constructor_gaps(self) -> Iterator[Gap]:
        """What the class's own constructor takes as objects."""
        for each in self._constructors:
            if each.function.signature:  # otherwise it is another class's, and told of there
                yield from (gap for gap in member_entry(each, "").gaps if gap.what != "return")

    def _struct(self) -> views.Handle:
        declared = self._class
        kind = _KINDS[declared.is_protocol, declared.is_exception]
        held = [root(self._form).type] if has_root(self._itself, self._bases) else []
        return views.Handle(
            name=self._form.go + declared_(self._variables),
            doc=type_doc(self._form.go, declared, kind, self._attributes),
            struct=struct_of(*held, *(each.go for each in self._bases)),
        )

    def _codec(self) -> views.ClassCodec:
        declared, held = self._class, root(self._form)
        kind = _KINDS[declared.is_protocol, declared.is_exception]
        return views.ClassCodec(
            variable=self._form.variable,
            type=self._itself.go,
            maker=_MAKERS[kind],
            name=quoted(f"{declared.module}:{declared.name}"),
            given=held.given,
            root=held.type,
            held=held.name,
            value=self._value,
        )

    def _sentinel(self, scope: Scope) -> views.Sentinel:
        declared, go = self._class, self._form.go
        name = scope.give(f"Err{_SUFFIX.sub('', go) or go}")
        doc = f"{name} is what errors.Is finds a [{go}] by, of this class or one derived from it."
        path = quoted(f"{declared.module}.{declared.name}")
        return views.Sentinel(name, path, sentence_doc(doc))

    def _constructor_names(self, plan: Plan, scope: Scope) -> Names:
        go = self._form.go
        known_as = plan.function.known_as.removeprefix(self._class.name)
        own = f"{go}{exported(known_as)}" if known_as else go
        variable = scope.give(f"new{own}")
        return Names(
            function=scope.give(f"New{own}"),
            options=scope.give(f"{own}Options") if plan.options else "",
            with_options=scope.give(f"New{own}With") if plan.options and plan.values else "",
            variable=variable,
            binds=scope.give(f"{variable}For") if plan.variables else "",
        )


def _planned(constructors: Iterable[Function], types: Mappers) -> Iterator[Plan]:
    for each in constructors:
        try:
            yield plan(each, types)
        except UnmappableError:
            continue
