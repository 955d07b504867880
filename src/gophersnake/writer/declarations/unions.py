"""Unions: a sealed interface, which each case implements.

Types of the package implement it themselves; for others there is a type of the package that
stands for the case: `IntCase` is an int, and is shared by all unions with an int.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gophersnake.model import Named, ObjectOf, Type, Union, parts
from gophersnake.writer import views
from gophersnake.writer.declarations.choices import ChoiceForm
from gophersnake.writer.declarations.planned import Package
from gophersnake.writer.docs import case_doc, union_doc
from gophersnake.writer.gotext import function, quoted, struct_of
from gophersnake.writer.output import Entry, Status, Subject
from gophersnake.writer.scope import Scope
from gophersnake.writer.types import Carried, Codec, Mapped, Mapper, Mappers, Nil, spelled
from gophersnake.writer.words import unexported


@dataclass
class UnionForm:
    union: Union
    go: str
    variable: str
    _asked: bool = field(default=False, init=False)

    @classmethod
    def make(cls, union: Union, go: str, scope: Scope) -> UnionForm:
        return cls(union, go, scope.give(f"{unexported(go)}Union"))

    def value(self, _type: Named, _mapper: Mapper) -> Mapped:
        codec = Codec(unexported(self.go), f"&{self.variable}.Type")
        objects = (each for each in parts(self.union.cases) if isinstance(each, ObjectOf))
        carried = tuple(Carried(each.annotation, each.reason) for each in objects)
        return Mapped(self.go, codec, Nil.UNION, carried=carried)

    def key(self, type: Named, mapper: Mapper) -> Mapped | None:
        """The interface itself, where all its cases are keys as they are."""
        if self._asked:
            return None
        self._asked = True
        try:
            keys = [(mapper.key(each), mapper.value(each)) for each in self.union.cases]
        finally:
            self._asked = False
        same = all(key is not None and key.go == value.go for key, value in keys)
        return self.value(type, mapper) if same else None


class PlannedUnion:
    def __init__(self, union: Union, form: UnionForm, types: Mappers) -> None:
        self._union = union
        self._form = form
        self._types = types
        self._cases: list[tuple[Type, Mapped]] = []

    def sections(self, package: Package) -> Iterator[views.Section]:
        self._cases = [(each, self._types.cases.value(each)) for each in self._union.cases]
        made: list[views.CaseType] = []
        receivers: list[str] = []
        cases: list[str] = []
        for type, mapped in self._cases:
            codec = package.codecs.use(mapped.codec)
            described = f"[{self._form.go}]({quoted(self._shown(type))}, {codec}"
            if self._is_own(type, mapped):
                receivers.append(mapped.go)
                cases.append(f"bind.OwnCase{described})")
                continue
            name, new = _named(mapped, package)
            if name in receivers:
                continue  # two Python types that cross the same way are one case in Go
            if new:
                doc = case_doc(name, "" if isinstance(type, ObjectOf) else spelled(type))
                made.append(views.CaseType(name, doc, _underlying(mapped.go), _json(mapped.go)))
            receivers.append(name)
            cases.append(f"bind.Case{described}, {_conversions(name, mapped.go)})")
        yield views.Section(
            "union.go.j2",
            views.Union(
                name=self._form.go,
                doc=union_doc(self._form.go, self._union.doc, receivers),
                marker=f"is{self._form.go}",
                types=tuple(made),
                receivers=tuple(receivers),
                variable=self._form.variable,
                cases=tuple(cases),
            ),
        )

    def entries(self) -> Iterable[Entry]:
        if self._union.is_alias:
            yield Entry(
                name=self._union.name,
                status=Status.MAPPED,
                location=self._union.location,
                subject=Subject.TYPE,
                go_name=self._form.go,
            )

    def _is_own(self, type: Type, mapped: Mapped) -> bool:
        """Whether the Go type is one of the package, which can have methods."""
        plain = mapped.go.removeprefix("*")
        return isinstance(type, Named) and mapped.nil is not Nil.UNION and plain.isidentifier()

    def _shown(self, type: Type) -> str:
        """The type as Python spells it, of a literal its values."""
        form = self._types.fields.forms.get(type.path) if isinstance(type, Named) else None
        if isinstance(form, ChoiceForm) and form.choice.is_literal:
            return f"Literal[{', '.join(each.name for each in form.choice.members)}]"
        return spelled(type)


def _named(mapped: Mapped, package: Package) -> tuple[str, bool]:
    codec = mapped.codec
    new = codec not in package.cases
    if new:
        package.cases[codec] = package.scope.give(f"{codec.title}Case")
    return package.cases[codec], new


def _embeds(go: str) -> bool:
    """Whether a type is a pointer or has methods, which only a struct that embeds it has too."""
    if go.startswith("func("):
        return False
    is_own = go.partition("[")[0].isidentifier() and go[0].isupper()
    return is_own or go.startswith("*") or "." in go.partition("[")[0]


def _is_handle(go: str) -> bool:
    """Whether a type is the pointer to a class of the package, whose methods may be hundreds: Go
    compiles what is embedded with all of them, into each case anew."""
    return go.startswith("*") and go[1:].partition("[")[0].isidentifier()


def _underlying(go: str) -> str:
    if go == "error":  # an interface has no methods besides, and embedded it is unexported
        return "struct{ Err error }"
    if _is_handle(go):
        return struct_of(go, name=_member(go))
    return struct_of(go) if _embeds(go) else go


def _json(go: str) -> str:
    """What the JSON of a case `c` is made by, where it is not that of its underlying type."""
    if go == "float64":
        return "bind.MarshalFloat(float64(c))"
    if "float64" in go and not go.startswith("func("):
        return f"bind.MarshalFloats({f'c.{_member(go)}' if _embeds(go) else f'{go}(c)'})"
    return f"bind.MarshalJSON(c.{_member(go)})" if _embeds(go) else ""


def _member(go: str) -> str:
    """The name of an embedded type as a field."""
    return go.partition("[")[0].rpartition(".")[2].lstrip("*")


def _conversions(name: str, go: str) -> str:
    """The functions that make the case's type of a value, and the other way round."""
    if go == "error":
        into, out = f"{name}{{v}}", "c.Err"
    elif _embeds(go):
        into, out = f"{name}{{v}}", f"c.{_member(go)}"
    else:
        into, out = f"{name}(v)", f"{go}(c)" if go.isidentifier() else "c"
    both = ((f"func(v {go}) {name}", into), (f"func(c {name}) {go}", out))
    return ", ".join(function(head, f"return {result}", tabs=2) for head, result in both)
