"""NewTypes, and aliases that stand in their own definitions: a Go type that is another type
under a name of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gophersnake.model import Named, NewType
from gophersnake.writer import views
from gophersnake.writer.declarations.planned import Package
from gophersnake.writer.docs import type_doc
from gophersnake.writer.gotext import function
from gophersnake.writer.output import Entry, Status, Subject
from gophersnake.writer.scope import Scope
from gophersnake.writer.types import Codec, Mapped, Mapper, Mappers, Nil
from gophersnake.writer.words import unexported

_AS = {Nil.SLICE: "SliceAs", Nil.MAP: "MapAs"}
_KINDS = {False: "NewType", True: "alias"}


@dataclass
class NewTypeForm:
    declared: NewType
    go: str
    variable: str
    _nil: Nil | None = field(default=None, init=False)

    @classmethod
    def make(cls, declared: NewType, go: str, scope: Scope) -> NewTypeForm:
        return cls(declared, go, scope.give(f"{unexported(go)}Type"))

    def value(self, _type: Named, mapper: Mapper) -> Mapped:
        if self._nil is None:
            self._nil = Nil.SLICE  # of itself in itself, as long as that is not known
            self._nil = mapper.value(self.declared.item).nil
        codec = f"&{self.variable}.Type" if self.declared.is_recursive else self.variable
        return Mapped(self.go, Codec(unexported(self.go), codec), self._nil)

    def key(self, type: Named, mapper: Mapper) -> Mapped | None:
        """The type itself, where Go can compare what it is of: no collection that holds itself."""
        if self.declared.is_recursive:
            return None
        key, value = mapper.key(self.declared.item), mapper.value(self.declared.item)
        return self.value(type, mapper) if key is not None and key.go == value.go else None


class PlannedNewType:
    def __init__(self, declared: NewType, form: NewTypeForm, types: Mappers) -> None:
        self._declared = declared
        self._form = form
        self._item = types.fields.value(declared.item)

    def sections(self, package: Package) -> Iterator[views.Section]:
        go, item = self._form.go, self._item.go
        codec = package.codecs.use(self._item.codec)
        value = f"bind.NewType({codec}, {_converted(go, item)}, {_converted(item, go)})"
        if self._declared.is_recursive:
            value = f"bind.{_AS[self._item.nil]}[{go}]({codec})"
        yield views.Section(
            "recursive.go.j2" if self._declared.is_recursive else "newtype.go.j2",
            views.NewType(
                name=go,
                doc=type_doc(go, self._declared, _KINDS[self._declared.is_recursive]),
                underlying=item,
                variable=self._form.variable,
                value=value,
            ),
        )

    def entries(self) -> Iterable[Entry]:
        yield Entry(
            name=self._declared.name,
            status=Status.MAPPED,
            location=self._declared.location,
            subject=Subject.TYPE,
            go_name=self._form.go,
        )


def _converted(one: str, other: str) -> str:
    return function(f"func(v {one}) {other}", f"return {other}(v)")
