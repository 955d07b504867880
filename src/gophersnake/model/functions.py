"""Functions and their parameters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from gophersnake.model.callables import ParameterKind
from gophersnake.model.location import Location
from gophersnake.model.types import Type


class Access(Enum):
    """How a function is reached. Of a member of an instance, the first parameter is that; the
    values are those of gophersnake.host.members."""

    CALL = ""
    """As it is found: a function, class or static method, a class."""
    METHOD = "method"
    """Of the instance's own class, so that what a subclass overrides is called."""
    GET = "get"
    """No function: an attribute or property that is read, …"""
    SET = "set"
    """… is set, …"""
    DELETE = "del"
    """… or deleted."""
    CONSTANT = "constant"
    """An attribute of the class itself, or of a module, which takes no instance."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter. For `*args` and `**kwargs` the type is that of one value."""

    name: str
    kind: ParameterKind
    type: Type
    default: str | None = None
    """The default as it is written in the source, or None where there is none. Empty for what
    may be left out without one: a key of `**kwargs: Unpack[Movie]` that is not required."""
    doc: str = ""
    """What the function's docstring says of this parameter."""
    annotation: str = ""
    """The annotation as it is written in the source; empty where there is none."""
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Function:
    name: str
    """As Python finds it in its module: dotted for a member of a class."""
    parameters: tuple[Parameter, ...]
    result: Type
    signature: str
    """The signature as drift is checked against it: see gophersnake.signature."""
    location: Location
    doc: str = ""
    """The docstring, cleaned as inspect.cleandoc does."""
    is_async: bool = False
    """Whether what a call returns is awaited; `result` is then what that gives."""
    notes: tuple[str, ...] = ()
    """What the user should know of how it was read: that it is one of several overloads, say."""
    called: str = ""
    """What it is called instead of `name`: as its author asks, or to tell overloads apart."""
    returns: str = ""
    """The annotation of the result as it is written in the source; empty where there is none."""
    access: Access = Access.CALL
    is_range: bool = False
    """Whether Go ranges over the iterator that it returns, and each range calls it anew."""

    is_stream: bool = False
    """Whether a call returns an asynchronous iterator; `result` is then one item of it."""
    deprecated: str = ""
    """Why it is not to be used any more, as its author says (PEP 702); else empty."""

    @property
    def known_as(self) -> str:
        """What tells it apart from the module's other functions."""
        return self.called or self.name
