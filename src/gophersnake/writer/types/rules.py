"""How types are mapped: by tables of rules, of which the first that accepts a type maps it.

A family of types is one file that gives its rules; the package lists the families.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar, runtime_checkable

from gophersnake import model
from gophersnake.writer.types.mapped import Mapped, Place, UnmappableError

T = TypeVar("T", bound=model.Type)


def _always(_type: object) -> bool:
    return True


@dataclass(frozen=True)
class Rule(Generic[T]):
    """`make` maps the types of one class that `accepts` lets through, or gives None to decline."""

    of: type[T]
    make: Callable[[T, Mapper], Mapped | None]
    accepts: Callable[[T], bool] = _always

    def apply(self, type: model.Type, mapper: Mapper) -> Mapped | None:
        if isinstance(type, self.of) and self.accepts(type):
            return self.make(type, mapper)
        return None


class AnyRule(Protocol):
    """A rule, whatever it is a rule of."""

    def apply(self, type: model.Type, mapper: Mapper) -> Mapped | None: ...


class Form(Protocol):
    """What a declared class is in Go."""

    def value(self, type: model.Named, mapper: Mapper) -> Mapped:
        """The class as a type."""

    def key(self, type: model.Named, mapper: Mapper) -> Mapped | None:
        """The class as a dict key or set element; None where Go cannot compare it."""


@runtime_checkable
class GenericForm(Form, Protocol):
    """The form of a class that may be generic."""

    @property
    def variables(self) -> tuple[model.Variable, ...]:
        """The type variables that it is generic over."""


@runtime_checkable
class ElementForm(Protocol):
    """What a declared dtype is in Go."""

    def element(self) -> Mapped:
        """The elements of arrays, and their layout in place of a codec."""


class Mapper:
    """Maps the types at one place by two tables: one for values, one for dict keys and set
    elements, which Go must be able to compare. `forms` has the declared classes by path."""

    def __init__(
        self,
        place: Place,
        *,
        values: Iterable[AnyRule],
        keys: Iterable[AnyRule],
        forms: Mapping[str, Form] | None = None,
    ) -> None:
        self.place = place
        self.forms = forms or {}
        self._values = tuple(values)
        self._keys = tuple(keys)

    def at(self, place: Place) -> Mapper:
        """The mapper of the same package for types at another place."""
        return Mapper(place, values=self._values, keys=self._keys, forms=self.forms)

    def value(self, type: model.Type) -> Mapped:
        """The type in Go. Errors: UnmappableError where no rule accepts it."""
        for rule in self._values:
            mapped = rule.apply(type, self)
            if mapped is not None:
                return mapped
        raise UnmappableError(f"no rule for the type {type!r}")

    def key(self, type: model.Type) -> Mapped | None:
        """The type in Go as a dict key or set element; None where Go cannot compare it."""
        for rule in self._keys:
            mapped = rule.apply(type, self)
            if mapped is not None:
                return mapped
        return None
