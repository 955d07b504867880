"""Python objects as the forms of the test vectors, and back."""

from __future__ import annotations

import itertools
import struct
from collections.abc import Callable
from typing import Any

import numpy as np

from gophersnake.host import adapters
from tests.contract.cases import SAME
from tests.contract.reference import COLLECTIONS, DICTS, any_type, record_types
from tests.contract.signatures import DTYPES, Type

_MADE: dict[str, Callable[[Any], Any]] = {
    "list": list, "sequence": list, "tuple_of": tuple, "set": set, "frozenset": frozenset,
    "bytes": bytes.fromhex, "buffer": bytes.fromhex,
}  # fmt: skip

adapters.FAMILIES[SAME] = "tests.bridge.forms:same"


def same(argument: str, fields: adapters.Fields = ()) -> adapters.Adapter:
    """The adapter of the test vectors."""
    assert argument == ""
    return adapters.Adapter(lambda plain: plain, lambda value: value)


_NAMES = {"M": "datetime64", "m": "timedelta64", "V": "struct", "S": "bytes", "U": "text"}


def bits_of(number: float) -> str:
    return f"{struct.unpack('<Q', struct.pack('<d', number))[0]:016x}"


def float_of(bits: str) -> float:
    number: float = struct.unpack("<d", struct.pack("<Q", int(bits, 16)))[0]
    return number


def object_of(type_: Type, form: Any) -> Any:
    """Return the Python object of a form."""
    kind = type_.kind
    if kind in COLLECTIONS:
        return _MADE[kind](object_of(type_.items[0], item) for item in form)
    if kind in DICTS:
        key, value = type_.items
        return {object_of(key, k): object_of(value, v) for k, v in form}
    if kind == "tuple":
        return tuple(object_of(t, f) for t, f in zip(type_.items, form, strict=True))
    if kind == "optional":
        return None if form is None else object_of(type_.items[0], form["some"])
    if kind == "record":
        fields = zip(record_types(type_), form, strict=True)
        return tuple(_field(t, f) for t, f in fields)
    if kind == "union":
        return object_of(type_.items[form["place"]], form["value"])
    if kind == "adapted":
        return object_of(type_.items[0], form)
    if kind == "any":
        ((inner, value),) = form.items()
        return object_of(any_type(inner), value)
    if kind in ("array", "shaped"):
        return _array(form)
    if kind == "float":
        return float_of(form)
    if kind == "complex":
        return complex(float_of(form[0]), float_of(form[1]))
    if kind == "bigint":
        return int(form)
    if kind == "buffer" and isinstance(form, dict):
        return bytes.fromhex(form["bytes"])
    if kind == "bytearray":
        return bytearray.fromhex(form)
    return _MADE[kind](form) if kind in _MADE else form


def _field(type_: Type, form: Any) -> Any:
    """A field of a record; the first optional of one that may be missing is not None's."""
    if type_.kind != "optional":
        return object_of(type_, form)
    return adapters.MISSING if form is None else object_of(type_.items[0], form["some"])


def _array(form: dict[str, Any]) -> Any:
    memory = (bytearray if form["writable"] else bytes).fromhex(form["memory"])
    return np.ndarray(form["shape"], form["dtype"], memory, form["offset"], form["strides"])


def content_of(form: dict[str, Any]) -> str:
    """The elements of an array's form one after the other, in C order."""
    if 0 in form["shape"]:  # however many there are along the other dimensions
        return ""
    memory, size = bytes.fromhex(form["memory"]), DTYPES[form["dtype"]]["size"] or form["detail"]
    places = (
        form["offset"] + sum(i * stride for i, stride in zip(index, form["strides"], strict=True))
        for index in itertools.product(*map(range, form["shape"]))
    )
    return b"".join(memory[place : place + size] for place in places).hex()


def form_of(type_: Type, value: Any) -> Any:
    """Return the form of a Python object, which must be exactly what the type makes."""
    kind = type_.kind
    if kind in COLLECTIONS:
        want: dict[str, Any] = {"tuple_of": tuple, "set": set, "frozenset": frozenset}
        assert type(value) is want.get(kind, list), (type_, value)
        return [form_of(type_.items[0], item) for item in value]
    if kind in DICTS:
        assert type(value) is dict
        key, item = type_.items
        return [[form_of(key, k), form_of(item, v)] for k, v in value.items()]
    if kind == "tuple":
        assert type(value) is tuple
        return [form_of(t, v) for t, v in zip(type_.items, value, strict=True)]
    if kind == "optional":
        return None if value is None else {"some": form_of(type_.items[0], value)}
    if kind == "record":
        fields = zip(type_.fields, type_.items, value, strict=True)
        return [_form_of_field(missing, t, v) for (_, missing), t, v in fields]
    if kind == "union":
        place = [each.kind for each in type_.items].index(type(value).__name__)
        return {"place": place, "value": form_of(type_.items[place], value)}
    if kind == "adapted":
        return form_of(type_.items[0], value)
    return _leaf(kind, value)


def _form_of_field(may_be_missing: bool, type_: Type, value: Any) -> Any:
    if not may_be_missing:
        return form_of(type_, value)
    return None if value is adapters.MISSING else {"some": form_of(type_, value)}


def _leaf(kind: str, value: Any) -> Any:
    if kind == "complex":
        assert type(value) is complex
        return [bits_of(value.real), bits_of(value.imag)]
    if kind in ("array", "shaped"):
        return _form_of_array(value)
    want: dict[str, tuple[type, Callable[[Any], Any]]] = {
        "float": (float, bits_of),
        "bigint": (int, str),
        "bytes": (bytes, bytes.hex),
        "bytearray": (bytearray, bytearray.hex),
        "buffer": (memoryview, memoryview.hex),
        "none": (type(None), lambda none: none),
        "bool": (bool, bool),
        "int": (int, int),
        "str": (str, str),
    }
    type_, form = want[kind]
    assert type(value) is type_, (kind, value)
    return form(value)


def _form_of_array(value: Any) -> dict[str, Any]:
    assert type(value) is np.ndarray
    return {
        "dtype": _NAMES.get(value.dtype.kind, str(value.dtype)),
        "writable": value.flags.writeable,
        "shape": list(value.shape),
        "strides": list(value.strides),
        "content": value.tobytes().hex(),
    }


def plain(type_: Type, form: Any) -> Any:
    """The form of a value, with all that does not tell it from an equal one left out: the
    order of sets, where the memory of arrays begins, and how often None is wrapped."""
    kind = type_.kind
    if kind in ("set", "frozenset"):
        items = {repr(item): item for item in (plain(type_.items[0], item) for item in form)}
        return [items[name] for name in sorted(items)]
    if kind in COLLECTIONS:
        return [plain(type_.items[0], item) for item in form]
    if kind in DICTS:
        key, item = type_.items
        return [[plain(key, k), plain(item, v)] for k, v in form]
    if kind == "tuple":
        return [plain(t, f) for t, f in zip(type_.items, form, strict=True)]
    if kind == "optional":
        some = None if form is None else plain(type_.items[0], form["some"])
        return None if some is None else {"some": some}
    if kind in ("record", "union", "adapted"):  # the tests' have nothing to leave out
        return form
    if kind == "any":
        ((inner, value),) = form.items()
        return {inner: plain(any_type(inner), value)}
    if kind in ("array", "shaped") and "memory" in form:
        kept = {name: form[name] for name in ("dtype", "writable", "shape", "strides")}
        return {**kept, "content": content_of(form)}
    if kind == "buffer" and isinstance(form, dict):
        return form["bytes"]
    return form
