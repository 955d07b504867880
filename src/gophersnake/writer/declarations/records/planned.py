"""What is written for a record: the struct, its codec, its constructor and methods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gophersnake import model
from gophersnake.model import Record, parts
from gophersnake.writer import functions, views
from gophersnake.writer.codecs import Codecs
from gophersnake.writer.declarations.methods import Members
from gophersnake.writer.declarations.planned import Package
from gophersnake.writer.declarations.records.fields import GoField, go_fields
from gophersnake.writer.declarations.records.form import RecordForm
from gophersnake.writer.docs import member_doc, type_doc, with_fields_documented
from gophersnake.writer.generics import applied, declared, of_class
from gophersnake.writer.gotext import function, quoted
from gophersnake.writer.naming import Names
from gophersnake.writer.output import Entry, Status, Subject
from gophersnake.writer.plan import Plan, plan
from gophersnake.writer.scope import NOT_FOR_METHODS, NOT_FOR_PARAMETERS, Scope
from gophersnake.writer.types import Mappers, Nil, UnmappableError
from gophersnake.writer.words import unexported


class PlannedRecord:
    def __init__(self, record: Record, form: RecordForm, types: Mappers) -> None:
        undocumented = {each.name for each in record.fields if not each.doc}
        self._record = record = with_fields_documented(record)
        self._moved = [e.name for e in record.fields if e.doc and e.name in undocumented]
        """The fields whose docs come from the class's docstring."""
        self._form = form
        self._fields = go_fields(record, types, Scope(_FOR_THE_RUNTIME))
        self._constructor = _planned(record.constructor, types)
        self._methods = Members(record.methods, types)
        self._variables = of_class(record.variables, types.fields)
        self._has_unions = any(
            _may_be_union(part, types) for each in record.fields for part in parts(each.type)
        )
        """Whether encoding/json would not read it. Records that it has read theirs."""
        self._extra = next((each for each in self._fields if each.field.is_extra), None)

    def sections(self, package: Package) -> Iterator[views.Section]:
        yield views.Section("struct.go.j2", self._struct())
        codecs = package.codecs.within(NOT_FOR_PARAMETERS) if self._variables else package.codecs
        template = "generic_record.go.j2" if self._variables else "record.go.j2"
        yield views.Section(template, self._codec(codecs))
        if self._constructor is not None:
            home = package.homes.of(self._record.module)
            names = self._constructor_names(self._constructor, package.scope)
            yield from functions.sections(home, self._constructor, names, package.codecs)
        own = Scope({*NOT_FOR_METHODS, *_FOR_THE_RUNTIME, *(each.name for each in self._fields)})
        self._methods.name(self._form.go, own, package.scope)
        yield from self._methods.sections(self._record.module, package)

    def entries(self) -> Iterable[Entry]:
        reasons = tuple(
            dict.fromkeys(
                f"{each.field.name}: {why.annotation}: {why.reason}"
                for each in self._fields
                for why in each.type.carried
            )
        )
        yield Entry(
            name=self._record.name,
            status=Status.PARTLY if reasons else Status.MAPPED,
            location=self._record.location,
            subject=Subject.TYPE,
            go_name=self._form.go,
            reasons=reasons,
        )
        yield from self._methods.entries(self._form.go)
        for each in self._record.skipped:
            yield Entry(each.name, Status.SKIPPED, each.location, reasons=(each.reason,))

    def _struct(self) -> views.Struct:
        record = self._record
        return views.Struct(
            name=self._form.go + declared(self._variables),
            doc=type_doc(self._form.go, record, record.kind.value, self._moved),
            fields=tuple(
                views.StructField(each.name, each.go, each.tag, member_doc(each.field.doc))
                for each in self._fields
            ),
            receiver=unexported(self._form.go)[0],
            type=self._form.go + applied(self._variables),
            is_read=self._has_unions or self._extra is not None,
            extra=self._extra.name if self._extra else "",
        )

    def _codec(self, codecs: Codecs) -> views.RecordCodec:
        record = self._record
        type = self._form.go + applied(self._variables)
        fields = tuple(_described(each, type, codecs) for each in self._fields)
        own = codecs.variables if self._variables else ()
        family = _FAMILIES[record.kind] + (".open" if self._extra else "")
        return views.RecordCodec(
            variable=self._form.variable,
            type=type,
            adapter=quoted(f"{family}:{record.module}:{record.name}"),
            fields=fields,
            codecs=tuple((each.name, each.expression) for each in own),
        )

    def _constructor_names(self, plan: Plan, scope: Scope) -> Names:
        go = self._form.go
        variable = scope.give(f"new{go}")
        return Names(
            function=scope.give(f"New{go}"),
            options=scope.give(f"{go}Options") if plan.options else "",
            with_options=scope.give(f"New{go}With") if plan.options and plan.values else "",
            variable=variable,
            binds=scope.give(f"{variable}For") if plan.variables else "",
        )


def _may_be_union(part: object, types: Mappers) -> bool:
    if isinstance(part, model.Named):
        return types.fields.value(part).nil is Nil.UNION
    return isinstance(part, model.Variable)


_FOR_THE_RUNTIME = frozenset({"MarshalJSON", "PythonType", "UnmarshalJSON"})
"""Methods of structs."""

_FAMILIES = {
    model.RecordKind.DATACLASS: "record",
    model.RecordKind.NAMED_TUPLE: "record.namedtuple",
    model.RecordKind.TYPED_DICT: "record.typeddict",
    model.RecordKind.ATTRS: "record.attrs",
    model.RecordKind.PYDANTIC: "record.pydantic",
}
"""The adapters of gophersnake.host.adapters that convert each kind."""


def _described(field: GoField, struct: str, codecs: Codecs) -> str:
    """`bind.Field("x", bind.Float, func(p *Point) *float64 { return &p.X })`."""
    name, codec = quoted(field.field.name), codecs.use(field.codec)
    own = unexported(struct.partition("[")[0])[0]
    at = function(f"func({own} *{struct}) *{field.go}", f"return &{own}.{field.name}", tabs=2)
    return f"{field.presence.value}({name}, {codec}, {at})"


def _planned(function: model.Function | None, types: Mappers) -> Plan | None:
    try:
        return plan(function, types) if function is not None else None
    except UnmappableError:
        return None
