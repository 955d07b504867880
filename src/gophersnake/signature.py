"""Signatures as text, to notice that a Python module has changed under generated Go code.

The generator stores the text of each function's signature in the Go code; when the Go
program binds the function, the text is made again from the module it has then, and
`compatible` says whether the generated code may call it. Standard library only: the
second half runs in the interpreter that the Go program starts, which may be another
version of Python.

The text is the signature as it is written, in one spelling (quotes and spacing do not
matter, string annotations are unquoted), then the definitions of the module's own names
that the annotations use:

    (data: Vec, *, sigmas: float = 2.0) -> list[int] where Vec = list[float]

The signatures of a function's overloads follow, each on a line of its own after the word
`overload`. `async ` comes before the parameters of a coroutine function. `?` before everything says
that the annotations are unknown: the signature comes from a C function or from a stub,
and names, kinds and defaults are all there is to compare.
"""

from __future__ import annotations

import ast
import copy
import hashlib
import inspect
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from gophersnake import conditions
from gophersnake.drift import OVERLOAD, compatible

__all__ = ["bare", "compatible", "digest", "live_signature", "signatures", "text", "unquoted"]

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
Definitions = dict[str, tuple[str, ast.expr]]
"""What a module assigns to plain names: the left side as text and the value, by name."""


def signatures(source: str) -> dict[str, str]:
    """Return the signature text of each function that a module's source text defines.

    Methods have the key `Class.method`. Where a name is defined more than once, the last
    definition counts; branches for other versions of Python do not count at all.

    Raises SyntaxError as `ast.parse` does.
    """
    statements = ast.parse(source).body
    definitions = _definitions(statements)
    found: dict[str, str] = {}
    overloads: dict[str, list[str]] = {}
    for name, node in _functions(statements):
        shown = text(node, definitions)
        if _is_overload(node):
            overloads.setdefault(name, []).append(f"{OVERLOAD}{shown}")
        else:
            found[name] = "\n".join([shown, *overloads.pop(name, ())])
    return found


def text(node: FunctionNode, definitions: Definitions | None = None) -> str:
    """Return the signature text of one function; `definitions` are those of its module."""
    definitions = {**(definitions or {}), **_type_parameters(node)}
    annotations = [unquoted(each) for each in _annotations(node)]
    result = "" if node.returns is None else f" -> {ast.unparse(unquoted(node.returns))}"
    used = _where(annotations, definitions)
    where = f" where {'; '.join(used)}" if used else ""
    prefix = "async " if isinstance(node, ast.AsyncFunctionDef) else ""
    return f"{prefix}({parameters(node.args)}){result}{where}"


def bare(node: FunctionNode) -> str:
    """Return the signature text of a function whose annotations the running module lacks.

    That is a function known from a stub: the stub's annotations are nowhere at run time.
    """
    prefix = "async " if isinstance(node, ast.AsyncFunctionDef) else ""
    return f"?{prefix}({parameters(node.args, annotated=False)})"


def live_signature(function: Callable[..., Any]) -> str | None:
    """Return the signature text of a function object, without annotations.

    For functions with no source text (C functions). None where the object does not tell:
    then there is nothing to compare.
    """
    try:
        signature = inspect.signature(function)
    except (ValueError, TypeError):
        return None
    shown = []
    for parameter in signature.parameters.values():
        default = parameter.default
        if default is not parameter.empty:
            default = _Source(_constant(default))
        shown.append(parameter.replace(annotation=parameter.empty, default=default))
    bare_signature = signature.replace(parameters=shown, return_annotation=inspect.Signature.empty)
    prefix = "async " if inspect.iscoroutinefunction(function) else ""
    return f"?{prefix}{bare_signature}"


def digest(sources: Iterable[tuple[str, bytes]]) -> str:
    """Return one fingerprint of a module's sources, given as (path, content) in any order.

    Equal digests mean that no signature needs to be compared.
    """
    total = hashlib.sha256()
    for path, content in sorted(sources):
        for part in (path.encode(), content):
            total.update(len(part).to_bytes(8, "big"))
            total.update(part)
    return f"sha256:{total.hexdigest()}"


def parameters(arguments: ast.arguments, *, annotated: bool = True) -> str:
    """Return the parameters as they are written between the parentheses."""
    positional = [*arguments.posonlyargs, *arguments.args]
    required = len(positional) - len(arguments.defaults)
    defaults: list[ast.expr | None] = [*[None] * required, *arguments.defaults]
    shown = [
        _parameter(each, default, annotated)
        for each, default in zip(positional, defaults, strict=True)
    ]
    if arguments.posonlyargs:
        shown.insert(len(arguments.posonlyargs), "/")
    if arguments.vararg:
        shown.append("*" + _parameter(arguments.vararg, None, annotated))
    elif arguments.kwonlyargs:
        shown.append("*")
    shown += [
        _parameter(each, default, annotated)
        for each, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    ]
    if arguments.kwarg:
        shown.append("**" + _parameter(arguments.kwarg, None, annotated))
    return ", ".join(shown)


