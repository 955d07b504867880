"""Reads what a Python module offers, without importing or running any of it.

`read` reads one module, a `Session` those of a package. Modules are found as Python finds
them, parsed by griffe, and their annotations resolved through imports and aliases; see
gophersnake.model for the result.
"""

from gophersnake.reader.finder import default_search_paths
from gophersnake.reader.mistakes import strangers
from gophersnake.reader.module import read
from gophersnake.reader.session import Session

__all__ = ["Session", "default_search_paths", "read", "strangers"]
