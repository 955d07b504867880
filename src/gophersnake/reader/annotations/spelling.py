"""One path for each of Python's own types, whatever it is imported from."""

from __future__ import annotations

import builtins

_BUILTIN = ("List", "Dict", "Set", "FrozenSet", "Tuple", "Type")
_ABSTRACT = (
    *("Awaitable", "AsyncGenerator", "AsyncIterable", "AsyncIterator", "Buffer", "ByteString"),
    *("Callable", "Collection", "Container", "Coroutine", "Generator", "Hashable", "ItemsView"),
    *("Iterable", "Iterator", "KeysView", "Mapping", "MappingView", "MutableMapping"),
    *("MutableSequence", "MutableSet", "Reversible", "Sequence", "Sized", "ValuesView"),
)

_OTHER_NAMES = {
    **{f"typing.{name}": f"builtins.{name.lower()}" for name in _BUILTIN},
    **{f"typing.{name}": f"collections.abc.{name}" for name in _ABSTRACT},
    "typing.ContextManager": "contextlib.AbstractContextManager",
    "typing.AsyncContextManager": "contextlib.AbstractAsyncContextManager",
    "typing.AbstractSet": "collections.abc.Set",
    "typing.Deque": "collections.deque",
    "typing.DefaultDict": "collections.defaultdict",
    "typing.OrderedDict": "collections.OrderedDict",
    "typing.Counter": "collections.Counter",
    "typing.ChainMap": "collections.ChainMap",
    "typing.Pattern": "re.Pattern",
    "_typeshed.ReadableBuffer": "collections.abc.Buffer",
    "_typeshed.WriteableBuffer": "collections.abc.Buffer",
}

_NEWER = frozenset(
    {"BaseExceptionGroup", "ExceptionGroup", "PythonFinalizationError", "frozendict", "sentinel"}
)


def canonical(path: str) -> str:
    """Return the path under which the rules know a type: `typing.List` is `builtins.list`."""
    first, _, rest = path.partition(".")
    if first == "typing_extensions":
        path = f"typing.{rest}"
    elif path.startswith("_collections_abc."):
        path = f"collections.abc.{rest}"
    elif first == "_io":
        path = f"io.{rest}"
    return _OTHER_NAMES.get(path, path)


def is_builtin(name: str) -> bool:
    """Whether a name is one of Python's own, be it of a newer one than this."""
    return hasattr(builtins, name) or name in _NEWER


def builtin_names() -> list[str]:
    """Return the names of Python's own types."""
    return sorted(name for name, value in vars(builtins).items() if isinstance(value, type))
