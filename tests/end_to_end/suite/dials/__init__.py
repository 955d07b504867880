"""Variables of a module, which Go reads and sets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from .scale import UNIT as UNIT
from .scale import offset as offset

VERSION = "1.2"
"""Which version of the dials this is."""
MAX_ROWS: int = 100
RATIO: Final = -1.5
level = 3
names: list[str] = ["a", "b"]
"""What the dials are called."""
mode: int | str = 0
grid: np.ndarray[tuple[int, int], np.dtype[np.float32]] = np.zeros((2, 2), np.float32)
missing: int


@dataclass
class Dial:
    name: str
    value: float = 0.0


first: Final[Dial] = Dial("a", 0.5)
current: Dial | None = None


def described() -> str:
    """Tell what Python sees."""
    return f"{names} {mode!r} {current}"
