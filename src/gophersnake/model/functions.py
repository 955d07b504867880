"""Functions and their parameters."""

from __future__ import annotations

from dataclasses import dataclass

from gophersnake.model.callables import ParameterKind
from gophersnake.model.location import Location
from gophersnake.model.types import Type


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
    """As Python finds it in its module: dotted for a method."""
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

    is_stream: bool = False
    """Whether a call returns an asynchronous iterator; `result` is then one item of it."""

    @property
    def known_as(self) -> str:
        """What tells it apart from the module's other functions."""
        return self.called or self.name
