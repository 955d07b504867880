"""Docstrings of classes that describe their fields, in the styles of Google, numpy and Sphinx."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple, TypedDict


@dataclass
class Server:
    """A server to connect to.

    Connections are kept open.

    Attributes:
        host (str): The name, or the address in
            square brackets.
        port: Where it listens.
        timeout (seconds): How long to wait.
        retries: Not used: what stands at the field goes before.
        url: Made of the host and the port.

    Note:
        It is not checked that the server is there.
    """

    host: str
    port: int = 443
    timeout: float = 1.0
    retries: int = 3
    """How often to try again."""


@dataclass
class Span:
    """A part of a text.

    Parameters
    ----------
    start, stop : int
        Places of characters.
    label : str, optional
        What the part is called.
    """

    start: int
    stop: int
    label: str = ""


class Reading(NamedTuple):
    """One value that a sensor gave.

    :ivar sensor: The sensor's number.
    :ivar float value: In degrees.
    :param note: Whatever the observer wrote.
    """

    sensor: int
    value: float
    note: str = ""


class Movie(TypedDict, total=False):
    """A film.

    Attributes:
        title: As on the poster.
        year: Of the first night.
    """

    title: str
    year: int


class Connection:
    """A connection that stays open.

    Args:
        host: Where to.

    Attributes:
        host (str): The name of the server.
        timeout (seconds): How long to wait.
        tries: Not used: what stands at the attribute goes before.
        limit: How many there may be.
        state: Of no attribute that is declared.
    """

    limit: ClassVar[int] = 3
    timeout: float
    tries: int
    """How often it was tried."""

    def __init__(self, host: str) -> None:
        self.host: str = host

    @property
    def is_open(self) -> bool:
        """Whether it is."""
        return True


class Sensor:
    """A sensor.

    Attributes
    ----------
    value : float
        Return the last value, in degrees.
    unit
        What it is measured in.

    Notes
    -----
    It is slow.
    """

    @property
    def value(self) -> float: ...

    unit: str
