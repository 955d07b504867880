"""What the author of a module could write, so that more of it has Go types."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from gophersnake.model import (
    Class,
    Enumeration,
    Function,
    Location,
    Module,
    Parameter,
    ParameterKind,
    Record,
)
from gophersnake.writer import Entry, Gap, Report, Status

_LITERALS = {bool: "bool", int: "int", float: "float", complex: "complex", str: "str"}
_LITERALS[bytes] = "bytes"
_VARIADIC = {ParameterKind.VAR_POSITIONAL: "*", ParameterKind.VAR_KEYWORD: "**"}
_DICT = re.compile(r"(\w+\.)*\w*(dict|mapping)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Advice:
    location: Location
    name: str
    """The function or class it is about."""
    text: str

    def __str__(self) -> str:
        return f"{self.location}: {self.name}: {self.text}"


def advise(module: Module, report: Report) -> list[Advice]:
    """Return advice on all of a module that is not fully mapped, in the order of the source."""
    functions = {
        **{(each.name, each.location): each for each in _functions(module)},
        **{(each.name, each.location): made for each, made in _constructors(module)},
    }
    found = [
        Advice(location, entry.name, text)
        for entry in report.entries
        if entry.status is not Status.MAPPED
        for location, text in _on(entry, functions.get((entry.name, entry.location)))
    ]
    return sorted(found, key=lambda each: (each.location.file, each.location.line))


def _functions(module: Module) -> Iterator[Function]:
    yield from module.functions
    for each in module.declarations:
        if isinstance(each, Class):
            yield from each.members
        elif isinstance(each, (Enumeration, Record)):
            yield from each.methods


def _constructors(module: Module) -> Iterator[tuple[Class, Function]]:
    for each in module.declarations:
        if isinstance(each, Class):
            yield from ((each, made) for made in each.constructors)


def _on(entry: Entry, function: Function | None) -> Iterator[tuple[Location, str]]:
    if function is None or not entry.gaps:
        what = "it is left out: " if entry.status is Status.SKIPPED else ""
        yield from ((entry.location, f"{what}{reason}") for reason in entry.reasons)
        return
    for gap in entry.gaps:
        yield gap.location, _text(gap, function)


def _text(gap: Gap, function: Function) -> str:
    what = "the result" if gap.what == "return" else f"the parameter {gap.what}"
    if gap.annotation:
        return f"{what} is an object, for {gap.annotation}: {gap.reason}"
    parameter = next((each for each in function.parameters if each.name == gap.what), None)
    written = function.returns if parameter is None else parameter.annotation
    if written:
        example = "dict[str, float]" if _DICT.match(written) else "list[float]"
        return f"{what} is annotated {written}: a type such as {example} would be one in Go too"
    return f"{what} has no annotation: {_remedy(gap.what, parameter)}"


def _remedy(name: str, parameter: Parameter | None) -> str:
    if parameter is None:
        return "annotate it (-> list[float], or -> None) to get a Go type"
    if parameter.kind in _VARIADIC:
        return f"annotate it ({_VARIADIC[parameter.kind]}{name}: float, say) to get a Go type"
    guess = _type_of(parameter.default)
    if guess:
        return f"annotate it ({name}: {guess}, by its default) to get a Go type"
    return f"annotate it ({name}: list[float], say) to get a Go type"


def _type_of(default: str | None) -> str:
    """The type of a default that is a literal; empty where it is none."""
    try:
        value = None if default is None else ast.literal_eval(default)
    except (ValueError, SyntaxError):
        return ""
    return _LITERALS.get(type(value), "")
