"""An exception as plain data, in the shape of contract/frame.md, "An exception"."""

from __future__ import annotations

from types import TracebackType
from typing import Any

Frame = tuple[str, int, str, str]
Described = tuple[
    str, str, str, list[Frame], list[str], list[str], int, int, bool, list[int], str, BaseException
]


def describe(error: BaseException) -> list[Described]:
    """Return `error` and every exception it is linked to, `error` first.

    Causes, contexts and the members of groups are named by their place in the list, so
    that cycles and chains of any length are described without recursion.
    """
    found = [error]
    places = {id(error): 0}

    def place(other: BaseException | None) -> int:
        if other is None:
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
                clean(kind.__module__),
                clean(kind.__qualname__),
                _message(one),
                _frames(one.__traceback__),
                [clean(str(note)) for note in _notes(one)],
                [clean(f"{base.__module__}.{base.__qualname__}") for base in kind.__mro__],
                place(one.__cause__),
                place(one.__context__),
                one.__suppress_context__,
                [place(member) for member in _members(one)],
                "" if described else _text(one),
                one,
            )
        )
    return described


def clean(text: str) -> str:
    """Return `text` with lone surrogates, which have no UTF-8, as backslash escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _message(error: BaseException) -> str:
    try:
        return clean(str(error))
    except Exception as trouble:
        return f"<str() of this exception raised {type(trouble).__name__}>"


def _notes(error: BaseException) -> list[Any]:
    notes = getattr(error, "__notes__", ())
    return list(notes) if isinstance(notes, (list, tuple)) else []


def _members(error: BaseException) -> tuple[BaseException, ...]:
    members = getattr(error, "exceptions", ())
    if not isinstance(members, tuple):
        return ()
    return tuple(member for member in members if isinstance(member, BaseException))


def _frames(traceback: TracebackType | None) -> list[Frame]:
    import linecache

    frames: list[Frame] = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        line = traceback.tb_lineno or 0
        source = linecache.getline(code.co_filename, line, traceback.tb_frame.f_globals)
        name = getattr(code, "co_qualname", code.co_name)
        frames.append((clean(code.co_filename), line, clean(name), clean(source.strip())))
        traceback = traceback.tb_next
    return frames


def _text(error: BaseException) -> str:
    import traceback

    try:
        return clean("".join(traceback.format_exception(error)))
    except Exception as trouble:
        return f"<formatting this traceback raised {type(trouble).__name__}>"
