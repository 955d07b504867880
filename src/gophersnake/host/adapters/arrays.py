"""numpy's arrays whose elements are objects or texts, as lists in lists."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

from gophersnake.host.adapters import Adapter, Unfit
from gophersnake.host.masks import instead

_KINDS = {"object_": "O", "str_": "U", "bytes_": "S"}
"""numpy's letters for the kinds of dtypes."""


def an_array(argument: str) -> Adapter:
    """`str_ * 3`: a dtype's name, and the words of a shape (contract/frame.md).

    Raises ImportError where there is no numpy.
    """
    np: Any = importlib.import_module("numpy")
    name, *words = argument.split(" ")
    element = getattr(np, name)
    fill: Callable[[Any, Any], Any] = _texts if name in ("str_", "bytes_") else _objects

    def make(items: list[Any]) -> Any:
        flat, shape = _flat(items, words)
        _check(shape, words)
        return fill(flat, element).reshape(shape)

    def take(value: Any) -> Any:
        if not isinstance(value, np.ndarray):
            raise Unfit(f"array of {name}")
        if value.dtype.kind != _KINDS[name]:
            raise Unfit(f"array of {name}", f"array of {value.dtype}")
        _check(value.shape, words)
        wanted = instead(value)
        if wanted is not None:
            raise Unfit(wanted)
        return value.tolist()

    return Adapter(make, take, np.ndarray)


def _objects(flat: list[Any], element: Any) -> Any:
    np: Any = importlib.import_module("numpy")
    made = np.empty(len(flat), element)
    for i, each in enumerate(flat):  # numpy would make dimensions of lists
        made[i] = each
    return made


def _texts(flat: list[Any], element: Any) -> Any:
    np: Any = importlib.import_module("numpy")
    for each in flat:
        if each[-1:] in ("\0", b"\0"):
            raise Unfit(f"{element.__name__} that does not end in NUL", repr(each))
    return np.array(flat, element)


def _flat(items: list[Any], words: list[str]) -> tuple[list[Any], tuple[int, ...]]:
    """The items of lists in lists, and how many there are in each dimension. Of what has none,
    the words say how long they would be."""
    shape = [len(items)]
    for word in words[1:]:
        lengths = {len(each) for each in items}
        if len(lengths) > 1:
            raise Unfit("lists of one length", f"lengths {', '.join(map(str, sorted(lengths)))}")
        shape.append(lengths.pop() if lengths else int(word) if word.isdecimal() else 0)
        items = [inner for each in items for inner in each]
    return items, tuple(shape)


def _check(shape: tuple[int, ...], words: list[str]) -> None:
    named: dict[str, int] = {}
    for word, extent in zip(words, shape, strict=False):
        wanted = int(word) if word.isdecimal() else named.setdefault(word, extent)
        if word != "*" and wanted != extent:
            break
    else:
        if len(words) == len(shape):
            return
    comma = "," if len(words) == 1 else ""
    raise Unfit(f"array of shape ({', '.join(words)}{comma})", repr(shape))
