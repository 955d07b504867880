"""What is in store."""

from __future__ import annotations

from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import Any, Callable, ClassVar


@dataclass(frozen=True)
class Place:
    """Where something lies."""

    row: int
    """Counted from the door."""
    shelf: str = "top"

    def beside(self, other: Place, *, strictly: bool = False) -> bool:
        """Tell whether two places are next to each other."""
        return True

    @property
    def is_low(self) -> bool:
        """Whether it can be reached."""
        return True

    @classmethod
    def parse(cls, text: str) -> Place:
        return cls(int(text))

    def format(self) -> str:
        """Has a name that go vet reserves."""
        return ""


@dataclass
class Item:
    """Return nothing: this is a class, though it begins like a function."""

    name: str
    place: Place | None = None
    tags: list[str] = field(default_factory=list)
    _: KW_ONLY
    count: int = 1
    discount: InitVar[float] = 0.0
    price: float = field(init=False)
    currency: ClassVar[str] = "EUR"
    on_sale: Callable[[], bool] | None = None
    extra: Any = None
    _note: str = ""


@dataclass
class Box(Item):
    items: list[Item | None] = field(default_factory=list)
    parent: Box | None = None


class Warehouse:
    """Has a class of its own in it."""

    @dataclass
    class Gate:
        number: int


def item_options(item: Item) -> dict[Place, list[Item]]:
    """Takes the name of the constructor's options."""
    return {}


def place(at: Place, *, gate: Warehouse.Gate | None = None) -> tuple[Place, Box]:
    """Gives way to the class of its name."""
    return at, Box("")
