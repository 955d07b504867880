"""Members of enums, by value or by name, and values of literals."""

from __future__ import annotations

import ast
import enum
from typing import Any

from gophersnake.host.adapters import Adapter, Unfit, find_class


class _Members(dict[Any, enum.Enum]):
    """The members of an enum by their values. What is not among them, such as a combination
    of flags, is left to the class."""

    def __init__(self, cls: type[enum.Enum]) -> None:
        super().__init__()
        self._class = cls
        for member in cls:
            if _is_plain(member.value):
                self[member.value] = member

    def __missing__(self, value: Any) -> enum.Enum:
        try:
            found = self._class(value)
        except ValueError:
            raise Unfit(_expected(self._class), repr(value)) from None
        # Before Python 3.11.4, and where a class says so, flags without a name are dropped.
        if isinstance(found, enum.Flag) and found.value != value:
            raise Unfit(_expected(self._class), repr(value))
        return found


def by_value(name: str) -> Adapter:
    cls = _enum(name)

    def take(member: object) -> Any:
        if not isinstance(member, cls):
            raise Unfit(_expected(cls))
        return member.value

    return Adapter(_Members(cls).__getitem__, take, cls, attribute=_stored(cls, "value"))


def by_name(name: str) -> Adapter:
    cls = _enum(name)

    def make(member: str) -> enum.Enum:
        try:
            return cls[member]
        except KeyError:
            raise Unfit(_expected(cls), member) from None

    def take(member: object) -> str:
        if not isinstance(member, cls):
            raise Unfit(_expected(cls))
        return member.name

    return Adapter(make, take, cls, attribute=_stored(cls, "name"))


def literal(text: str) -> Adapter:
    """`literal:('a', 1, None)`: the place of a value, which has to be of the same class too."""
    values: tuple[Any, ...] = ast.literal_eval(text)
    places = {(type(value), value): place for place, value in enumerate(values)}
    expected = f"one of {', '.join(map(repr, values))}"

    def take(value: object) -> int:
        place = places.get((type(value), value)) if _is_plain(value) else None
        if place is None:
            raise Unfit(expected, repr(value) if _is_plain(value) else None)
        return place

    return Adapter(values.__getitem__, take, shown=_shown(values))


def literal_value(text: str) -> Adapter:
    """`literal.value:('a', 'b')`: one of these values, all of one class, as itself. Go checks
    what it gets of a literal; this is for where Python has to tell by it what a value is."""
    values: tuple[Any, ...] = ast.literal_eval(text)
    cls = type(values[0])
    known = frozenset(values)
    expected = f"one of {', '.join(map(repr, values))}"

    def take(value: object) -> Any:
        if isinstance(value, cls) and value in known and not isinstance(value, bool):
            return value
        raise Unfit(expected, repr(value) if _is_plain(value) else None)

    return Adapter(lambda value: value, take, cls, shown=_shown(values))


def literal_only(text: str) -> Adapter:
    """`literal.only:True`, `literal.only:shop:Color.RED,shop:Color.BLUE`: one of these bools or
    members of enums, as itself."""
    values = tuple(_value_of(each) for each in text.split(","))
    expected = f"one of {', '.join(map(str, values))}"

    def take(value: object) -> Any:
        if any(value is each for each in values):
            return value
        raise Unfit(expected, str(value) if isinstance(value, (bool, enum.Enum)) else None)

    return Adapter(take, take, type(values[0]))


def _value_of(text: str) -> Any:
    if text in ("True", "False"):
        return text == "True"
    cls, _, member = text.rpartition(".")
    return _enum(cls)[member]


def _shown(values: tuple[Any, ...]) -> str:
    return f"Literal[{', '.join(map(repr, values))}]"


def _stored(cls: type[enum.Enum], name: str) -> str:
    """Return the attribute in which members have their value or name, unless the class gives
    another one out."""
    before = cls.__mro__[: cls.__mro__.index(enum.Enum)]
    return "" if any(name in vars(base) for base in before) else f"_{name}_"


def _is_plain(value: object) -> bool:
    return isinstance(value, (str, int, bytes))


def _enum(name: str) -> type[enum.Enum]:
    cls = find_class(name)
    if not issubclass(cls, enum.Enum):
        raise TypeError(f"{name.replace(':', '.')} is no enum")
    return cls


def _expected(cls: type[enum.Enum]) -> str:
    return f"{cls.__module__}.{cls.__qualname__}"
