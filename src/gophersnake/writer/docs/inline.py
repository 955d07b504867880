"""Markup inside a paragraph of a docstring, as far as Go readers would stumble over it."""

from __future__ import annotations

import re

_ROLE = re.compile(r":[a-zA-Z][\w:+-]*:`([^`]*)`")
_TITLED = re.compile(r"(.*?)\s*<([^<>]*)>$", re.DOTALL)
_LINK = re.compile(r"`([^`<>]+?)\s*<([^`<>\s]+)>`_{1,2}")
_FOOTNOTE = re.compile(r"(\[[#*\w]+\])_(?!\w)")
_REFERENCE = re.compile(r"`([^`\n]+)`_{1,2}(?!\w)")


def simplified(text: str) -> str:
    """The text without reStructuredText's roles and links: `` :func:`~a.b` `` is `` `b` ``."""
    text = _FOOTNOTE.sub(r"\1", text)
    if "`" not in text:
        return text
    text = _ROLE.sub(lambda found: f"`{_target(found[1])}`", text)
    text = _LINK.sub(lambda found: f"{found[1]} ({found[2]})", text)
    return _REFERENCE.sub(r"\1", text)


def _target(text: str) -> str:
    titled = _TITLED.match(text)
    if titled and titled[1]:
        return titled[1]
    return text[1:].rpartition(".")[2] if text.startswith("~") else text.lstrip("!")
