"""Python names as words, and words as Go spells them.

`http_url`, `httpUrl` and `HTTP_URL` are the words http and url: `HTTPURL` where the name is
exported, `httpURL` where it is not.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from gophersnake.writer.scope import names

# What golint and staticcheck (ST1003) take for initialisms.
INITIALISMS = names(
    """
    ACL AMQP API ASCII CPU CSS DB DNS EOF GID GUID HTML HTTP HTTPS ID IP JSON LHS QPS RAM RHS
    RPC RTP SIP SLA SMTP SQL SSH TCP TLS TS TTL UDP UI UID URI URL UTF8 UUID VM XML XMPP XSRF XSS
    """
)

_DIGITS = re.compile(r"[0-9]+$")


@lru_cache(maxsize=4096)
def exported(name: str) -> str:
    """The name as Go exports it: `user_ids` is `UserIDs`.

    Where the script has no capitals (`検出`), an `X` goes before: Go exports by the first letter.
    """
    text = letters("".join(_capitalised(word) for word in words(name)))
    return text if text and unicodedata.category(text[0]) == "Lu" else "X" + text


@lru_cache(maxsize=4096)
def unexported(name: str) -> str:
    """The name as Go spells what it does not export: `user_id` is `userID`."""
    first, *rest = words(name) or [""]
    text = letters(_lowered(first) + "".join(_capitalised(word) for word in rest))
    if not text or text[0].isdecimal() or unicodedata.category(text[0]) in ("Lu", "Lt"):
        return "x" + text
    return text


def words(name: str) -> list[str]:
    """The words of a name, split at underscores and where small letters turn to capitals."""
    parts = [part for part in _joined(name).split("_") if part]
    if len(parts) > 1 and all(part == part.upper() for part in parts):
        return [part.lower() for part in parts]
    return [word for part in parts for word in _camel(part)]


def is_canonical(name: str) -> bool:
    """Whether the name is plain snake_case, so that it is the first to be given its Go name."""
    return name == name.lower() and all(name.split("_"))


def _joined(name: str) -> str:
    """The name without the marks that Go does not allow in a name; other joiners as `_`."""
    return "".join(
        "_" if unicodedata.category(c) == "Pc" else c
        for c in name
        if unicodedata.category(c) == "Pc" or _is_letter_or_digit(c)
    )


def letters(text: str) -> str:
    """The letters and digits of a text: the rest, such as combining marks, Go has not in names.

    Changing case can bring marks back (`İ` is `i` and a dot).
    """
    return "".join(c for c in text if _is_letter_or_digit(c))


def _is_letter_or_digit(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] == "L" or category == "Nd"


def _camel(part: str) -> list[str]:
    """`getHTTPResponse` is get, HTTP, Response; `sha256sum` is one word."""
    found: list[str] = []
    start = 0
    for i in range(1, len(part)):
        if _begins_word(part, start, i):
            found.append(part[start:i])
            start = i
    return [*found, part[start:]]


def _begins_word(part: str, start: int, i: int) -> bool:
    if not part[i].isupper():
        return False
    if not part[i - 1].isupper():
        return True
    if not part[i + 1 : i + 2].islower():
        return False
    is_plural = part[start : i + 1] in INITIALISMS and part[i + 1] == "s"
    return not (is_plural and not part[i + 2 : i + 3].islower())


def _capitalised(word: str) -> str:
    return _initialism(word) or word[0].upper() + word[1:]


def _lowered(word: str) -> str:
    if _initialism(word) or word == word.upper():
        return word.lower()
    return word[:1].lower() + word[1:]


def _initialism(word: str) -> str | None:
    upper = word.upper()
    if upper in INITIALISMS or _DIGITS.sub("", upper) in INITIALISMS:
        return upper
    if upper.endswith("S") and upper[:-1] in INITIALISMS:
        return upper[:-1] + "s"
    return None
