"""Parameters that Python takes by place only."""


def power(base: float, exponent: float, /) -> float: ...


def rounded(number: float, digits: int = 0, /) -> float: ...


def all_kinds(a: int, /, b: int, *, c: int) -> int: ...


def all_kinds_with_defaults(a: int, b: int = 1, /, c: int = 2, *, d: int = 3, e: int) -> int: ...


def slice_of(data: list[int], start: int = 0, step: int = 1, /) -> list[int]:
    """Return every so many of the data.

    Args:
        step: How many
    """
