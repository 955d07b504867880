"""A name that Go would take for a test's."""


def run() -> None: ...
