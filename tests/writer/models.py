"""Models to write Go from, in few words."""

from __future__ import annotations

import shutil
import subprocess
from typing import Any

from gophersnake import golang, model, writer
from gophersnake.model import (
    Location,
    Named,
    Parameter,
    ParameterKind,
    Scalar,
    SequenceKind,
    SequenceOf,
)

HERE = Location("stats.py", 1)
FLOATS = SequenceOf(SequenceKind.LIST, Scalar.FLOAT)
INTS = SequenceOf(SequenceKind.LIST, Scalar.INT)


def parameter(
    name: str,
    type: model.Type = Scalar.INT,
    default: str | None = None,
    *,
    kind: ParameterKind = ParameterKind.POSITIONAL_OR_KEYWORD,
    doc: str = "",
) -> Parameter:
    return Parameter(name, kind, type, default, doc)


def args(name: str = "args", type: model.Type = Scalar.INT) -> Parameter:
    return Parameter(name, ParameterKind.VAR_POSITIONAL, type)


def kwargs(name: str = "kwargs", type: model.Type = Scalar.INT) -> Parameter:
    return Parameter(name, ParameterKind.VAR_KEYWORD, type)


def function(
    name: str,
    *parameters: Parameter,
    result: model.Type = Scalar.NONE,
    doc: str = "",
    is_async: bool = False,
) -> model.Function:
    return model.Function(name, parameters, result, "()", HERE, doc, is_async)


def field(name: str, type: model.Type = Scalar.INT, **rest: Any) -> model.Field:
    return model.Field(name, type, **rest)


def record(
    name: str, *fields: model.Field, module: str = "stats", hashable: bool = False, doc: str = ""
) -> model.Record:
    """A dataclass whose constructor takes all fields."""
    path = f"{module}.{name}"
    keyword = ParameterKind.KEYWORD_ONLY
    taken = tuple(parameter(each.name, each.type, each.default, kind=keyword) for each in fields)
    return model.Record(
        path=path,
        module=module,
        name=name,
        kind=model.RecordKind.DATACLASS,
        fields=fields,
        location=HERE,
        doc=doc,
        hashable=hashable,
        constructor=function(name, *taken, result=Named(path)),
    )


def module(
    *members: model.Function | model.Declaration, name: str = "stats", doc: str = ""
) -> model.Module:
    functions = tuple(each for each in members if isinstance(each, model.Function))
    declarations = tuple(each for each in members if not isinstance(each, model.Function))
    return model.Module(name, functions, HERE, doc, declarations=declarations)


def go(*members: model.Function | model.Declaration, name: str = "stats", doc: str = "") -> str:
    """The Go file of a module with these functions and classes."""
    (text,) = writer.render(module(*members, name=name, doc=doc)).files.values()
    return text


def line(text: str, start: str) -> str:
    """The one line of a text that begins so, without its indentation."""
    (found,) = (each.strip() for each in text.splitlines() if each.strip().startswith(start))
    return found


def comment_of(text: str, declaration: str) -> str:
    """The doc comment before a declaration, without its slashes."""
    lines = text.splitlines()
    end = next(i for i, each in enumerate(lines) if each.strip().startswith(declaration))
    start = end
    while lines[start - 1].strip().startswith("//"):
        start -= 1
    return "\n".join(each.strip()[2:].removeprefix(" ") for each in lines[start:end])


def gofmt_changes(*texts: str) -> str:
    """What gofmt would change in Go files, or complains about."""
    gofmt = str(golang.find().gofmt)
    assert shutil.which(gofmt)
    for text in texts:
        done = subprocess.run([gofmt, "-d"], input=text.encode(), capture_output=True)
        said = (done.stdout + done.stderr).decode()
        if said:
            return said
    return ""
