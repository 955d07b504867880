"""A default's source text, as a comment can show it."""

from __future__ import annotations

import ast
import io
import tokenize

from gophersnake.writer.gotext import on_one_line


def shown(source: str) -> str:
    """The default on one line, the same value to Python.

    Go makes curly quotes of two quotes or backticks in a row, so a string with them is written
    in another way: `""` for two single quotes.
    """
    text = on_one_line(source)
    if "''" not in text and "``" not in text:
        return text
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    except (tokenize.TokenError, SyntaxError):
        return text
    for token in reversed(tokens):
        if token.type == tokenize.STRING and ("''" in token.string or "``" in token.string):
            text = text[: token.start[1]] + _spelled(token.string) + text[token.end[1] :]
    return text


def _spelled(literal: str) -> str:
    try:
        value = ast.literal_eval(literal)
    except ValueError:  # an f-string
        return literal
    prefix = "b" if isinstance(value, bytes) else ""
    body = repr(value)[len(prefix) + 1 : -1].replace("\\'", "'").replace('"', '\\"')
    return f'{prefix}"{body}"'.replace("''", r"\x27\x27").replace("``", r"\x60\x60")
