"""A module with a mistake."""


def detect(data: list[float])
    return []
