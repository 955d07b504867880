"""Paths, identifiers, addresses and patterns, there and back, and some that do not cross."""

from __future__ import annotations

import os
import re
from ipaddress import (
    IPv4Address,
    IPv4Interface,
    IPv4Network,
    IPv6Address,
    IPv6Interface,
    IPv6Network,
)
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Any
from uuid import UUID


def _seen(value: object) -> str:
    return f"{type(value).__name__} {value}"


def of_uuid(v: UUID) -> tuple[str, UUID]:
    return repr(v), v


def of_path(v: Path) -> tuple[bool, str, Path]:
    return isinstance(v, Path), str(v), v


def of_pure_path(v: PurePath) -> tuple[bool, str, PurePath]:
    return isinstance(v, PurePath), str(v), v


def of_posix_path(v: PurePosixPath) -> tuple[str, PurePosixPath]:
    return repr(v), v


def of_windows_path(v: PureWindowsPath) -> tuple[str, PureWindowsPath]:
    return repr(v), v


def of_path_like(v: os.PathLike[str]) -> tuple[bool, str, os.PathLike[str]]:
    return isinstance(v, os.PathLike), os.fspath(v), v


def of_str_path(v: str | os.PathLike[str], as_path: bool) -> tuple[str, str | os.PathLike[str]]:
    return repr(v), Path(v) if as_path else v


def of_v4(v: IPv4Address) -> tuple[str, IPv4Address]:
    return repr(v), v


def of_v6(v: IPv6Address) -> tuple[str, IPv6Address]:
    return repr(v), v


def of_address(v: IPv4Address | IPv6Address) -> tuple[str, IPv4Address | IPv6Address]:
    return repr(v), v


def of_network(v: IPv4Network | IPv6Network) -> tuple[str, IPv4Network | IPv6Network]:
    return repr(v), v


def of_v4_interface(v: IPv4Interface) -> tuple[str, IPv4Interface]:
    return repr(v), v


def of_interface(v: IPv4Interface | IPv6Interface) -> tuple[str, IPv4Interface | IPv6Interface]:
    return repr(v), v


def of_addresses(v: dict[IPv4Address, set[UUID]]) -> tuple[str, dict[IPv4Address, set[UUID]]]:
    return repr(v), v


def of_pattern(v: re.Pattern[str]) -> tuple[str, re.Pattern[str]]:
    return repr(v), v


def _thing(kind: str) -> Any:
    things: dict[str, Any] = {
        "text": "text",
        "none": None,
        "path": Path("a/b"),
        "pure": PurePosixPath("a/b"),
        "v4": IPv4Address("10.0.0.1"),
        "v6": IPv6Address("::1"),
        "v4 network": IPv4Network("10.0.0.0/8"),
        "scoped": IPv6Interface("fe80::1%eth0/64"),
        "pattern of bytes": re.compile(b"x"),
    }
    return things[kind]


def a_uuid(kind: str) -> UUID:
    return _thing(kind)  # type: ignore[no-any-return]


def a_path(kind: str) -> Path:
    return _thing(kind)  # type: ignore[no-any-return]


def a_path_like(kind: str) -> os.PathLike[str]:
    return _thing(kind)  # type: ignore[no-any-return]


def a_str_path(kind: str) -> str | os.PathLike[str]:
    return _thing(kind)  # type: ignore[no-any-return]


def a_v4(kind: str) -> IPv4Address:
    return _thing(kind)  # type: ignore[no-any-return]


def an_address(kind: str) -> IPv4Address | IPv6Address:
    return _thing(kind)  # type: ignore[no-any-return]


def an_interface(kind: str) -> IPv6Interface:
    return _thing(kind)  # type: ignore[no-any-return]


def a_pattern(kind: str) -> re.Pattern[str]:
    return _thing(kind)  # type: ignore[no-any-return]
