"""None, where it may stand."""

from typing import Optional, Union

import numpy as np
from numpy.typing import NDArray


def pointers(a: int | None, b: Optional[str], c: Union[bool, None]) -> float | None: ...


def nils(
    a: list[int] | None,
    b: bytes | None,
    c: dict[str, int] | None,
    d: set[str] | None,
    e: NDArray[np.float64] | None,
) -> list[float] | None: ...


def maybe_bytes() -> bytearray | None: ...


def maybe_dict() -> dict[str, float] | None: ...


def maybe_array() -> NDArray[np.int32] | None: ...


def inside(a: list[int | None], b: dict[str, list[str] | None]) -> list[dict[str, int] | None]: ...


def left_out(
    a: int | None = None,
    b: list[str] | None = None,
    c: dict[str, int] | None = None,
    d: NDArray[np.float64] | None = None,
    e: bytes | None = None,
    f: int | None = 5,
    g: list[int] = None,
    h: tuple[int, int] | None = None,
) -> None: ...
