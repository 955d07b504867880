"""numpy's scalars, as the numbers they are."""

from __future__ import annotations

import importlib
from typing import Any

from gophersnake.host.adapters import Adapter, Unfit


def a_scalar(name: str) -> Adapter:
    """The scalar of a dtype, `int32`. Raises ImportError where there is no numpy."""
    np: Any = importlib.import_module("numpy")
    dtype = np.dtype(name)
    cls: Any = dtype.type

    def take(value: Any) -> Any:
        if not isinstance(value, np.generic) or value.dtype != dtype:
            raise Unfit(f"numpy.{name}")
        return value.item()

    return Adapter(cls, take, cls)
