"""Classes whose instances stay in Python: all that no other family has.

For maintainers: `bases` finds what a class inherits from, `constructor` what makes instances,
`members` what it adds; `family` puts a declaration together.
"""

from gophersnake.reader.declarations.classes.family import FAMILY

__all__ = ["FAMILY"]
