"""Whether a function may still be called as it was when the Go code was generated.

Works on the texts that gophersnake.signature makes. Standard library only.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum


class _Kind(Enum):
    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "*args"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "**kwargs"


_POSITIONAL = (_Kind.POSITIONAL_ONLY, _Kind.POSITIONAL_OR_KEYWORD)
_VARIADIC = (_Kind.VAR_POSITIONAL, _Kind.VAR_KEYWORD)


OVERLOAD = "overload "
"""What the text of an overload begins with. Those of a function stand below its own text."""


INSIDE = "_inside"
"""The name of the digest that stands for definitions which are too many to be written out."""


@dataclass
class _Parameter:
    name: str
    kind: _Kind
    annotation: ast.expr | None
    defaulted: bool


@dataclass
class _Signature:
    parameters: list[_Parameter]
    result: ast.expr | None
    annotated: bool
    is_async: bool
    where: dict[str, ast.expr] = field(default_factory=dict)

    def positional(self) -> list[_Parameter]:
        return [each for each in self.parameters if each.kind in _POSITIONAL]

    def variadic(self, kind: _Kind) -> _Parameter | None:
        return next((each for each in self.parameters if each.kind is kind), None)


def compatible(generated: str, live: str) -> str | None:
    """Return None when Go code generated from the first text may call what the second describes.

    Otherwise a sentence that names the first difference. A new parameter that has a default,
    a new `*args` or `**kwargs` and a changed default value are no differences. Annotations are
    compared by meaning: a new name for the same type is none either. Where one of the texts
    does not know its annotations (it begins with `?`), they are not compared, and the names of
    positional-only parameters are not either.

    An overload is compatible if it is with any of the overloads there are now. Texts that this
    version of Python cannot parse are compared letter by letter.
    """
    own, *overloads = live.split("\n")
    if not generated.startswith(OVERLOAD):
        return _compared(generated, own)
    wanted = generated.removeprefix(OVERLOAD)
    if not overloads:  # a signature without annotations is the implementation's: it tells nothing
        return None if own.startswith("?") else _compared(wanted, own)
    fits = any(_compared(wanted, each.removeprefix(OVERLOAD)) is None for each in overloads)
    return None if fits else f"its overload {wanted} is gone"


def chosen(signature: str, overload: int | None) -> str:
    """Return what of a function's text concerns one of its overloads, or none of them."""
    own, *overloads = signature.split("\n")
    return own if overload is None or overload >= len(overloads) else overloads[overload]


def _compared(generated: str, live: str) -> str | None:
    if generated == live:
        return None
    try:
        old, new = _parse(generated), _parse(live)
    except (SyntaxError, ValueError):
        return f"its signature was {generated} and is {live}"
    return next(_differences(old, new), None)


def _differences(old: _Signature, new: _Signature) -> Iterator[str]:
    if old.is_async is not new.is_async and new.annotated:
        was, now = ("async", "not") if old.is_async else ("not async", "async")
        yield f"the function was {was} and is {now}"
    strict = old.annotated and new.annotated
    if strict:
        yield from _class_differences(old.where, new.where)
        if _digest(old) != _digest(new):
            yield "what its types are made of has changed"
    known = []
    for index, parameter in enumerate(old.parameters):
        match = _match(parameter, index, new, strict=strict)
        if match is not None:
            known.append(match)
            yield from _parameter_differences(parameter, match, old, new, strict=strict)
        elif strict or not _absorbed(parameter, new):
            yield f"parameter {_shown(parameter)} is gone"
    yield from _order(old, new)
    yield from _additions(old, new, known)
    if strict and not _same(old.result, old.where, new.result, new.where):
        yield f"the result {_change(old.result, old.where, new.result, new.where)}"


def _digest(signature: _Signature) -> str:
    found = signature.where.get(INSIDE)
    return ast.unparse(found) if found is not None else ""


def _class_differences(old: dict[str, ast.expr], new: dict[str, ast.expr]) -> Iterator[str]:
    """Compare the fields of the classes that both texts know, each by itself."""
    for name in [each for each in old if each in new]:
        was, now = _fields(old[name]), _fields(new[name])
        if was is None or now is None:
            continue
        for field_name in [*was, *(each for each in now if each not in was)]:
            before, after = was.get(field_name), now.get(field_name)
            what = f"field {field_name!r} of {name}"
            if before is None or after is None:
                yield f"{what} is {'new' if before is None else 'gone'}"
                continue
            if before.defaulted and not after.defaulted:
                yield f"{what} had a default and has none"
            if not _same(before.annotation, old, after.annotation, new):
                yield f"{what} {_change(before.annotation, old, after.annotation, new)}"


