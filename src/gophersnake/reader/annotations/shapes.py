"""The shapes of arrays: `tuple[int, Literal[3]]`, and jaxtyping's `"n 3"`.

Both become the words of contract/frame.md: `*`, a number, a name, `...`.
"""

from __future__ import annotations

import ast

import griffe

from gophersnake.reader.annotations.aliases import is_type_variable, named
from gophersnake.reader.annotations.use import Converts, Expression, Scope

Shape = tuple[str, ...]

ANY_SHAPE: Shape = ("...",)


def of_tuple(shape: Expression, scope: Scope, converter: Converts) -> Shape:
    """Return the shape that `tuple[int, Literal[3]]` asks for.

    A type variable is an extent that is the same in the whole call, any other type any extent.
    """
    resolved = named(shape, scope, converter)
    if resolved.path != "builtins.tuple" or resolved.arguments is None:
        return ANY_SHAPE
    if len(resolved.arguments) == 2 and str(resolved.arguments[1]) == "...":
        return ANY_SHAPE
    return _with_one_gap([_extent(each, resolved.scope, converter) for each in resolved.arguments])


def _extent(expression: Expression, scope: Scope, converter: Converts) -> str:
    if str(expression).startswith("*"):  # *tuple[int, ...], *Ts
        return "..."
    use = named(expression, scope, converter)
    if use.path == "typing.Unpack":
        return "..."
    if use.path == "typing.Literal" and use.arguments and len(use.arguments) == 1:
        text = str(use.arguments[0])
        return str(int(text)) if text.isdecimal() else "*"
    if is_type_variable(use, converter):
        return use.path.rpartition(".")[2].rpartition("[")[2].rstrip("]")
    return "*"


def of_text(expression: Expression) -> Shape | None:
    """Return the shape that jaxtyping's text asks for, None for what is no such text.

    Of its modifiers, broadcasting (`#n`), tree paths (`?n`) and sums of names (`n+1`) are any
    extent, since they say nothing that one array could be refused for.
    """
    text = _text(expression)
    if text is None:
        return None
    return _with_one_gap([_dimension(word) for word in text.split()])


def _text(expression: Expression) -> str | None:
    """The text: griffe takes a string that could be a type, such as "n", for one."""
    if isinstance(expression, (griffe.ExprName, griffe.ExprAttribute)):
        return str(expression)
    if isinstance(expression, griffe.Expr):
        return "_"  # "n+1"
    try:
        value = ast.literal_eval(expression)
    except (SyntaxError, ValueError):
        return expression if expression == "..." else None
    return str(value) if isinstance(value, (str, int)) else "..."


def _dimension(word: str) -> str:
    if word == "..." or word.startswith("*"):
        return "..."
    word = word.rpartition("=")[2]
    if word.isdecimal():
        return str(int(word))
    return word if word.isidentifier() and not word.startswith("_") else "*"


def _with_one_gap(words: list[str]) -> Shape:
    """The words, which the contract allows one `...`; with more, nothing can be told."""
    return tuple(words) if words.count("...") < 2 else ANY_SHAPE
