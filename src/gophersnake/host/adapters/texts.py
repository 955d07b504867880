"""What crosses as a text: paths, IP addresses, regular expressions; and UUIDs as bytes."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from gophersnake.host.adapters import Adapter, Unfit


def a_uuid(_argument: str) -> Adapter:
    from uuid import UUID

    def take(value: object) -> bytes:
        if not isinstance(value, UUID):
            raise Unfit("uuid.UUID")
        return value.bytes

    return Adapter(lambda raw: UUID(bytes=raw), take, UUID)


def a_path(name: str) -> Adapter:
    """`Path` and its like: a class of pathlib. `PathLike`: whatever has `__fspath__`, a Path
    where it goes in. `str`: the same or a str, a str where it goes in."""
    import pathlib

    if name in ("PathLike", "str"):
        make: Callable[[str], Any] = pathlib.Path if name == "PathLike" else str
        accepted: Any = (os.PathLike, str) if name == "str" else os.PathLike
        expected = "str or os.PathLike[str]" if name == "str" else "os.PathLike[str]"
        return Adapter(make, _taking_path(accepted, expected))
    cls = getattr(pathlib, name)
    concrete = type(cls()) if name in ("Path", "PurePath") else cls
    return Adapter(cls, _taking_path(cls, f"pathlib.{name}"), concrete)


def _taking_path(accepted: Any, expected: str) -> Callable[[object], str]:
    def take(value: object) -> str:
        if not isinstance(value, accepted):
            # 3.13 has these classes in a module of its own, whose name says nothing
            is_path = type(value).__module__.startswith("pathlib")
            raise Unfit(expected, f"pathlib.{type(value).__name__}" if is_path else None)
        path: str | bytes = os.fspath(value)
        if not isinstance(path, str):
            raise Unfit(expected, f"a path of {type(path).__name__}")
        return path

    return take


def an_ip(name: str) -> Adapter:
    """A class of ipaddress; or `address`, `network`, `interface` of either version."""
    import ipaddress

    both: dict[str, tuple[Callable[[str], Any], str, str]] = {
        "address": (ipaddress.ip_address, "Address", "IP address"),
        "network": (ipaddress.ip_network, "Network", "IP network"),
        "interface": (ipaddress.ip_interface, "Interface", "IP interface"),
    }
    if name in both:
        found, suffix, words = both[name]
        classes = (getattr(ipaddress, f"IPv4{suffix}"), getattr(ipaddress, f"IPv6{suffix}"))
        return Adapter(_making_ip(found, f"an {words}"), _taking_ip(classes, f"an {words}"))
    cls = getattr(ipaddress, name)
    words = f"{name[:4]} {name[4:].lower()}"
    return Adapter(_making_ip(cls, f"an {words}"), _taking_ip(cls, f"ipaddress.{name}"), cls)


def _making_ip(make: Callable[[str], Any], expected: str) -> Callable[[str], Any]:
    def making(text: str) -> Any:
        try:
            return make(text)
        except ValueError as error:
            reason = f"{text}: has host bits set" if "host bits" in str(error) else text
            raise Unfit(expected, reason) from None

    return making


def _taking_ip(classes: Any, expected: str) -> Callable[[object], str]:
    def take(value: object) -> str:
        if not isinstance(value, classes):
            raise Unfit(expected)
        if "/" in str(value) and getattr(value, "scope_id", None):
            raise Unfit("an interface without a scope", str(value))
        return str(value)

    return take


def a_pattern(_argument: str) -> Adapter:
    import re

    def make(parts: tuple[str, int]) -> re.Pattern[str]:
        return re.compile(*parts)

    def take(value: object) -> tuple[str, int]:
        if not isinstance(value, re.Pattern):
            raise Unfit("re.Pattern[str]")
        if not isinstance(value.pattern, str):
            raise Unfit("re.Pattern[str]", "re.Pattern[bytes]")
        return value.pattern, value.flags & ~re.DEBUG

    return Adapter(make, take, re.Pattern)
