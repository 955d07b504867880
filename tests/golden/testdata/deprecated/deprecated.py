"""What is on its way out (PEP 702)."""

from dataclasses import dataclass
from typing import overload

from typing_extensions import deprecated

REASON = "made up"


@deprecated("Use detect_all, which takes arrays\n too.")
def detect(data: list[float]) -> list[int]:
    """Return the indices of outliers.

    Args:
        data: Any numbers.

    Returns:
        Where they are.
    """
    return []


@deprecated(REASON)
def unexplained() -> None: ...


@deprecated("Use a float.")
@dataclass
class Reading:
    """A value that was measured."""

    value: float


@deprecated("Use Reading.", category=None)
class Gauge:
    @property
    @deprecated("Use read.")
    def value(self) -> float: ...

    @overload
    @deprecated("Give it a unit.")
    def read(self) -> float: ...
    @overload
    def read(self, unit: str) -> float: ...
    def read(self, unit: str = "") -> float: ...
