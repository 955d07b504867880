"""What says something about a type without changing its values."""

from __future__ import annotations

from gophersnake.model import Scalar, Type
from gophersnake.reader.annotations.use import Converts, Rule, Use


def _first(use: Use, converter: Converts) -> Type:
    """`Annotated[T, …]`, `Final[T]`: T. The metadata of `Annotated` is not used yet."""
    if not use.arguments:
        return Scalar.ANY
    return converter.convert(use.arguments[0], use.scope)


RULES: dict[str, Rule] = {
    "typing.Annotated": _first,
    "typing.Final": _first,
    "typing.ClassVar": _first,
}
