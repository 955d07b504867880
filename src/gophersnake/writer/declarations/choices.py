"""Enums and literals: a Go type with a constant for each value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gophersnake.model import Crosses, Enumeration, Named
from gophersnake.writer import views
from gophersnake.writer.declarations.methods import Members
from gophersnake.writer.declarations.planned import Package
from gophersnake.writer.docs import literal_doc, member_doc, type_doc
from gophersnake.writer.gotext import quoted
from gophersnake.writer.output import Entry, Status, Subject
from gophersnake.writer.scope import NOT_FOR_METHODS, Scope
from gophersnake.writer.types import Codec, Mapped, Mapper, Mappers
from gophersnake.writer.types.mapped import Place, adapted
from gophersnake.writer.words import exported, unexported

_ADAPTERS = {Crosses.VALUE: "enum", Crosses.NAME: "enum.name", Crosses.BITS: "enum"}
_OWN = NOT_FOR_METHODS | {"MarshalText", "String", "UnmarshalText"}
"""What a method may not be called: that is what Go calls them without a context."""
_SYMBOLS = {"+": "Plus", "*": "Star", "=": "Equal", "<": "Less", ">": "Greater", "%": "Percent"}


@dataclass
class ChoiceForm:
    choice: Enumeration
    go: str
    variable: str
    constants: tuple[str, ...]

    @classmethod
    def make(cls, choice: Enumeration, go: str, scope: Scope) -> ChoiceForm:
        constants = tuple(scope.give(go + _suffix(each.name)) for each in choice.members)
        return cls(choice, go, scope.give(f"{unexported(go)}Choice"), constants)

    def value(self, _type: Named, mapper: Mapper) -> Mapped:
        name = unexported(self.go)
        codec = Codec(name, f"&{self.variable}.Type")
        is_plain = self.choice.is_literal and self.choice.crosses is Crosses.VALUE
        if is_plain and mapper.place is Place.CASE:
            codec = adapted(codec, name, f"literal.value:{_values(self.choice)}")
        return Mapped(self.go, codec)

    def key(self, type: Named, mapper: Mapper) -> Mapped | None:
        return self.value(type, mapper)

    @property
    def is_text(self) -> bool:
        return all(isinstance(each.value, str) for each in self.choice.members)


def _suffix(name: str) -> str:
    """What a constant is called after its type: `RED` is `Red`, `'r+'` is `RPlus`."""
    text = name[1:-1] if name[:1] in "'\"" else name
    text = text.lower() if text == text.upper() else text
    text = "".join(_SYMBOLS.get(char, char) for char in text)
    text = re.sub(r"^-(?=[0-9])", "minus_", text)
    found = exported("x_" + re.sub(r"\W+", "_", text)).removeprefix("X")
    return found or "Empty"


class PlannedChoice:
    def __init__(self, choice: Enumeration, form: ChoiceForm, types: Mappers) -> None:
        self._choice = choice
        self._form = form
        self._methods = Members(choice.methods, types)

    def sections(self, package: Package) -> Iterator[views.Section]:
        choice, form = self._choice, self._form
        is_flag = choice.crosses is Crosses.BITS
        receiver = unexported(form.go)[0]
        string = ""
        if is_flag:
            string = f"bind.FlagNames({form.variable}, {receiver})"
        elif not choice.is_literal or choice.crosses is Crosses.PLACE:
            string = f"{form.variable}.Name({receiver})"
        yield views.Section(
            "choice.go.j2",
            views.Choice(
                name=form.go,
                doc=_doc(choice, form.go),
                underlying="string" if form.is_text and not is_flag else "int",
                constants=tuple(
                    views.Constant(name, _literal(each.value), member_doc(each.doc))
                    for name, each in zip(form.constants, choice.members, strict=True)
                ),
                variable=form.variable,
                maker=f"{_maker(form, is_flag)}[{form.go}]",
                arguments=_arguments(choice),
                members=tuple(
                    f"bind.Member[{form.go}]{{Value: {name}, Name: {quoted(each.name)}}}"
                    for name, each in zip(form.constants, choice.members, strict=True)
                ),
                receiver=receiver,
                string=string,
                has_text=bool(string) and not is_flag,
            ),
        )
        self._methods.name(form.go, Scope(_OWN), package.scope)
        yield from self._methods.sections(choice.module, package)

    def entries(self) -> Iterable[Entry]:
        if not self._choice.is_literal:
            yield Entry(
                name=self._choice.name,
                status=Status.MAPPED,
                location=self._choice.location,
                subject=Subject.TYPE,
                go_name=self._form.go,
            )
        yield from self._methods.entries(self._form.go)
        for each in self._choice.skipped:
            yield Entry(each.name, Status.SKIPPED, each.location, reasons=(each.reason,))


def _doc(choice: Enumeration, go: str) -> tuple[str, ...]:
    if choice.is_literal:
        return literal_doc(go, [each.name for each in choice.members])
    return type_doc(go, choice, "flag" if choice.crosses is Crosses.BITS else "enum")


def _maker(form: ChoiceForm, is_flag: bool) -> str:
    if is_flag:
        return "bind.Flags"
    return "bind.StrChoice" if form.is_text else "bind.IntChoice"


def _arguments(choice: Enumeration) -> tuple[str, ...]:
    if not choice.is_literal:
        adapter = f"{_ADAPTERS[choice.crosses]}:{choice.module}:{choice.name}"
        return (quoted(f"{choice.module}.{choice.name}"), quoted(adapter))
    if choice.crosses is Crosses.PLACE:
        return (quoted(""), quoted(f"literal:{_values(choice)}"))
    return (quoted(""), quoted(""))


def _values(literal: Enumeration) -> str:
    """The values as Python writes a tuple of them."""
    return f"({', '.join(each.name for each in literal.members)},)"


def _literal(value: str | int) -> str:
    return quoted(value) if isinstance(value, str) else str(value)
