"""Every way to pass a parameter. Each function returns what it was called with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import Unpack

_LEFT_OUT = object()


def _said(**values: object) -> str:
    return ", ".join(f"{name}={value!r}" for name, value in values.items())


def positional_only(a: int, b: str = "b", /) -> str:
    return _said(a=a, b=b)


def keyword_only(*, a: int, b: str = "b") -> str:
    return _said(a=a, b=b)


def by_position(a: int, b: int = 2, c: int = 3) -> str:
    return _said(a=a, b=b, c=c)


def gap_before_positional_only(a: int = 1, b: int = 2, /) -> str:
    return _said(a=a, b=b)


def rest(first: str, *args: int) -> str:
    return _said(first=first, args=args)


def defaulted_before_rest(first: str = "f", *args: int) -> str:
    return _said(first=first, args=args)


def keywords(**kwargs: float) -> str:
    return _said(**dict(sorted(kwargs.items())))


def all_kinds(a: int, /, b: int, c: int = 3, *args: int, d: int, e: int = 5, **kwargs: int) -> str:
    return _said(a=a, b=b, c=c, args=args, d=d, e=e, kwargs=dict(sorted(kwargs.items())))


def default_none(a: int | None = None, b: list[int] | None = None) -> str:
    return _said(a=a, b=b)


def default_not_none(a: int | None = 7) -> str:
    return _said(a=a)


def default_of_no_type(a: int = _LEFT_OUT) -> bool:  # type: ignore[assignment]
    """Tell whether it was left out, which no value can say."""
    return a is _LEFT_OUT


def mutable_default(a: int, into: list[int] = []) -> list[int]:  # noqa: B006
    """Return the list that is made once, when the function is."""
    into.append(a)
    return into


def fourteen(
    a: int, b: int, c: int, d: int, e: int, f: int, g: int,
    h: int, i: int, j: int, k: int, o: int, m: int, n: int = 14,
) -> list[int]:  # fmt: skip
    return [a, b, c, d, e, f, g, h, i, j, k, o, m, n]


def reserved(type: int, func: int, range: int, ctx: int, error: int) -> list[int]:
    """Take names that mean something else in Go."""
    return [type, func, range, ctx, error]


def count(*args: int, **kwargs: str) -> tuple[int, int]:
    return len(args), len(kwargs)


def named(größe: float, 名: str = "名") -> str:  # noqa: N803, PLC2401
    return _said(größe=größe, 名=名)


def each_its_own(first: bool, *args: Unpack[tuple[int, Unpack[tuple[str, ...]]]]) -> str:
    return _said(first=first, args=args)
