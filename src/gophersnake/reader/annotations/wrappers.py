"""What says something about a type without changing its values."""

from __future__ import annotations

from gophersnake.model import Scalar, Type
from gophersnake.reader.annotations.metadata import narrowed
from gophersnake.reader.annotations.use import Converts, Rule, Use


def _first(use: Use, converter: Converts) -> Type:
    """`Final[T]`: T."""
    if not use.arguments:
        return Scalar.ANY
    return converter.convert(use.arguments[0], use.scope)


def _annotated(use: Use, converter: Converts) -> Type:
    """`Annotated[T, …]`: T, as the metadata that is for us narrows it."""
    found = _first(use, converter)
    for metadata in (use.arguments or ())[1:]:
        found = narrowed(found, metadata, use.scope, converter)
    return found


def _guard(_use: Use, _converter: Converts) -> Type:
    """`TypeGuard[T]`, `TypeIs[T]`: the function returns a bool."""
    return Scalar.BOOL


RULES: dict[str, Rule] = {
    "typing.Annotated": _annotated,
    "typing.Final": _first,
    "typing.ClassVar": _first,
    "typing.TypeGuard": _guard,
    "typing.TypeIs": _guard,
}
