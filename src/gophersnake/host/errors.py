"""An exception as plain data, in the shape of contract/frame.md, "An exception"."""

from __future__ import annotations

from types import TracebackType
from typing import Any

from gophersnake.host.functions import carried

Frame = tuple[str, int, str, str]
Described = tuple[
    str, str, str, list[Frame], list[str], list[str], int, int, bool, list[int], str,
    BaseException, int
]  # fmt: skip


def describe(error: BaseException) -> list[Described]:
    """Return `error` and every exception it is linked to, `error` first.

    Causes, contexts and the members of groups are named by their place in the list, so
    that cycles and chains of any length are described without recursion.
    """
    _forget_leading(error)
    found = [error]
    places = {id(error): 0}

    def place(other: object) -> int:
        if not isinstance(other, BaseException):
            return -1
        if id(other) not in places:
            places[id(other)] = len(found)
            found.append(other)
        return places[id(other)]

    described: list[Described] = []
    for one in found:  # grows as it is walked
        kind = type(one)
        described.append(
            (
                _name(kind, "__module__"),
                _name(kind, "__qualname__"),
                _shown(one, "this exception"),
                _frames(one.__traceback__),
                [_shown(note, "this note") for note in _items(one, "__notes__")],
                [
                    f"{_name(base, '__module__')}.{_name(base, '__qualname__')}"
                    for base in _mro(kind)
                ],
                place(_attribute(one, "__cause__")),
                place(_attribute(one, "__context__")),
                bool(_attribute(one, "__suppress_context__")),
                [member for member in map(place, _items(one, "exceptions")) if member >= 0],
                "" if described else _text(one),
                one,
                carried(one),
            )
        )
    return described


def clean(text: str) -> str:
    """Return `text` with lone surrogates, which have no UTF-8, as backslash escapes."""
    return str.encode(text, "utf-8", "backslashreplace").decode("utf-8")


# An exception is an object like any other, and any part of it may be broken. Whatever
# looking at it raises, even SystemExit, must not take the place of the exception.


def _shown(value: object, what: str) -> str:
    try:
        return clean(str(value))
    except BaseException as trouble:
        return f"<str() of {what} raised {type(trouble).__name__}>"


def _attribute(value: object, name: str) -> object:
    try:
        return getattr(value, name, None)
    except BaseException:
        return None


def _items(value: object, name: str) -> tuple[object, ...]:
    items = _attribute(value, name)
    return tuple(items) if isinstance(items, (list, tuple)) else ()


def _name(kind: type, attribute: str) -> str:
    name = _attribute(kind, attribute)
    return clean(name) if isinstance(name, str) else "<unknown>"


def _mro(kind: type) -> tuple[type, ...]:
    bases: tuple[type, ...] = type.__dict__["__mro__"].__get__(kind)
    return bases


_LEADING = (
    "gophersnake.host.asyncs",
    "gophersnake.host.binding",
    "gophersnake.host.loop",
    "gophersnake.host.objects",
    "importlib",
    "importlib._bootstrap",
    "importlib._bootstrap_external",
)
"""The modules that call the user's code: nothing in it is wrong there."""


def _forget_leading(error: BaseException) -> None:
    """Begin the traceback where the user's code does."""
    traceback = error.__traceback__
    while traceback and traceback.tb_frame.f_globals.get("__name__") in _LEADING:
        traceback = traceback.tb_next
    error.__traceback__ = traceback


def _frames(traceback: TracebackType | None) -> list[Frame]:
    frames: list[Frame] = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        line = traceback.tb_lineno or 0
        source = _source_line(code.co_filename, line, traceback.tb_frame.f_globals)
        name = getattr(code, "co_qualname", code.co_name)
        frames.append((clean(code.co_filename), line, clean(name), source))
        traceback = traceback.tb_next
    return frames


def _source_line(file: str, line: int, module: dict[str, Any]) -> str:
    import linecache

    try:
        return clean(linecache.getline(file, line, module).strip())
    except BaseException:
        return ""


def _text(error: BaseException) -> str:
    import traceback

    try:
        return clean("".join(traceback.format_exception(error)))
    except BaseException as trouble:
        return f"<formatting this traceback raised {type(trouble).__name__}>"
