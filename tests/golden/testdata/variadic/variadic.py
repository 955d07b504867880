"""*args and **kwargs."""

from typing import Any


def total(*values: float) -> float:
    """Return the sum of the values.

    Args:
        *values: The values.
    """


def total_with_start(*values: float, start: float = 0.0) -> float:
    """Return the sum of the values and the start."""


def join(separator: str, *parts: str) -> str: ...


def options(**kwargs: int) -> dict[str, int]: ...


def plot(x: list[float], *args: Any, color: str = "red", **style: str) -> None:
    """Draw a line.

    Args:
        x: Where.
        args: More of it.
        color: Its colour.
        **style: Whatever else the line should be.
        width: For example.
    """


def both(*args, **kwargs): ...


def kwargs_is_a_name(kwargs: int = 1, **rest: int) -> None: ...


def total_options(*values: int, total: int = 0) -> None: ...


def total_with_start_with(*values: int) -> None: ...


def log(level: int = 1, *messages: str) -> None: ...
