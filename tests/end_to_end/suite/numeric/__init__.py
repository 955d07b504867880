"""Numbers beyond int and float, there and back, and some that do not cross."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

import numpy as np


def of_decimal(v: Decimal) -> tuple[str, Decimal]:
    return repr(v), v


def of_decimals(v: dict[Decimal, Decimal | None]) -> tuple[str, dict[Decimal, Decimal | None]]:
    return repr(v), v


def of_fraction(v: Fraction) -> tuple[str, Fraction]:
    return repr(v), v


def of_fractions(v: dict[Fraction, Fraction | None]) -> tuple[str, dict[Fraction, Fraction | None]]:
    return repr(v), v


def of_big(v: Annotated[int, "big"]) -> tuple[str, Annotated[int, "big"]]:
    return str(v), v


def of_optional_big(v: Annotated[int, "big"] | None) -> tuple[str, Annotated[int, "big"] | None]:
    return str(v), v


def of_int8(v: Annotated[int, "int8"]) -> tuple[str, Annotated[int, "int8"]]:
    return repr(v), v


def of_uint64(v: Annotated[int, "uint64"]) -> tuple[str, Annotated[int, "uint64"]]:
    return repr(v), v


def of_int32(v: Annotated[int, np.int32]) -> tuple[str, Annotated[int, np.int32]]:
    return repr(v), v


def of_float32(v: Annotated[float, "float32"]) -> tuple[str, Annotated[float, "float32"]]:
    return repr(v), v


Byte = Annotated[int, "uint8"]
Single = Annotated[float, "float32"]
Wide = Annotated[int, "uint64"]


def of_lists(
    a: list[Byte], b: list[Single], c: list[Wide]
) -> tuple[str, list[Byte], list[Single], list[Wide]]:
    return repr((a, b, c)), a, b, c


def of_np_bool(v: np.bool_) -> tuple[str, np.bool_]:
    return f"{type(v).__name__} {v!s}", v


def of_np_int32(v: np.int32) -> tuple[str, np.int32]:
    return f"{type(v).__name__} {v!s}", v


def of_np_uint64(v: np.uint64) -> tuple[str, np.uint64]:
    return f"{type(v).__name__} {v!s}", v


def of_np_float16(v: np.float16) -> tuple[str, np.float16]:
    return f"{type(v).__name__} {v!s}", v


def of_np_float32(v: np.float32) -> tuple[str, np.float32]:
    return f"{type(v).__name__} {v!s}", v


def of_np_float64(v: np.float64) -> tuple[str, np.float64]:
    return f"{type(v).__name__} {v!s}", v


def of_np_complex64(v: np.complex64) -> tuple[str, np.complex64]:
    return f"{type(v).__name__} {v!s}", v


def of_np_keys(v: dict[np.int32, np.float32]) -> tuple[str, dict[np.int32, np.float32]]:
    return " ".join(sorted(f"{type(each).__name__} {each!s}" for each in v)), v


def divide(number: int, by: int) -> tuple[Annotated[int, "quotient"], Annotated[int, "remainder"]]:
    """Divide with a remainder."""
    return divmod(number, by)


def _thing(kind: str) -> Any:
    things: dict[str, Any] = {
        "text": "1",
        "float": 1.5,
        "int": 1,
        "minus one": -1,
        "300": 300,
        "huge": 10**30,
        "1e300": 1e300,
        "bytes": [1, 2, 256],
        "singles": [1.0, 1e300],
        "np int64": np.int64(1),
        "np float64": np.float64(1.5),
    }
    return things[kind]


def a_decimal(kind: str) -> Decimal:
    return _thing(kind)  # type: ignore[no-any-return]


def a_fraction(kind: str) -> Fraction:
    return _thing(kind)  # type: ignore[no-any-return]


def a_byte(kind: str) -> Annotated[int, "uint8"]:
    return _thing(kind)  # type: ignore[no-any-return]


def a_wide(kind: str) -> Annotated[int, "uint64"]:
    return _thing(kind)  # type: ignore[no-any-return]


def a_single(kind: str) -> Annotated[float, "float32"]:
    return _thing(kind)  # type: ignore[no-any-return]


def bytes_of(kind: str) -> list[Byte]:
    return _thing(kind)  # type: ignore[no-any-return]


def singles_of(kind: str) -> list[Single]:
    return _thing(kind)  # type: ignore[no-any-return]


def an_np_int32(kind: str) -> np.int32:
    return _thing(kind)  # type: ignore[no-any-return]


def an_np_float32(kind: str) -> np.float32:
    return _thing(kind)  # type: ignore[no-any-return]
