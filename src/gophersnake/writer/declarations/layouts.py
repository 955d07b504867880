"""Structured dtypes: a Go struct of the same layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gophersnake.model import Described, Layout, Named, Slot
from gophersnake.writer import views
from gophersnake.writer.declarations.planned import Package
from gophersnake.writer.docs import type_doc
from gophersnake.writer.output import Entry, Status, Subject
from gophersnake.writer.scope import Scope
from gophersnake.writer.types import Codec, Mapped, Mapper, Mappers, an_object, item_of
from gophersnake.writer.words import exported, unexported

_NO_VALUE = "a dtype is no type of values, but of the elements of arrays"


@dataclass
class LayoutForm:
    """The struct is the element of arrays; a dtype is no type of values."""

    layout: Layout
    go: str

    @classmethod
    def make(cls, layout: Layout, go: str, _scope: Scope) -> LayoutForm:
        return cls(layout, go)

    def value(self, type: Named, _mapper: Mapper) -> Mapped:
        return an_object(type.path, _NO_VALUE)

    def key(self, _type: Named, _mapper: Mapper) -> Mapped | None:
        return None

    def element(self) -> Mapped:
        layout = Codec(
            unexported(self.go),
            maker=f"bind.LayoutOf[{self.go}]",
            literals=(str(self.layout.size),),
        )
        return Mapped(go=self.go, codec=layout)


class PlannedLayout:
    def __init__(self, layout: Layout, form: LayoutForm, types: Mappers) -> None:
        self._layout = layout
        self._form = form
        self._types = types

    def sections(self, _package: Package) -> Iterator[views.Section]:
        names = Scope()
        yield views.Section(
            "struct.go.j2",
            views.Struct(
                name=self._form.go,
                doc=type_doc(self._form.go, self._layout, "dtype"),
                fields=tuple(
                    views.StructField(
                        names.give(exported(each.name)), self._go(each), _tag(each), ()
                    )
                    for each in self._layout.slots
                ),
            ),
        )

    def _go(self, slot: Slot) -> str:
        extents = "".join(f"[{extent}]" for extent in slot.shape)
        return extents + item_of(slot.element, self._types.results)

    def entries(self) -> Iterable[Entry]:
        yield Entry(
            name=self._layout.name,
            status=Status.MAPPED,
            location=self._layout.location,
            subject=Subject.TYPE,
            go_name=self._form.go,
        )


def _tag(slot: Slot) -> str:
    """numpy's name, and what the Go type does not say: a format, or the size of a struct."""
    more = f",{slot.size}" if slot.size else ""
    if isinstance(slot.element, Described) and slot.element.format:
        more = f",{slot.element.format}"
    return f'`json:"{slot.name}" numpy:"{slot.name}{more}"`'
