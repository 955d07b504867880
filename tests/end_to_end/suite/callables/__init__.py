"""Functions that take functions, and return them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Protocol

_kept: list[Callable[[int], int]] = []


def apply(f: Callable[[int, str], list[str]], n: int, text: str) -> list[str]:
    """Call f."""
    return f(n, text)


def nothing(f: Callable[[], None]) -> None:
    """Call f, which returns nothing."""
    return f()


def six(f: Callable[[int, float, bool, str, bytes, complex], tuple[int, str]]) -> tuple[int, str]:
    """Call f with one of each."""
    return f(1, 2.5, True, "four", b"five", 6j)


def anything(f: Callable[..., Any]) -> Any:
    """Call f with arguments of all kinds."""
    return f(1, "two", [3.0], key={"k": None})


def maybe(f: Callable[[int], int] | None = None) -> int:
    """Call f, if there is one."""
    return -1 if f is None else f(20)


def keep(f: Callable[[int], int]) -> int:
    """Keep f for call_kept."""
    _kept.append(f)
    return len(_kept)


def call_kept(n: int) -> list[int]:
    """Call all that are kept, on a thread of Python's own."""
    results: list[int] = []
    thread = threading.Thread(target=lambda: results.extend(f(n) for f in _kept))
    thread.start()
    thread.join()
    return results


def forget() -> None:
    """Drop what is kept."""
    _kept.clear()


def all_of(fs: list[Callable[[float], float]], x: float) -> list[float]:
    """Call each."""
    return [f(x) for f in fs]


def by_name(fs: dict[str, Callable[[str], str]]) -> dict[str, str]:
    """Call each with its name."""
    return {name: f(name) for name, f in fs.items()}


class Compare(Protocol):
    """Compares two texts."""

    def __call__(self, left: str, right: str, *, fold: bool = False) -> bool: ...


def compare(f: Compare) -> list[bool]:
    """Call f by place and by name, with the option and without."""
    return [f("a", "A"), f(right="A", left="a", fold=True), f("b", right="b", fold=False)]


def wrongly(f: Compare, how: int) -> bool:
    """Call f in ways that its signature does not have."""
    wrong: Any = f
    if how == 0:
        return bool(wrong("a"))
    if how == 1:
        return bool(wrong("a", "b", "c"))
    if how == 2:
        return bool(wrong("a", left="b", right="c"))
    if how == 3:
        return bool(wrong("a", "b", other=1))
    if how == 4:
        return bool(wrong("a", 3))
    return bool(wrong("a", "b", fold=1))


def adder(n: int) -> Callable[[int], int]:
    """Return a function that adds n."""
    return lambda m: n + m


def adders(count: int) -> list[Callable[[int], int]]:
    """Return functions that add 0, 1, …"""
    return [adder(n) for n in range(count)]


def compose(f: Callable[[int], int], g: Callable[[int], int]) -> Callable[[int], int]:
    """Return f after g."""
    return lambda n: f(g(n))


def same(f: Callable[[int], int]) -> Callable[[int], int]:
    """Return f itself."""
    return f


def is_adder(f: Callable[[int], int]) -> bool:
    """Whether f is a function of Python's."""
    return type(f).__name__ == "function"


def higher(f: Callable[[Callable[[int], int]], int]) -> int:
    """Call f with a function of Python's."""
    return f(lambda n: n * n)


def curried(f: Callable[[int], Callable[[int], int]]) -> int:
    """Call what f returns."""
    return f(3)(4)


def printer() -> Callable[..., str]:
    """Return a function that shows its arguments."""
    return lambda *args, **kwargs: repr((args, kwargs))


def comparer() -> Compare:
    """Return a function with an option."""
    return lambda left, right, *, fold=False: (
        left.lower() == right.lower() if fold else left == right
    )


def not_callable() -> Callable[[int], int]:
    """Return what its annotation does not say."""
    wrong: Any = 3
    return wrong  # type: ignore[no-any-return]


def lying(f: Callable[[int], int]) -> int:
    """Call f with what its annotation does not say."""
    wrong: Any = "three"
    return f(wrong)


def failing() -> Callable[[int], int]:
    """Return a function that raises."""

    def fails(n: int) -> int:
        raise ValueError(f"no {n}")

    return fails


def counted(f: Callable[[], int], threads: int, times: int) -> int:
    """Call f from many threads at once, and sum what it returns."""
    total: list[int] = []

    def run() -> None:
        total.extend(f() for _ in range(times))

    started = [threading.Thread(target=run) for _ in range(threads)]
    for thread in started:
        thread.start()
    for thread in started:
        thread.join()
    return sum(total)
