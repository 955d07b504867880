"""Types without parameters."""

from __future__ import annotations

from gophersnake.model import Scalar, Sized, Type
from gophersnake.reader.annotations.use import Converts, Rule, Use

_SCALARS = {
    "builtins.None": Scalar.NONE,
    "types.NoneType": Scalar.NONE,
    "builtins.bool": Scalar.BOOL,
    "builtins.int": Scalar.INT,
    "builtins.float": Scalar.FLOAT,
    "builtins.complex": Scalar.COMPLEX,
    "builtins.str": Scalar.STR,
    "typing.Text": Scalar.STR,
    "typing.LiteralString": Scalar.STR,
    "builtins.bytes": Scalar.BYTES,
    "builtins.bytearray": Scalar.BYTEARRAY,
    "builtins.memoryview": Scalar.BUFFER,
    "collections.abc.Buffer": Scalar.BUFFER,
    "collections.abc.ByteString": Scalar.BUFFER,
    "builtins.object": Scalar.ANY,
    "typing.Any": Scalar.ANY,
    "_typeshed.Incomplete": Scalar.ANY,
    "_typeshed.Unused": Scalar.ANY,
    "_typeshed.MaybeNone": Scalar.ANY,
}


def _rule(scalar: Scalar) -> Rule:
    def convert(_use: Use, _converter: Converts) -> Type:
        return scalar

    return convert


def _int(use: Use, converter: Converts) -> Type:
    """An int of 64 bits, or of any size where the settings say so of the module."""
    big = converter.settings.has_big_ints(use.scope.module.path)
    return Sized.BIG if big else Scalar.INT


RULES: dict[str, Rule] = {
    **{path: _rule(scalar) for path, scalar in _SCALARS.items()},
    "builtins.int": _int,
}
