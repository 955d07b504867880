"""Records: classes whose values are the values of their fields.

For maintainers: each kind of record is one file that gives its KIND, listed in `kinds`;
`layout` has what all of them give, `family` makes declarations of it.
"""

from gophersnake.reader.declarations.records.family import FAMILY

__all__ = ["FAMILY"]