def _match(wanted: _Parameter, index: int, new: _Signature, *, strict: bool) -> _Parameter | None:
    """Find the parameter of `new` that a value for `wanted` would reach."""
    if wanted.kind in _VARIADIC:
        return new.variadic(wanted.kind)
    if wanted.kind is _Kind.POSITIONAL_ONLY and not strict:
        positional = new.positional()
        return positional[index] if index < len(positional) else None
    named = (each for each in new.parameters if each.kind not in _VARIADIC)
    return next((each for each in named if each.name == wanted.name), None)


def _absorbed(parameter: _Parameter, new: _Signature) -> bool:
    """Whether `*args` or `**kwargs` would take the value (a wrapper that passes it on)."""
    if parameter.kind in _POSITIONAL and new.variadic(_Kind.VAR_POSITIONAL):
        return True
    return parameter.kind is not _Kind.POSITIONAL_ONLY and bool(new.variadic(_Kind.VAR_KEYWORD))


def _parameter_differences(
    was: _Parameter, now: _Parameter, old: _Signature, new: _Signature, *, strict: bool
) -> Iterator[str]:
    name = _shown(was)
    both_positional = was.kind in _POSITIONAL and now.kind in _POSITIONAL
    by_position = both_positional and not was.defaulted  # it is never left out: given by its place
    if was.kind is not now.kind and not by_position and (strict or not both_positional):
        yield f"parameter {name} was {was.kind.value} and is {now.kind.value}"
    if strict and not _same(was.annotation, old.where, now.annotation, new.where):
        yield f"parameter {name} {_change(was.annotation, old.where, now.annotation, new.where)}"
    if was.defaulted and not now.defaulted:
        yield f"parameter {name} had a default and has none"


def _order(old: _Signature, new: _Signature) -> Iterator[str]:
    """Positional parameters keep their places, since values may be passed by place."""
    places = {each.name: place for place, each in enumerate(new.positional(), 1)}
    for place, parameter in enumerate(old.positional(), 1):
        if places.get(parameter.name, place) != place:
            yield (
                f"parameter {_shown(parameter)} was number {place}"
                f" and is number {places[parameter.name]}"
            )


def _additions(old: _Signature, new: _Signature, known: list[_Parameter]) -> Iterator[str]:
    for parameter in new.parameters:
        if parameter in known or parameter.kind in _VARIADIC:
            continue
        if not parameter.defaulted:
            yield f"parameter {_shown(parameter)} has no default and is new"
        if parameter.kind in _POSITIONAL and old.variadic(_Kind.VAR_POSITIONAL):
            yield f"parameter {_shown(parameter)} is new and takes the first value of *args"


def _shown(parameter: _Parameter) -> str:
    stars = {_Kind.VAR_POSITIONAL: "*", _Kind.VAR_KEYWORD: "**"}.get(parameter.kind, "")
    return f"'{stars}{parameter.name}'"


def _change(
    was: ast.expr | None,
    old_names: dict[str, ast.expr],
    now: ast.expr | None,
    new_names: dict[str, ast.expr],
) -> str:
    """Say how an annotation changed, with aliases looked through where they hide the change."""
    if was is None or now is None:
        return " and ".join(
            f"{verb} not annotated" if each is None else f"{verb} {ast.unparse(each)}"
            for verb, each in (("was", was), ("is", now))
        )
    before, after = ast.unparse(was), ast.unparse(now)
    while before == after and _dotted(was) and _dotted(now):
        was, now = old_names.get(_dotted(was)), new_names.get(_dotted(now))
        if was is None or now is None:
            break
        before, after = ast.unparse(was), ast.unparse(now)
    if before != after:
        return f"was {before} and is {after}"
    return f"is {before}, which has another definition now"


