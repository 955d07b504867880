"""What the templates print: text that is decided on, in the order it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

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
    name: str
    signature: str
    arguments: tuple[str, ...]

    @property
    def code(self) -> Lines:
        return ()


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
    name: str
    doc: Lines
    parameters: str
    results: str
    body: tuple[str, ...]

    @property
    def code(self) -> Lines:
        return (self.parameters, self.results)
