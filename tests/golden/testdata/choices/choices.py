from __future__ import annotations
import enum
from enum import Enum, IntEnum, Flag, IntFlag, auto

class Color(Enum):
    """A color of the rainbow."""
    RED = "red"
    """Like blood."""
    GREEN = "green"
    CRIMSON = RED
    def shout(self) -> str: return self.value.upper()
    @property
    def opposite(self) -> Color:
        """The other one."""
    @classmethod
    def red(cls) -> Color: ...
    def string(self, x) -> str: ...

class Level(IntEnum):
    LOW = 1
    MID = auto()
    HIGH = 10

class Kind(enum.StrEnum):
    BIG_ONE = auto()
    SMALL = "sm-all"

class Mixed(Enum):
    A = 1
    B = "two"
    C = (1, 2)
    D = 1

class Perm(Flag):
    READ = auto()
    WRITE = auto()
    RW = READ | WRITE

def f(c: Color, l: Level, k: Kind, m: Mixed, p: Perm) -> dict[Color, list[Perm | None]]: ...