def unquoted(node: ast.expr) -> ast.expr:
    """Return an annotation with its string annotations replaced by what they say (PEP 484).

    Strings that are values stay: those in `Literal`, in the metadata of `Annotated` and in
    calls such as `TypeVar("T")`.
    """
    return _Unquote().visit(copy.deepcopy(node))  # type: ignore[no-any-return]


class _Unquote(ast.NodeTransformer):
    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        if not isinstance(node.value, str):
            return node
        try:
            parsed = ast.parse(node.value.strip(), mode="eval").body
        except (SyntaxError, ValueError):
            return node
        return self.visit(parsed)  # type: ignore[no-any-return]

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """Go into what types are made of; strings elsewhere are values."""
        made_of = (ast.BinOp, ast.Tuple, ast.List, ast.Starred)
        return super().generic_visit(node) if isinstance(node, made_of) else node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        name = ast.unparse(node.value).rpartition(".")[2]
        if name == "Annotated" and isinstance(node.slice, ast.Tuple) and node.slice.elts:
            node.slice.elts[0] = self.visit(node.slice.elts[0])
        elif name != "Literal":
            node.slice = self.visit(node.slice)
        return node


class _Source:
    """A default whose repr is the given source text."""

    def __init__(self, source: str) -> None:
        self.source = source

    def __repr__(self) -> str:
        return self.source


def _constant(value: object) -> str:
    """Write a default of a function object so that it can be parsed again."""
    return repr(value) if value is None or isinstance(value, (bool, int, str, bytes)) else "..."


def _parameter(node: ast.arg, default: ast.expr | None, annotated: bool) -> str:
    if node.annotation is None or not annotated:
        return node.arg if default is None else f"{node.arg}={ast.unparse(default)}"
    shown = f"{node.arg}: {ast.unparse(unquoted(node.annotation))}"
    return shown if default is None else f"{shown} = {ast.unparse(default)}"


def _annotations(node: FunctionNode) -> Iterator[ast.expr]:
    arguments = node.args
    each: ast.arg | None
    for each in (
        *arguments.posonlyargs,
        *arguments.args,
        arguments.vararg,
        *arguments.kwonlyargs,
        arguments.kwarg,
    ):
        if each is not None and each.annotation is not None:
            yield each.annotation
    if node.returns is not None:
        yield node.returns


def _functions(statements: list[ast.stmt], prefix: str = "") -> Iterator[tuple[str, FunctionNode]]:
    for statement in conditions.executed(statements):
        if isinstance(statement, ast.ClassDef):
            yield from _functions(statement.body, f"{prefix}{statement.name}.")
        elif isinstance(statement, FunctionNode):
            yield prefix + statement.name, statement


def _is_overload(node: FunctionNode) -> bool:
    return any(ast.unparse(each).rpartition(".")[2] == "overload" for each in node.decorator_list)


def _definitions(statements: list[ast.stmt]) -> Definitions:
    found: Definitions = {}
    for statement in conditions.executed(statements):
        if isinstance(statement, ast.Assign):
            targets, value = statement.targets, statement.value
        elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
            targets, value = [statement.target], statement.value
        elif type(statement).__name__ == "TypeAlias":  # PEP 695, Python 3.12
            targets, value = [statement.name], statement.value  # type: ignore[attr-defined]
        else:
            continue
        generic = ", ".join(each.name for each in getattr(statement, "type_params", ()))
        for target in targets:
            if isinstance(target, ast.Name):
                left = f"{target.id}[{generic}]" if generic else target.id
                found[target.id] = (left, value)
    return found


def _type_parameters(node: FunctionNode) -> Definitions:
    """Write `def f[T: int](…)` (PEP 695) as the definitions older Pythons can parse."""
    found: Definitions = {}
    for each in getattr(node, "type_params", ()):
        bound = getattr(each, "bound", None)
        extra = "" if bound is None else f", bound={ast.unparse(bound)}"
        made = ast.parse(f"{type(each).__name__}({each.name!r}{extra})", mode="eval")
        found[each.name] = (each.name, made.body)
    return found


def _where(annotations: list[ast.expr], definitions: Definitions) -> list[str]:
    """Return the definitions that the annotations use, transitively, each once."""
    used: dict[str, str] = {}
    waiting = list(reversed(annotations))
    while waiting:
        for node in ast.walk(waiting.pop()):
            if isinstance(node, ast.Name) and node.id in definitions and node.id not in used:
                left, value = definitions[node.id]
                value = unquoted(value)
                used[node.id] = f"{left} = {ast.unparse(value)}"
                waiting.append(value)
    return list(used.values())