def _same(
    left: ast.AST | None,
    left_names: dict[str, ast.expr],
    right: ast.AST | None,
    right_names: dict[str, ast.expr],
    assumed: set[tuple[str, str]] | None = None,
) -> bool:
    """Whether two annotations mean the same, each in its own definitions.

    Recursive definitions are the same unless a difference is found (`assumed` holds the
    pairs under comparison), so this ends, and takes each pair of names once.
    """
    assumed = set() if assumed is None else assumed
    one, two = _dotted(left), _dotted(right)
    if one or two:
        before, after = left_names.get(one), right_names.get(two)
        if one == two and (before is None) is not (after is None):
            return True  # one of the two texts' makers could not follow an import that far
        if one == two and _fields(before) is not None and _fields(after) is not None:
            return True  # classes are compared by themselves
        if before is not None or after is not None:
            pair = tuple(ast.dump(each) if each else "" for each in (left, right))
            if pair in assumed:
                return True
            assumed.add((pair[0], pair[1]))
            return _same(before or left, left_names, after or right, right_names, assumed)
    if type(left) is not type(right):
        return False
    if not isinstance(left, ast.AST) or not isinstance(right, ast.AST):
        return left == right
    for name in left._fields:
        ours, theirs = getattr(left, name, None), getattr(right, name, None)
        ours, theirs = ([each] if not isinstance(each, list) else each for each in (ours, theirs))
        if len(ours) != len(theirs) or name == "ctx":
            if name != "ctx":
                return False
            continue
        if not all(
            _same(one, left_names, two, right_names, assumed)
            for one, two in zip(ours, theirs, strict=True)
        ):
            return False
    return True


@dataclass
class _Field:
    annotation: ast.expr
    defaulted: bool


def _fields(value: ast.expr | None) -> dict[str, _Field] | None:
    """Return the fields of a class's definition (gophersnake.fields); None for another's."""
    if not isinstance(value, ast.Call) or _dotted(value.func) != "type":
        return None
    found = {}
    for each in value.keywords:
        pair = each.value.elts if isinstance(each.value, ast.Tuple) else [each.value]
        defaulted = len(pair) == 2 and isinstance(pair[1], ast.Constant) and pair[1].value is ...
        found[each.arg or ""] = _Field(pair[0] if defaulted else each.value, defaulted)
    return found


def _dotted(node: object) -> str:
    """Return the name that an expression is, `shapes.Point`; empty for another."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = _dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return ""


def _parse(text: str) -> _Signature:
    annotated = not text.startswith("?")
    text = text.removeprefix("?")
    is_async = text.startswith("async ")
    head, where = _split(text.removeprefix("async "))
    node = ast.parse(f"def _{head}: ...").body[0]
    if not isinstance(node, ast.FunctionDef):
        raise ValueError(text)
    return _Signature(list(_parameters(node.args)), node.returns, annotated, is_async, where)


def _split(text: str) -> tuple[str, dict[str, ast.expr]]:
    """Split at the ` where ` that is not inside a string: what stands before it parses."""
    head, *rest = text.split(" where ")
    while rest and not _parses(head):
        head = f"{head} where {rest.pop(0)}"
    return head, dict(_definitions(" where ".join(rest)))


def _parses(head: str) -> bool:
    try:
        ast.parse(f"def _{head}: ...")
    except SyntaxError:
        return False
    return True


def _definitions(text: str) -> Iterator[tuple[str, ast.expr]]:
    for statement in ast.parse(text).body:
        if isinstance(statement, ast.Assign):
            target = statement.targets[0]
            if _dotted(target):
                yield _dotted(target), statement.value
            elif isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name):
                pair: list[ast.expr] = [target.slice, statement.value]
                yield target.value.id, ast.Tuple(pair, ast.Load())


def _parameters(arguments: ast.arguments) -> Iterator[_Parameter]:
    required = len(arguments.posonlyargs) + len(arguments.args) - len(arguments.defaults)
    for index, each in enumerate([*arguments.posonlyargs, *arguments.args]):
        only = index < len(arguments.posonlyargs)
        kind = _Kind.POSITIONAL_ONLY if only else _Kind.POSITIONAL_OR_KEYWORD
        yield _Parameter(each.arg, kind, each.annotation, index >= required)
    if arguments.vararg:
        each = arguments.vararg
        yield _Parameter(each.arg, _Kind.VAR_POSITIONAL, each.annotation, defaulted=True)
    for each, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        yield _Parameter(each.arg, _Kind.KEYWORD_ONLY, each.annotation, default is not None)
    if arguments.kwarg:
        each = arguments.kwarg
        yield _Parameter(each.arg, _Kind.VAR_KEYWORD, each.annotation, defaulted=True)
