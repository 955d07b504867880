"""Anything goes in; objects come out."""

from typing import Any


def unannotated(value): ...


def anything(value: Any) -> Any: ...


def an_object(value: object, extra: object = None) -> object: ...


def inside(values: list[Any], table: dict[str, Any]) -> list[Any]: ...


def bare(values: list, table: dict) -> tuple: ...


def pair() -> tuple[Any, int]: ...
