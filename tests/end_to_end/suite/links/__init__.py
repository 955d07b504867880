"""pydantic's URLs, secrets and sizes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import (
    AnyUrl,
    BaseModel,
    ByteSize,
    HttpUrl,
    PostgresDsn,
    Secret,
    SecretBytes,
    SecretStr,
)
from pydantic.networks import FileUrl


class Link(BaseModel):
    url: HttpUrl
    mirrors: list[AnyUrl] = []
    database: PostgresDsn | None = None
    password: SecretStr
    token: SecretBytes = SecretBytes(b"")
    size: ByteSize = ByteSize(0)


@dataclass
class Page:
    url: HttpUrl


def of_link(v: Link) -> tuple[str, Link]:
    return f"{v.url!s} {v.password} {v.size.human_readable()}", v


def kinds(v: Link) -> list[str]:
    return [type(each).__name__ for each in (v.url, v.password, v.token, v.size)]


def of_page(v: Page) -> tuple[str, Page]:
    return type(v.url).__name__, v


def of_url(v: FileUrl) -> tuple[str, FileUrl]:
    return type(v).__name__, v


def of_secret(v: SecretStr) -> tuple[str, SecretStr]:
    return str(v), v


class Safe(BaseModel):
    pin: Secret[int]
    opened: Secret[date] | None = None


def of_safe(v: Safe) -> tuple[str, Safe]:
    return f"{v.pin} {v.opened}", v


def of_pins(v: list[Secret[int]]) -> tuple[str, list[Secret[int]]]:
    return ", ".join(str(each.get_secret_value()) for each in v), v


def by_url(v: dict[HttpUrl, ByteSize]) -> dict[HttpUrl, ByteSize]:
    return v


def a_url(kind: str) -> HttpUrl:
    things: dict[str, Any] = {"text": "http://a/", "other": AnyUrl("ftp://a/")}
    return things[kind]  # type: ignore[no-any-return]
