"""The classes that have a form of their own in Go.

For maintainers: `family` says what a family of classes is, and each family is one file or
folder that gives its FAMILY; `registry` asks them in their order which class is whose, and
reads each class once.
"""

from gophersnake.reader.declarations.registry import Declarations

__all__ = ["Declarations"]
