"""The classes of a module that have a form of their own in Go."""

from __future__ import annotations

from gophersnake.model.classes import Class
from gophersnake.model.enumerations import Enumeration
from gophersnake.model.layouts import Layout
from gophersnake.model.newtypes import NewType
from gophersnake.model.records import Record
from gophersnake.model.unions import Union

Declaration = Record | Enumeration | Union | NewType | Class | Layout
"""Each kind has a `path`, by which types refer to it (Named), its `module` and `name` there,
a `location` and a `doc`."""
