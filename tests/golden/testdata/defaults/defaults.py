"""Defaults of every kind: Python evaluates them, Go shows them."""

import math

LIMIT = 10


def scalars(
    a: int = 1,
    b: float = -2.5e-3,
    c: bool = True,
    d: complex = 1 + 2j,
    e: str = "it's",
    f: bytes = b"\x00\xff",
    g: str = '',
    h: None = None,
) -> None: ...


def expressions(
    a: float = math.inf,
    b: int = LIMIT * 2,
    c: list[int] = [1, 2, 3],
    d: dict[str, list[int]] = {"a": [1], "b": []},
    e: tuple[int, int] = (1, 2),
    f: str = """two
lines""",
    g: str = "a very long default, such as nobody should write but somebody will, "
    "over more than one line of source, because it was a fine day",
    h: object = ...,
) -> None: ...


def documented(data: list[float], sigmas: float = 2.0, name: str | None = None) -> list[int]:
    """Find the outliers.

    Args:
        data: The values.
        sigmas: How far an outlier is from the mean, in standard deviations
        name: What to call them.

            Two paragraphs are fine:

            - so is a list
            - of two
    """


def only_defaults(retries: int = 3) -> bool:
    """Tries again and again."""
