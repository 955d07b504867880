"""Types that Python's typing names and that are objects, each with its reason."""

from __future__ import annotations

from gophersnake.model import Type
from gophersnake.reader.annotations.use import Converts, Rule, Use

_REASONS = {
    "all it is known to do is to tell what is in it; Collection would be a slice": (
        "collections.abc.Container"
    ),
    "it is a class as a value": "builtins.type",
    "values are only known to be hashable": "collections.abc.Hashable",
    "only its length is known; KeysView, ValuesView or ItemsView says more": (
        "collections.abc.MappingView"
    ),
    "it is a type variable itself, as a value": (
        "typing.TypeVar typing.ParamSpec typing.TypeVarTuple"
    ),
    "no class is there that it could stand for": "typing.Self",
    "it stands for parameters of a function: Go cannot be generic over those": (
        "typing.Concatenate"
    ),
    "it stands for several types, or for keys, where one type is wanted": "typing.Unpack",
    "any type with the right method is accepted": (
        "typing.SupportsFloat typing.SupportsInt typing.SupportsIndex typing.SupportsComplex"
        " typing.SupportsBytes typing.SupportsAbs typing.SupportsRound"
        " collections.abc.Sized"
    ),
    "there is no value of this type": "typing.Never typing.NoReturn",
}


def _rule(reason: str) -> Rule:
    def convert(use: Use, _converter: Converts) -> Type:
        return use.refused(reason)

    return convert


RULES: dict[str, Rule] = {
    path: _rule(reason) for reason, paths in _REASONS.items() for path in paths.split()
}
