"""numpy's masked arrays, whose data alone would not say what is masked.

The bridge asks of every array of a class made of numpy's. `numpy.ma` is not imported here: who
has a masked array has done that.
"""

from __future__ import annotations

import sys
from typing import Any


def instead(array: Any, /) -> str | None:
    """Return what should have come instead of an array with masked elements; None for another."""
    ma = sys.modules.get("numpy.ma")
    if ma is None or 1 not in ma.getmask(array).tobytes():  # a mask may have a byte for each field
        return None
    return "array without masked elements, as its method filled makes one"
