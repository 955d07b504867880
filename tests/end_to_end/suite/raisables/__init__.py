"""Exceptions that are passed and returned, and not raised."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from dataclasses import dataclass

_kept: list[BaseException] = []


@dataclass
class Outcome:
    name: str
    error: Exception | None = None


def shown(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def as_value_error(error: ValueError) -> str:
    return repr(error)


def frames_of(error: BaseException) -> int:
    """How many entries the traceback has."""
    traceback, found = error.__traceback__, 0
    while traceback is not None:
        traceback, found = traceback.tb_next, found + 1
    return found


def maybe(number: int) -> ValueError | None:
    return ValueError(number) if number else None


def caught(number: int) -> Exception:
    """What is raised by dividing by a number, with all that comes with it."""
    try:
        1 / number
    except ZeroDivisionError as error:
        try:
            raise KeyError("key") from error
        except KeyError as linked:
            return linked
    return RuntimeError("not raised")


def several() -> list[Exception]:
    return [ValueError("a"), OSError(2, "no such thing", "name")]


def group(errors: list[Exception]) -> Exception:
    made: Exception = builtins.ExceptionGroup("several", errors)  # type: ignore[attr-defined]
    return made


def same(error: BaseException) -> BaseException:
    return error


def keep(error: BaseException) -> BaseException:
    _kept.append(error)
    return error


def is_kept(error: BaseException) -> bool:
    return error is _kept[-1]


def forget() -> None:
    _kept.clear()


def outcome(of: Outcome) -> Outcome:
    return Outcome(of.name + "!", of.error)


def on_error(handle: Callable[[Exception], Exception]) -> str:
    return repr(handle(KeyError("k")))


def either(value: int | OSError | Exception) -> int | OSError | Exception:
    return value


def raises(error: Exception) -> None:
    raise error


def lies() -> ValueError:
    return TypeError("not that")  # type: ignore[return-value]


def no_error() -> Exception:
    return "text"  # type: ignore[return-value]
