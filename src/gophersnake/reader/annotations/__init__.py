"""From what an annotation says to a type of the model.

`Converter.convert` resolves names through imports and aliases and hands each known name to
the rule of its family: scalars, containers, unions and wrappers, arrays. A type without a
rule becomes an object that says why.
"""

from gophersnake.reader.annotations.convert import Converter

__all__ = ["Converter"]
