"""Names that must not be given twice, and those that Go keeps for itself.

A clash is resolved by a `_` at the end, as often as it takes.
"""

from __future__ import annotations

from collections.abc import Iterable


def names(text: str) -> frozenset[str]:
    """The names in a text."""
    return frozenset(text.split())


KEYWORDS = names(
    """
    break case chan const continue default defer else fallthrough for func go goto if import
    interface map package range return select struct switch type var
    """
)

PREDECLARED_TYPES = names(
    """
    any bool byte comparable complex128 complex64 error float32 float64 int int16 int32 int64
    int8 rune string uint uint16 uint32 uint64 uint8 uintptr
    """
)

PREDECLARED_VALUES = names(
    """
    append cap clear close complex copy delete false imag iota len make max min new nil panic
    print println real recover true
    """
)

IMPORTS = frozenset({"bind", "context", "embed", "python"})
STANDARD_IMPORTS = frozenset({"big", "iter", "netip", "time"})

# What a package may not declare, or had better not: a variable `len` would hide Go's own from
# everything else in the package, and the parameters `ctx` and `options` would hide variables.
NOT_FOR_PACKAGES = (
    KEYWORDS
    | PREDECLARED_TYPES
    | PREDECLARED_VALUES
    | IMPORTS
    | STANDARD_IMPORTS
    | {"_", "ctx", "init", "main", "options"}
)

# A parameter may be called `max` or `len`: the body uses none of Go's functions. A parameter
# `string` would be lawful too, but nobody could read its line.
NOT_FOR_PARAMETERS = (
    KEYWORDS | PREDECLARED_TYPES | IMPORTS | {"_", "ctx", "options", "false", "iota", "nil", "true"}
)


# What a method may not be called, because go vet has a signature for it.
NOT_FOR_METHODS = names(
    """
    Format GobDecode GobEncode MarshalJSON MarshalXML ReadByte ReadRune UnmarshalJSON UnmarshalXML
    UnreadByte UnreadRune WriteByte
    """
)

# Nor of a class: what Go calls on every handle without a context.
NOT_FOR_HANDLES = NOT_FOR_METHODS | {"Close", "EncodeAny", "Object", "String"}

# The same of an exception, which is an error of Go's.
NOT_FOR_ERRORS = NOT_FOR_HANDLES | names("As Error Is Raised Unwrap")


class Scope:
    """The names given so far at one place: a package, a function, a struct."""

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._taken = set(reserved)

    def is_free(self, name: str) -> bool:
        return name not in self._taken

    def give(self, name: str) -> str:
        """The name itself, or the nearest that is free, which nobody else is given."""
        while not self.is_free(name):
            name += "_"
        self._taken.add(name)
        return name


class Inner(Scope):
    """The names given within a place, where those of the place are taken."""

    def __init__(self, outer: Scope, reserved: Iterable[str] = ()) -> None:
        super().__init__(reserved)
        self._outer = outer

    def is_free(self, name: str) -> bool:
        return super().is_free(name) and self._outer.is_free(name)
