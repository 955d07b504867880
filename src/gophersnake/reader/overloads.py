"""Functions with `@overload` variants (PEP 484): one function for each of them.

The first variant keeps the function's name. Each other one is named after what sets it
apart from the first, in the words of its own annotations (`double`, `double_str`), so that
a name depends on two variants alone and a new one renames none. The implementation is no
variant: to type checkers it does not exist.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Protocol

import griffe

from gophersnake.model import (
    Function,
    MappingKind,
    MappingOf,
    ObjectOf,
    OptionalOf,
    Scalar,
    SequenceKind,
    SequenceOf,
    SetKind,
    SetOf,
    Standard,
    TupleOf,
    Type,
)
from gophersnake.reader.parsing import node_of

_Arguments = dict[str, ast.arg]

_WORDLESS = frozenset(["None", "Optional", "Union", "Literal", "Annotated", "Final"])
_LONGEST = 40
"""How long the words of one annotation may be before they tell nobody anything."""


class Reads(Protocol):
    """What reads one function by itself."""

    def read(self, function: griffe.Function, name: str) -> Function: ...


def overloads_of(function: griffe.Function) -> list[griffe.Function]:
    return list(function.overloads or ())


def apart(function: griffe.Function) -> str:
    """Return in words what sets a variant apart from the first one; nothing for the first, and
    for a function that is no variant."""
    parent = function.parent
    whole = parent.members.get(function.name) if parent is not None else None
    variants = overloads_of(whole) if isinstance(whole, griffe.Function) else []
    if not any(each is function for each in variants[1:]):
        return ""
    return next(_differences(_node(function), _node(variants[0])), "")


def read_overloads(
    function: griffe.Function,
    name: str,
    reader: Reads,
    taken: Collection[str] = (),
    called: str = "",
) -> list[Function]:
    """Return a function for each variant, but for those that are the same in Go as one before.

    The first is `called` so, if that is not empty, and the others after it. No name is given
    twice, nor one of those `taken`.
    """
    variants = overloads_of(function)
    own = called or name
    given = {own}
    read: list[Function] = []
    seen: list[object] = []
    for number, variant in enumerate(variants, 1):
        one = reader.read(variant, name)
        if (form := _form(one)) in seen:
            continue
        if read:
            called = _called(own, variant, variants[0], number, {*given, *taken})
        seen.append(form)
        given.add(called)
        read.append(replace(one, called=called))
    return [_noted(each, len(variants), len(read)) for each in read]


def _noted(function: Function, variants: int, kept: int) -> Function:
    note = f"one of {variants} overloads in Python"
    if kept < variants:
        note += f", {kept} of which differ in Go"
    return replace(function, notes=(*function.notes, note))


def _form(function: Function) -> object:
    """What is left of a function in Go: what it is called and how objects are spelled is not."""
    shown = [
        (each.name, each.kind, each.default is None, _shape(_sent(each.type)))
        for each in function.parameters
    ]
    return shown, _shape(function.result), function.is_async, function.is_stream


def _sent(type_: Type) -> Type:
    """Return the plainest type whose values reach Python as those of this one do: a list for a
    `Sequence`, a str for `str | os.PathLike[str]`."""
    match type_:
        case SequenceOf(SequenceKind.SEQUENCE | SequenceKind.LIST, item):
            return SequenceOf(SequenceKind.LIST, _sent(item))
        case SequenceOf(kind, item):
            return SequenceOf(kind, _sent(item))
        case SetOf(SetKind.ABSTRACT, item):
            return SetOf(SetKind.SET, item)
        case MappingOf(kind, key, value):
            plain = MappingKind.DICT if kind is MappingKind.MAPPING else kind
            return replace(type_, kind=plain, key=_sent(key), value=_sent(value))
        case TupleOf(items):
            return replace(type_, items=tuple(map(_sent, items)))
        case OptionalOf(item):
            return OptionalOf(_sent(item))
    return Scalar.STR if type_ is Standard.STR_PATH else type_


def _shape(type_: object) -> object:
    if isinstance(type_, ObjectOf):
        return ObjectOf
    if isinstance(type_, tuple):
        return tuple(map(_shape, type_))
    if is_dataclass(type_):
        return type(type_), tuple(_shape(getattr(type_, each.name)) for each in fields(type_))
    return type_


def _called(
    name: str, variant: griffe.Function, first: griffe.Function, number: int, taken: set[str]
) -> str:
    called = name
    for words in _differences(_node(variant), _node(first)):
        called = f"{called}_{words}"
        if called not in taken:
            return called
    while (called := f"{name}_{number}") in taken:
        number += 1
    return called


def _differences(variant: ast.FunctionDef, first: ast.FunctionDef) -> Iterator[str]:
    """Yield in words what a variant has and the first one has not, the plainest first."""
    ours, theirs = _matched(variant, first)
    for name, argument in ours.items():
        if name not in theirs:
            yield f"with_{name.strip('_*')}"
        elif _text(argument.annotation) != _text(theirs[name].annotation):
            yield _words(argument.annotation, name)
    for name in theirs:
        if name not in ours:
            yield f"without_{name.strip('_*')}"
    if _text(variant.returns) != _text(first.returns):
        yield f"as_{_words(variant.returns, 'result')}"


def _matched(variant: ast.FunctionDef, first: ast.FunctionDef) -> tuple[_Arguments, _Arguments]:
    """The arguments of both by name; what is passed by place only is matched by place."""
    ours, theirs = variant.args, first.args
    renamed = {
        old.arg: new.arg for old, new in zip(theirs.posonlyargs, ours.posonlyargs, strict=False)
    }
    return (
        _by_name(ours),
        {renamed.get(name, name): each for name, each in _by_name(theirs).items()},
    )


def _by_name(arguments: ast.arguments) -> _Arguments:
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    variadic = [("*", arguments.vararg), ("**", arguments.kwarg)]
    stars = {f"{stars}{each.arg}": each for stars, each in variadic if each}
    return {each.arg: each for each in named} | stars


def _words(annotation: ast.expr | None, name: str) -> str:
    """The words of an annotation: `list_float` for `list[float]`, `mode_rb` for a literal."""
    text = _text(annotation)
    said = [each for each in re.findall(r"(?<!\w)(?:\w+\.)*(\w+)", text) if each not in _WORDLESS]
    words = "_".join(said).strip("_")
    if not words or len(words) > _LONGEST:
        return name.strip("_*")
    return f"{name.strip('_*')}_{words}" if "Literal" in text else words


def _text(annotation: ast.expr | None) -> str:
    return "" if annotation is None else ast.unparse(annotation)


def _node(function: griffe.Function) -> ast.FunctionDef:
    node = node_of(function)
    assert isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    return node  # type: ignore[return-value]
