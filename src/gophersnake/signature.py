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

and the fields of the classes whose values are those, from whatever module (gophersnake.fields).
The signatures of a function's overloads follow, each on a line of its own after the word
`overload`. `async ` comes before the parameters of a coroutine function. `?` before everything says
that the annotations are unknown: the signature comes from a C function or from a stub,
and names, kinds and defaults are all there is to compare.
"""

from __future__ import annotations

import ast
import hashlib
import inspect
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from gophersnake.definitions import Definition, Definitions, Modules
from gophersnake.drift import OVERLOAD, compatible
from gophersnake.membership import functions
from gophersnake.unquoting import unquoted
from gophersnake.variables import FunctionNode

__all__ = ["bare", "compatible", "digest", "live_signature", "signatures", "text", "unquoted"]


def signatures(
    source: str, module: str = "", *, package: bool = False, modules: Modules | None = None
) -> dict[str, str]:
    """Return the signature text of each function that a module's source text defines.

    Members of classes have keys of their own, as gophersnake.membership says; a class whose
    values are its fields has that of a function without parameters that returns it. Where a
    name is defined more than once, the last definition counts; branches for other versions of
    Python do not count at all. `module` is the module's name, `modules` has those that imports
    are followed into.

    Raises SyntaxError as `ast.parse` does.
    """
    statements = ast.parse(source).body
    following = modules or Modules(lambda _name: None)
    definitions = following.read(statements, module, package=package)
    found: dict[str, str] = {}
    overloads: dict[str, list[str]] = {}
    for name, node in functions(statements):
        shown = text(node, definitions)
        if _is_overload(node):
            overloads.setdefault(name, []).append(f"{OVERLOAD}{shown}")
        else:
            found[name] = "\n".join([shown, *overloads.pop(name, ())])
    for name in definitions.records():
        found[name] = text(_returning(name), definitions)
    return found


def text(node: FunctionNode, definitions: Definitions) -> str:
    """Return the signature text of one function; `definitions` are those of its module."""
    annotations = [unquoted(each) for each in _annotations(node)]
    result = "" if node.returns is None else f" -> {ast.unparse(unquoted(node.returns))}"
    used = list(definitions.used(annotations, _type_parameters(node)))
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


def _is_overload(node: FunctionNode) -> bool:
    return any(ast.unparse(each).rpartition(".")[2] == "overload" for each in node.decorator_list)


def _returning(name: str) -> FunctionNode:
    made = ast.parse(f"def _() -> {name}: ...").body[0]
    assert isinstance(made, ast.FunctionDef)
    return made


def _type_parameters(node: FunctionNode) -> dict[str, Definition]:
    """Write `def f[T: int](…)` (PEP 695) as the definitions older Pythons can parse."""
    found: dict[str, Definition] = {}
    for each in getattr(node, "type_params", ()):
        bound = getattr(each, "bound", None)
        extra = "" if bound is None else f", bound={ast.unparse(bound)}"
        made = ast.parse(f"{type(each).__name__}({each.name!r}{extra})", mode="eval")
        found[each.name] = (each.name, made.body)
    return found
