"""What the dynamic API calls where the standard library has no function of that shape."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from typing import Any


def same(value: Any, /) -> Any:
    """Return the value: a crossing that only converts it."""
    return value


def call(function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
    return function(*args, **kwargs)


def advance(iterator: Iterator[Any], /) -> tuple[bool, Any]:
    """Return whether there was a next item, and it."""
    for item in iterator:
        return True, item
    return False, None


def run(code: str, /) -> None:
    """Execute statements in `__main__`, as a script would."""
    exec(_compiled(code, "exec"), _main())


def evaluate(expression: str, /) -> Any:
    """Evaluate an expression in `__main__`."""
    return eval(_compiled(expression.strip(), "eval"), _main())


def _main() -> dict[str, Any]:
    import __main__

    return vars(__main__)


_count = 0


def _compiled(code: str, mode: str) -> Any:
    """Compile under a name of its own, by which tracebacks find the source lines."""
    import linecache

    global _count
    _count += 1
    name = f"<{mode} {_count}>"
    compiled = compile(code, name, mode, dont_inherit=True)
    lines = code.splitlines(keepends=True)
    linecache.cache[name] = (len(code), None, lines, name)
    _forget_old(name)
    return compiled


_kept: list[str] = []


def _forget_old(name: str, keep: int = 100) -> None:
    """Bound the memory that sources run this way take."""
    import linecache

    _kept.append(name)
    if len(_kept) > keep:
        linecache.cache.pop(_kept.pop(0), None)


_OPERATORS = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def compare(left: Any, name: str, right: Any, /) -> bool:
    """Return the truth of one of the six comparisons."""
    return bool(_OPERATORS[name](left, right))
