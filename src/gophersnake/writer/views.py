"""What the templates print: text that is decided on, in the order it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from gophersnake.writer.gotext import function

Lines = tuple[str, ...]


class View(Protocol):
    """What one template prints."""

    @property
    def code(self) -> Lines:
        """The Go code in it that can name a package: what the imports are found by."""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a Go file: a template and what it prints."""

    template: str
    view: View


@dataclass(frozen=True, slots=True)
class File:
    origin: str
    """What the file is generated from, for its first line."""
    doc: Lines
    package: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Imports:
    groups: tuple[tuple[str, ...], ...]

    @property
    def code(self) -> Lines:
        return ()


@dataclass(frozen=True, slots=True)
class Embedded:
    """The embedded Python sources."""

    patterns: tuple[str, ...]
    variable: str

    @property
    def code(self) -> Lines:
        return ("embed.FS",)


@dataclass(frozen=True, slots=True)
class Module:
    """The variable of the Python module."""

    variable: str
    arguments: tuple[str, ...]

    @property
    def code(self) -> Lines:
        return ("bind.NewModule",)


@dataclass(frozen=True, slots=True)
class Variable:
    name: str
    value: str

    @property
    def code(self) -> Lines:
        return (self.value,)


@dataclass(frozen=True, slots=True)
class Documented:
    """A variable that the package exports."""

    name: str
    doc: Lines
    value: str

    @property
    def code(self) -> Lines:
        return (self.value,)


@dataclass(frozen=True, slots=True)
class NewType:
    """A type that is another type under a name of its own, and what converts it."""

    name: str
    doc: Lines
    underlying: str
    variable: str
    value: str

    @property
    def code(self) -> Lines:
        return (self.underlying, self.value)


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of what another package has."""

    keyword: str
    """What declares it: `type`, `const`, `var` for a function."""
    name: str
    doc: Lines
    target: str

    @property
    def code(self) -> Lines:
        return (self.target,)


@dataclass(frozen=True, slots=True)
class Variables:
    """Variables in one block: names, all of one width, and values."""

    rows: tuple[tuple[str, str], ...]

    @property
    def code(self) -> Lines:
        return tuple(value for _, value in self.rows)


@dataclass(frozen=True, slots=True)
class Binding:
    """The variable of a bound function."""

    variable: str
    module: str
    maker: str
    """The method of the module that describes such a function."""
    name: str
    signature: str
    access: str
    """Empty, or a call of what says how the function is reached."""
    arguments: tuple[str, ...]

    @property
    def code(self) -> Lines:
        return ()


@dataclass(frozen=True, slots=True)
class Generic:
    """What binds a generic function for its type arguments."""

    variable: str
    """The variable that holds what is bound."""
    binds: str
    variables: str
    """The type parameters."""
    keyed: str
    """A type that has all of them in it."""
    key: str
    """The variable of what such a function is found by."""
    bound: str
    """The variable of the function that is bound."""
    parameters: str
    results: str
    codecs: tuple[tuple[str, str], ...]
    function: str
    """What the bound function is called in it."""
    binding: Binding
    body: Lines

    @property
    def code(self) -> Lines:
        return (self.parameters, self.results, *(each for _, each in self.codecs), "bind.Generic")


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    type: str
    doc: Lines


@dataclass(frozen=True, slots=True)
class Options:
    """The struct of the parameters that may be left out."""

    name: str
    doc: Lines
    fields: tuple[Field, ...]

    @property
    def code(self) -> Lines:
        return tuple(field.type for field in self.fields)


@dataclass(frozen=True, slots=True)
class Function:
    receiver: str
    """Empty for a function, `(p Point) ` for a method."""
    name: str
    doc: Lines
    parameters: str
    results: str
    body: tuple[str, ...]

    @property
    def code(self) -> Lines:
        return (self.parameters, self.results)


@dataclass(frozen=True, slots=True)
class StructField:
    name: str
    type: str
    tag: str
    doc: Lines


@dataclass(frozen=True, slots=True)
class Struct:
    """A record."""

    name: str
    doc: Lines
    fields: tuple[StructField, ...]
    receiver: str = ""
    type: str = ""
    """The name with its type parameters."""
    is_read: bool = False
    """Whether it needs a method to be read from JSON."""
    extra: str = ""
    """The field with what has no field; empty where there is none."""

    @property
    def rows(self) -> tuple[Lines, ...]:
        """The lines of each field as gofmt aligns them: in columns, where no comment is between
        them; apart from each other, where there is."""
        apart = any(field.doc for field in self.fields)
        names = 0 if apart else max((len(each.name) for each in self.fields), default=0)
        types = 0 if apart else max((len(each.type) for each in self.fields), default=0)
        return tuple(
            (
                *([""] if apart and index else []),
                *(f"\t{line}" for line in each.doc),
                f"\t{each.name.ljust(names)} {each.type.ljust(types)} {each.tag}".rstrip(),
            )
            for index, each in enumerate(self.fields)
        )

    @property
    def code(self) -> Lines:
        unmarshal = ("python.UnmarshalJSON",) if self.is_read else ()
        marshal = ("bind.MarshalExtra",) if self.extra else ()
        return (*(field.type for field in self.fields), *unmarshal, *marshal)


@dataclass(frozen=True, slots=True)
class RecordCodec:
    """The variable of a record's codec, and its fields."""

    variable: str
    type: str
    adapter: str
    fields: Lines
    codecs: tuple[tuple[str, str], ...] = ()
    """Those of a generic record that its fields have, by name."""

    @property
    def code(self) -> Lines:
        return ("bind.NewRecord", *self.fields, *(each for _, each in self.codecs))


