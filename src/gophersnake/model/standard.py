"""Types of the standard library, and numbers of a size, that have a type in Go."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Sized(Enum):
    """An int or float whose size the annotation gives: `Annotated[int, "int32"]`."""

    INT8 = "int8"
    INT16 = "int16"
    INT32 = "int32"
    INT64 = "int64"
    UINT8 = "uint8"
    UINT16 = "uint16"
    UINT32 = "uint32"
    UINT64 = "uint64"
    FLOAT32 = "float32"
    BIG = "big"
    """An int of any size."""


class Standard(Enum):
    """Types of the standard library that cross as values, and files. The values are the names
    of their adapters: see gophersnake.host.adapters."""

    DATETIME = "datetime"
    AWARE_DATETIME = "datetime:aware"
    NAIVE_DATETIME = "datetime:naive"
    DATE = "date"
    TIME = "time"
    TIMEDELTA = "timedelta"
    TZINFO = "tzinfo"
    TIMEZONE = "timezone"
    ZONEINFO = "zoneinfo"
    DECIMAL = "decimal"
    FRACTION = "fraction"
    UUID = "uuid"
    PATH = "path:Path"
    POSIX_PATH = "path:PosixPath"
    WINDOWS_PATH = "path:WindowsPath"
    PURE_PATH = "path:PurePath"
    PURE_POSIX_PATH = "path:PurePosixPath"
    PURE_WINDOWS_PATH = "path:PureWindowsPath"
    PATH_LIKE = "path:PathLike"
    STR_PATH = "path:str"
    """`str | os.PathLike[str]`: a str where it goes in, either where it comes out."""
    IPV4_ADDRESS = "ip:IPv4Address"
    IPV6_ADDRESS = "ip:IPv6Address"
    IP_ADDRESS = "ip:address"
    """`IPv4Address | IPv6Address`."""
    IPV4_NETWORK = "ip:IPv4Network"
    IPV6_NETWORK = "ip:IPv6Network"
    IP_NETWORK = "ip:network"
    IPV4_INTERFACE = "ip:IPv4Interface"
    IPV6_INTERFACE = "ip:IPv6Interface"
    IP_INTERFACE = "ip:interface"
    PATTERN = "pattern"
    FILE = "file"
    """`IO`, of which nobody knows whether it is text."""
    TEXT_FILE = "file:text"
    BINARY_FILE = "file:binary"


@dataclass(frozen=True, slots=True)
class ExceptionOf:
    """An exception that is a value, of a builtin class: `Exception`, `ValueError`."""

    name: str
