"""What a Go programmer passes where Python names nothing but what the value can do.

`SupportsFloat` is every type with `__float__`, in Go a `float64`. As results such types stay
objects: nobody knows what comes.
"""

from __future__ import annotations

_INSTEAD = {
    "typing.SupportsFloat": "builtins.float",
    "typing.SupportsInt": "builtins.int",
    "typing.SupportsIndex": "builtins.int",
    "typing.SupportsComplex": "builtins.complex",
    "typing.SupportsBytes": "builtins.bytes",
    "_typeshed.SupportsTrunc": "builtins.float",
    "_typeshed.SupportsLenAndGetItem": "collections.abc.Sequence",
    "_typeshed.SupportsItems": "collections.abc.Mapping",
    "_typeshed.SupportsKeysAndGet": "collections.abc.Mapping",
    "_typeshed.SupportsKeysAndGetItem": "collections.abc.Mapping",
    "_typeshed.SupportsContainsAndGetItem": "collections.abc.Mapping",
    "_typeshed.SliceableBuffer": "collections.abc.Buffer",
    "_typeshed.IndexableBuffer": "collections.abc.Buffer",
    "_typeshed.SupportsGetItemBuffer": "collections.abc.Buffer",
    "_typeshed.SizedBuffer": "collections.abc.Buffer",
    "_typeshed.StrOrBytesPath": "_typeshed.StrPath",
    "_typeshed.BytesPath": "builtins.bytes",
    "_typeshed.GenericPath": "_typeshed.StrPath",
    "_typeshed.FileDescriptorOrPath": "_typeshed.StrPath",
    "_typeshed.FileDescriptorLike": "builtins.int",
    "_typeshed.SupportsRead": "typing.IO",
    "_typeshed.SupportsReadline": "typing.IO",
    "_typeshed.SupportsNoArgReadline": "typing.IO",
    "_typeshed.SupportsWrite": "typing.IO",
}


def instead(path: str) -> str | None:
    """Return the path of the type to pass for one of these; None for any other type."""
    return _INSTEAD.get(path)