@dataclass(frozen=True, slots=True)
class Constant:
    name: str
    value: str
    doc: Lines


@dataclass(frozen=True, slots=True)
class Choice:
    """A type with a constant for each of its values, and its codec."""

    name: str
    doc: Lines
    underlying: str
    constants: tuple[Constant, ...]
    variable: str
    maker: str
    arguments: Lines
    """Of the maker, before the members."""
    members: tuple[str, ...]
    receiver: str
    string: str
    """What its String method returns; empty where it has none."""
    has_text: bool
    """Whether it has methods for its text in JSON."""

    @property
    def as_string(self) -> str:
        return function(
            f"func ({self.receiver} {self.name}) String() string", f"return {self.string}"
        )

    @property
    def as_text(self) -> str:
        head = f"func ({self.receiver} {self.name}) MarshalText() ([]byte, error)"
        return function(head, f"return {self.variable}.MarshalText({self.receiver})")

    @property
    def rows(self) -> tuple[Lines, ...]:
        """The lines of each constant as gofmt aligns them: those next to each other."""
        apart = any(each.doc for each in self.constants)
        names = 0 if apart else max((len(each.name) for each in self.constants), default=0)
        return tuple(
            (
                *([""] if apart and index else []),
                *(f"\t{line}" for line in each.doc),
                f"\t{each.name.ljust(names)} {self.name} = {each.value}",
            )
            for index, each in enumerate(self.constants)
        )

    @property
    def code(self) -> Lines:
        return (self.maker,)


@dataclass(frozen=True, slots=True)
class Handle:
    """The struct of a class whose instances stay in Python."""

    name: str
    doc: Lines
    struct: str

    @property
    def code(self) -> Lines:
        return (self.struct,)


@dataclass(frozen=True, slots=True)
class ClassCodec:
    """The variable of such a class's codec."""

    variable: str
    maker: str
    type: str
    name: str
    given: str
    root: str
    held: str
    """What holds the object in the end: a variable of it, its type, and its field."""
    value: str
    """The struct of that variable."""

    def making(self, tabs: int) -> str:
        """The function that makes a struct of an object, in a line that is indented so far."""
        head = f"func({self.given} {self.root}) *{self.type}"
        return function(head, f"return &{self.value}", tabs)

    def holding(self, tabs: int) -> str:
        """The function that goes the other way."""
        return function(f"func(v *{self.type}) {self.root}", f"return v.{self.held}", tabs)

    @property
    def code(self) -> Lines:
        return (self.maker, self.root)


@dataclass(frozen=True, slots=True)
class CaseType:
    """A type that stands for one case of unions."""

    name: str
    doc: Lines
    underlying: str
    json: str
    """The call that writes a case `c`; empty where encoding/json does it."""


@dataclass(frozen=True, slots=True)
class Union:
    """A sealed interface, what implements it, and its codec."""

    name: str
    doc: Lines
    marker: str
    types: tuple[CaseType, ...]
    """Those that no union before it has."""
    receivers: Lines
    variable: str
    cases: Lines

    @property
    def markers(self) -> Lines:
        """The method of each type that implements it."""
        return tuple(function(f"func ({each}) {self.marker}()") for each in self.receivers)

    @property
    def code(self) -> Lines:
        types = (line for each in self.types for line in (each.underlying, each.json))
        return ("bind.NewUnion", *types, *self.cases)


@dataclass(frozen=True, slots=True)
class Sentinel:
    """What errors.Is finds an exception by."""

    name: str
    value: str
    doc: Lines

    @property
    def code(self) -> Lines:
        return ("python.Exception",)
