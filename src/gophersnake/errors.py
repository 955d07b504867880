"""What the generator tells its user when it cannot go on.

Every error says what is wrong and then what to do about it. The command line prints
`str(error)` and exits with a failure; it shows no traceback for these types.
"""

from __future__ import annotations

from collections.abc import Sequence

from gophersnake.model import Location


class GophersnakeError(Exception):
    """The base of all errors that are meant for the user.

    `what` says what is wrong, `remedy` what to do about it (empty where nothing is known).
    """

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what}\n  {self.remedy}" if self.remedy else self.what


class SourceError(GophersnakeError):
    """Something is wrong in a source file: `file:line:column: what is wrong`, then the remedy."""

    def __init__(self, location: Location, what: str, remedy: str = "") -> None:
        super().__init__(what, remedy)
        self.location = location

    def __str__(self) -> str:
        return f"{self.location}: {super().__str__()}"


class ModuleNotFound(GophersnakeError):
    """There is no such module. `looked` lists each place and what was found there."""

    def __init__(self, target: str, looked: Sequence[str], remedy: str) -> None:
        super().__init__(f"{target}: no such module", remedy)
        self.target = target
        self.looked = tuple(looked)

    def __str__(self) -> str:
        places = "".join(f"\n    {place}" for place in self.looked)
        return f"{self.what}\n  looked in:{places}\n  {self.remedy}"


class NothingToRead(GophersnakeError):
    """The module exists, but says nothing of its types: a compiled module without stubs."""
