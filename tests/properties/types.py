"""Random types and values of them, as Python source.

A type is drawn with what a module has to declare for it, and any number of values of it can
be drawn afterwards. Values are literals, or calls of what is declared or imported.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from tests.properties.records import record

_LONGEST = 4
"""Of a container drawn."""


@dataclass(frozen=True)
class Typed:
    """A type: its annotation, and a way to draw a value's source."""

    annotation: str
    value: Callable[[], str]
    hashable: bool = False
    """Whether it may be a dict's key or a set's element."""


def _float(number: float) -> str:
    return f"float({str(number)!r})"


def _complex(number: complex) -> str:
    return f"complex({_float(number.real)}, {_float(number.imag)})"


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_SCALARS: dict[str, tuple[st.SearchStrategy[str], bool]] = {
    "bool": (st.booleans().map(repr), True),
    "int": (st.integers(-(2**63), 2**63 - 1).map(repr), True),
    "float": (st.floats().map(_float), False),
    "complex": (st.complex_numbers(allow_nan=False).map(_complex), False),
    "str": (_TEXTS.map(repr), True),
    "bytes": (st.binary(max_size=12).map(repr), True),
    "bytearray": (st.binary(max_size=12).map(lambda value: f"bytearray({value!r})"), False),
}


_CENTURY = timedelta(days=36_525)
_STANDARD: dict[str, tuple[st.SearchStrategy[Any], bool]] = {
    "datetime.date": (st.dates(), True),
    "datetime.datetime": (st.datetimes(), True),
    "datetime.time": (st.times(), True),
    "datetime.timedelta": (st.timedeltas(-_CENTURY, _CENTURY), True),
    "Decimal": (st.decimals(allow_nan=False), True),
    "Fraction": (st.fractions(), False),  # *big.Rat, which Go compares by address
    "UUID": (st.uuids(), True),
    "IPv4Address": (st.ip_addresses(v=4), True),
    "IPv6Address": (st.ip_addresses(v=6), True),
}
_VALIDATED = ("bool", "int", "float", "str", "bytes", "datetime.date", "UUID")
"""What pydantic leaves as it is."""
_SCALARS |= {name: (values.map(repr), key) for name, (values, key) in _STANDARD.items()}


class Builder:
    """Draws types, and collects the declarations that a module needs for them."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.declarations: list[str] = []

    def type(self, depth: int = 3) -> Typed:
        """Draw a type of at most this depth."""
        families = [self._scalar] if depth == 0 else [self._scalar, *self._containers()]
        return self.draw(st.sampled_from(families))(depth - 1)

    def _containers(self) -> list[Callable[[int], Typed]]:
        containers = [self._sequence, self._set, self._dict, self._tuple, self._optional]
        return [*containers, self._record, self._record, self._generic, self._root]

    def _scalar(self, _depth: int, among: Collection[str] = _SCALARS) -> Typed:
        name = self.draw(st.sampled_from(sorted(among)))
        values, hashable = _SCALARS[name]
        return Typed(name, lambda: self.draw(values), hashable)

    def _record(self, depth: int) -> Typed:
        return record(self, Typed, depth)

    def _generic(self, depth: int) -> Typed:
        """A use of a generic dataclass of its own."""
        name = self._declared(
            "@dataclass\nclass {name}(Generic[T]):\n    one: T\n    more: list[T]\n"
        )
        plain = [each for each in _SCALARS if each != "bytearray"]  # Go tells it by its own type
        item = self._record(depth) if self.draw(st.booleans()) else self._scalar(0, plain)
        return Typed(
            f"{name}[{item.annotation}]",
            lambda: f"{name}({item.value()}, [{self._several(item)}])",
        )

    def _root(self, _depth: int) -> Typed:
        """A root model of what pydantic leaves as it is."""
        item = self._scalar(0, _VALIDATED)
        of = self.draw(st.sampled_from(["{}", "list[{}]", "list[{}] | None"]))

        def value() -> str:
            several = f"[{self._several(item)}]" if "list" in of else item.value()
            return "None" if "None" in of and self.draw(st.booleans()) else several

        annotation = of.format(item.annotation)
        name = self._declared(f"class {{name}}(RootModel[{annotation}]):\n    pass\n")
        return Typed(name, lambda: f"{name}({value()})")

    def _declared(self, text: str) -> str:
        name = f"Declared{len(self.declarations)}"
        self.declarations.append("\n\n" + text.format(name=name))
        return name

    def key(self, depth: int) -> Typed:
        """Draw a type that may be a key: of what Python and Go can both compare."""
        names = sorted(name for name, (_, hashable) in _SCALARS.items() if hashable)
        if depth > 0 and self.draw(st.booleans()):
            if self.draw(st.booleans()):
                return record(self, Typed, depth - 1, hashable=True)
            return self._fixed([self.key(depth - 1) for _ in range(self._count(1))])
        values, _ = _SCALARS[name := self.draw(st.sampled_from(names))]
        return Typed(name, lambda: self.draw(values), hashable=True)

    def _count(self, least: int = 0) -> int:
        return self.draw(st.integers(least, _LONGEST))

    def _several(self, item: Typed) -> str:
        return "".join(f"{item.value()}, " for _ in range(self._count()))

    def _sequence(self, depth: int) -> Typed:
        item = self.type(depth)
        kinds = {
            f"list[{item.annotation}]": ("[", "]"),
            f"Sequence[{item.annotation}]": ("[", "]"),
            f"tuple[{item.annotation}, ...]": ("(", ")"),
        }
        annotation = self.draw(st.sampled_from(sorted(kinds)))
        begin, end = kinds[annotation]
        return Typed(annotation, lambda: f"{begin}{self._several(item)}{end}")

    def _set(self, depth: int) -> Typed:
        item = self.key(depth)
        kind = self.draw(st.sampled_from(["set", "frozenset"]))
        return Typed(f"{kind}[{item.annotation}]", lambda: f"{kind}([{self._several(item)}])")

    def _dict(self, depth: int) -> Typed:
        key, item = self.key(depth), self.type(depth)
        kind = self.draw(st.sampled_from(["dict", "Mapping"]))

        def value() -> str:
            pairs = [f"{key.value()}: {item.value()}" for _ in range(self._count())]
            return "{" + ", ".join(pairs) + "}"

        return Typed(f"{kind}[{key.annotation}, {item.annotation}]", value)

    def _tuple(self, depth: int) -> Typed:
        return self._fixed([self.type(depth) for _ in range(self._count())])

    def _fixed(self, items: list[Typed]) -> Typed:
        annotation = ", ".join(item.annotation for item in items) or "()"
        return Typed(
            f"tuple[{annotation}]",
            lambda: "(" + "".join(f"{item.value()}, " for item in items) + ")",
            hashable=all(item.hashable for item in items),
        )

    def _optional(self, depth: int) -> Typed:
        item = self.type(depth)
        if item.annotation.endswith("| None"):
            return item
        none = st.booleans()
        return Typed(
            f"{item.annotation} | None",
            lambda: "None" if self.draw(none) else item.value(),
        )
