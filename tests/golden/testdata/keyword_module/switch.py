"""A module that is called as a keyword of Go."""


def pick(values: list[int]) -> int: ...
