"""Comments that say what is to become of one function or class.

    # gophersnake: skip
    def helper() -> None: ...

    def detect_all(data: list[float]) -> list[int]:  # gophersnake: name=Detect

    # gophersnake: handle
    @dataclass
    class Account: ...

A comment stands on a line of its own above the definition and its decorators, or in the
lines of its head. It is read from the text; the module needs no import for it.
"""

from __future__ import annotations

import ast
import difflib
import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gophersnake.errors import SourceError
from gophersnake.model import Location

_COMMENT = re.compile(r"#\s*gophersnake\s*:(?P<words>.*)", re.DOTALL)
_WORDS = ("handle", "name", "skip")


@dataclass(frozen=True)
class Directive:
    """What the comments of one definition say."""

    skip: bool = False
    name: str = ""
    """What it is to be called in Go; empty where nothing is said."""
    handle: bool = False
    """Whether a record is to be a class whose instances stay in Python."""
    alone: bool = False
    """Whether the comment has a line of its own, and so may stand above the definition."""


class Directives:
    """Looks up what comments say of the definitions in one file. `file` is its path in messages.

    Raises SourceError for a comment that says nothing known.
    """

    def __init__(self, text: str, file: str) -> None:
        self._by_line = dict(_directives(text, file)) if "gophersnake" in text else {}
        self._above = {line for line, said in self._by_line.items() if said.alone}

    def of(self, node: ast.AST | None) -> Directive:
        """Return what is said of a definition; an empty directive where nothing is."""
        if node is None or not self._by_line:
            return Directive()
        head = _head(node)
        above = head.start - 1
        while above in self._above:
            above -= 1
        said = [
            self._by_line[line] for line in range(above + 1, head.stop) if line in self._by_line
        ]
        return Directive(
            skip=any(each.skip for each in said),
            name=next((each.name for each in said if each.name), ""),
            handle=any(each.handle for each in said),
        )


def _head(node: ast.AST) -> range:
    """The lines of a definition before its body, decorators included."""
    first = getattr(node, "lineno", 0)
    for decorator in getattr(node, "decorator_list", ()):
        first = min(first, decorator.lineno)
    body = getattr(node, "body", None)
    if isinstance(body, list) and body:
        last = max(body[0].lineno - 1, getattr(node, "lineno", 0))
    else:
        last = getattr(node, "end_lineno", None) or first
    return range(first, last + 1)


def _directives(text: str, file: str) -> Iterator[tuple[int, Directive]]:
    """Yield what each line says."""
    for token in _comments(text):
        found = _COMMENT.fullmatch(token.string)
        if found:
            line, column = token.start
            said = _parsed(found["words"], Location(file, line, column + 1))
            yield line, replace(said, alone=not token.line[:column].strip())


def _comments(text: str) -> Iterator[tokenize.TokenInfo]:
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                yield token
    except (tokenize.TokenError, SyntaxError):  # the parser of the whole file says it better
        return


def _parsed(words: str, location: Location) -> Directive:
    directive = Directive()
    for word in words.replace(",", " ").split():
        key, equals, value = word.partition("=")
        if key == "skip" and not equals:
            directive = replace(directive, skip=True)
        elif key == "handle" and not equals:
            directive = replace(directive, handle=True)
        elif key == "name" and value.isidentifier():
            directive = replace(directive, name=value)
        else:
            raise SourceError(location, f"# gophersnake: {word} means nothing", _remedy(key))
    if directive == Directive():
        raise SourceError(location, "# gophersnake: says nothing", _remedy(""))
    return directive


def _remedy(key: str) -> str:
    close = difflib.get_close_matches(key, _WORDS, 1)
    guess = f"did you mean {close[0]}? " if close and close[0] != key else ""
    return f"{guess}write `# gophersnake: skip`, `handle` or `name=DetectAll`"
