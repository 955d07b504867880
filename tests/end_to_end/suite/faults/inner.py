"""Where the failing happens."""


def deeper(levels: int) -> None:
    if levels == 0:
        raise ValueError("at the bottom")
    deeper(levels - 1)
