"""pydantic's `RootModel[T]`, as it stands in an annotation: a T that pydantic validates."""

from __future__ import annotations

from gophersnake.model import RootOf, Scalar, Type, variables_in
from gophersnake.reader.annotations.use import Converts, Rule, Use

ROOT_MODELS = frozenset({"pydantic.RootModel", "pydantic.root_model.RootModel"})
_ITSELF = "pydantic:RootModel"


def _root_model(use: Use, converter: Converts) -> Type:
    if use.arguments is None:
        return RootOf(Scalar.ANY, _ITSELF)
    if len(use.arguments) != 1:
        return use.refused("one type expected: RootModel[T]")
    item = converter.convert(use.arguments[0], use.scope)
    return RootOf(item, spelled(use, item, _ITSELF))


def spelled(use: Use, item: Type, bare: str) -> str:
    """Return how Python finds the class that is used: the one without type arguments where the
    text of its module does not tell them."""
    module = use.scope.module.path
    if use.arguments is None or module == "settings" or variables_in(item):
        return bare
    return f"{module}:{use.text}"


RULES: dict[str, Rule] = dict.fromkeys(ROOT_MODELS, _root_model)
