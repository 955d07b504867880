"""A slow, plain reading of contract/frame.md, against which both real codecs are tested.

It shares nothing with them but the page and kinds.toml. Values are held in their forms, as
they stand in the test vectors (contract/vectors/README.md).
"""

from __future__ import annotations

import re
import struct
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from .signatures import (
    ANY,
    DTYPE_NAME,
    DTYPES,
    KIND_NAME,
    KINDS,
    NUMBER,
    VERSION,
    Signature,
    Type,
)

FRAMES: dict[str, int] = KINDS["frames"]
DEPTH: int = KINDS["limits"]["depth"]

IN_SEGMENT = 1 << 63
COLLECTIONS = ("list", "sequence", "tuple_of", "set", "frozenset")
DICTS = ("dict", "mapping")
PACKED = {"bool": 1, "int": 8, "float": 8, "complex": 16}
NEVER_IN_ANY = (
    *("any", "optional", "tuple", "sequence", "mapping"),
    *("record", "union", "instance", "adapted", "named", "shaped"),
)
INWARDS = ("call", "return", "error")
PART, HANDLE_OWNER, WRITABLE = 1 << 18, 1 << 17, 1 << 16
MAX_RANK = 32
DETAILED = ("datetime64", "timedelta64", "struct", "bytes", "text")

# A value as deep as the limit takes a few frames of Python's a level.
sys.setrecursionlimit(max(sys.getrecursionlimit(), 8 * DEPTH))


class Malformed(Exception):
    """A frame is not what its program and frame.md make it."""


# Encoding


@dataclass
class Frame:
    """A frame and what lies beside it."""

    content: bytes
    segments: list[bytes] = field(default_factory=list)


def cell(number: int) -> bytes:
    """Return an int, signed or not, as one cell."""
    return struct.pack("<Q", number & (2**64 - 1))


def framed(kind: str, values: bytes, segments: Sequence[bytes] = ()) -> Frame:
    """Put a header before values."""
    head = struct.pack("<2sBBIQ", b"GS", VERSION, FRAMES[kind], len(segments), 16 + len(values))
    return Frame(head + values, list(segments))


def encode(kind: str, type_: Type, form: Any) -> Frame:
    """Encode one value, with every run that may be in the frame inside it."""
    writer = _Writer(kind)
    return framed(kind, writer.value(type_, form), writer.segments)


def encode_call(signature: Signature, arguments: Sequence[Any]) -> Frame:
    """Encode a call; an argument that is left out has the form null."""
    writer = _Writer("call")
    values = [
        writer.value(type_, form)
        for type_, form in zip(signature.call_type().items, arguments, strict=True)
    ]
    return framed("call", b"".join(values), writer.segments)


def run(content: bytes, width: int = 1) -> bytes:
    """Return a run whose content is in the frame."""
    return cell(len(content) // width) + content + bytes(-len(content) % 8)


def packed(kind: str, forms: Sequence[Any]) -> bytes:
    """Return numbers as they lie in a run."""
    if kind == "bool":
        return bytes(forms)
    if kind == "complex":
        return packed("float", [part for form in forms for part in form])
    return b"".join(cell(int(form, 16) if kind == "float" else form) for form in forms)


class _Writer:
    def __init__(self, frame: str) -> None:
        self.frame = frame
        self.segments: list[bytes] = []

    def value(self, type_: Type, form: Any) -> bytes:
        kind = type_.kind
        if kind in COLLECTIONS and type_.items[0].kind in PACKED:
            item = type_.items[0].kind
            return run(packed(item, form), PACKED[item])
        if kind in COLLECTIONS:
            return cell(len(form)) + b"".join(self.value(type_.items[0], f) for f in form)
        if kind in DICTS:
            key, value = type_.items
            return cell(len(form)) + b"".join(
                self.value(key, k) + self.value(value, v) for k, v in form
            )
        if kind == "tuple":
            items = zip(type_.items, form, strict=True)
            return b"".join(self.value(t, f) for t, f in items) or cell(0)
        if kind == "optional":
            return cell(0) if form is None else cell(1) + self.value(type_.items[0], form["some"])
        if kind == "record":
            types = zip(record_types(type_), form, strict=True)
            return b"".join(self.value(t, f) for t, f in types) or cell(0)
        if kind == "union":
            return cell(form["place"]) + self.value(type_.items[form["place"]], form["value"])
        if kind == "adapted":
            return self.value(type_.items[0], form)
        if kind == "any":
            ((inner, value),) = form.items()
            return cell(NUMBER[inner]) + self.value(any_type(inner), value)
        if kind in ("array", "shaped"):
            return self.array(form)
        return self.scalar(kind, form)

    def scalar(self, kind: str, form: Any) -> bytes:
        if kind in ("callable", "held"):
            return self.lent(kind, form)
        if kind == "buffer" and self.frame in INWARDS:
            content = bytes.fromhex(form["bytes"])
            self.segments.append(content)
            return cell(form["lend"]) + cell(len(content) | IN_SEGMENT)
        simple: dict[str, Callable[[Any], bytes]] = {
            "none": lambda _: cell(0),
            "bool": cell,
            "int": cell,
            "float": lambda bits: cell(int(bits, 16)),
            "complex": lambda parts: packed("complex", [parts]),
            "str": lambda text: run(text.encode()),
            "bigint": lambda digits: run(format(int(digits), "x").encode()),
            "object": cell,
            "instance": cell,
        }
        return simple.get(kind, lambda digits: run(bytes.fromhex(digits)))(form)

    def lent(self, kind: str, form: dict[str, int]) -> bytes:
        if kind == "callable" and self.frame in INWARDS and "handle" in form:
            return cell(0) + cell(form["handle"])
        return b"".join(map(cell, form.values()))

    def array(self, form: dict[str, Any]) -> bytes:
        ((owner_kind, owner),) = form["owner"].items()
        head = DTYPES[form["dtype"]]["number"] | form.get("detail", 0) << 32
        head |= WRITABLE if form.get("writable") else 0
        head |= HANDLE_OWNER if owner_kind == "handle" else 0
        if "rank" in form:
            return cell(head | form["rank"] << 8) + cell(owner)
        numbers = [*form["shape"], *form["strides"], form["offset"]]
        if "memory" in form:
            self.segments.append(bytes.fromhex(form["memory"]))
        else:
            head |= PART
        head |= len(form["shape"]) << 8
        return cell(head) + cell(owner) + b"".join(map(cell, numbers))


def record_types(type_: Type) -> list[Type]:
    """Return the types of a record's fields; one that may be missing is an optional."""
    return [
        Type("optional", (item,)) if missing else item
        for (_, missing), item in zip(type_.fields, type_.items, strict=True)
    ]


def any_type(kind: str) -> Type:
    """Return the type of a value inside `any`, whose items are `any` again."""
    if kind in DICTS:
        return Type(kind, (ANY, ANY))
    return Type(kind, (ANY,)) if kind in COLLECTIONS else Type(kind)


# Decoding


def decode(kind: str, type_: Type, frame: Frame) -> Any:
    """Decode one value. Raises Malformed for a frame that is not exactly one."""
    reader = _reader(kind, frame)
    form = reader.value(type_)
    reader.end()
    return form


def decode_call(signature: Signature, frame: Frame) -> list[Any]:
    """Decode a call. Raises Malformed as decode does."""
    reader = _reader("call", frame)
    arguments = [reader.value(type_) for type_ in signature.call_type().items]
    reader.end()
    return arguments


def _reader(kind: str, frame: Frame) -> _Reader:
    if len(frame.content) < 16:
        raise Malformed("no whole header")
    letters, version, number, segments, length = struct.unpack_from("<2sBBIQ", frame.content)
    if letters != b"GS":
        raise Malformed("the letters are not GS")
    if version != VERSION:
        raise Malformed("another version")
    if number != FRAMES[kind]:
        raise Malformed("another kind of frame")
    if segments != len(frame.segments):
        raise Malformed("another number of segments")
    if length != len(frame.content) or length % 8:
        raise Malformed("another length")
    return _Reader(kind, frame)


class _Reader:
    def __init__(self, kind: str, frame: Frame) -> None:
        self.kind = kind
        self.content = frame.content
        self.offset = 16
        self.segments = iter(frame.segments)
        self.depth = 0

    def end(self) -> None:
        if self.offset != len(self.content):
            raise Malformed("bytes after the values")
        if next(self.segments, None) is not None:
            raise Malformed("a segment is left over")

    def take(self, size: int) -> bytes:
        taken = self.content[self.offset : self.offset + size]
        if len(taken) != size:
            raise Malformed("the values end too early")
        self.offset += size
        return taken

    def cell(self) -> int:
        return int.from_bytes(self.take(8), "little")

    def signed(self) -> int:
        return int.from_bytes(self.take(8), "little", signed=True)

    def flag(self) -> bool:
        number = self.cell()
        if number > 1:
            raise Malformed("neither 0 nor 1")
        return number == 1

    def bits(self) -> str:
        return f"{self.cell():016x}"

    def zero(self) -> None:
        if self.cell():
            raise Malformed("not 0")

    def number(self, what: str) -> int:
        number = self.cell()
        if number == 0:
            raise Malformed(f"{what} 0")
        return number

    def segment(self) -> bytes:
        content = next(self.segments, None)
        if content is None:
            raise Malformed("no segment is left")
        return content

    def run(self, width: int = 1, *, in_segment: bool = False) -> bytes:
        head = self.cell()
        size = (head & ~IN_SEGMENT) * width
        if head & IN_SEGMENT:
            content = self.segment()
            if len(content) != size:
                raise Malformed("a segment of another length")
            return content
        if in_segment:
            raise Malformed("not in a segment")
        content = self.take(size)
        self.take(-size % 8)
        return content

    def count(self, cells: int = 1) -> range:
        number = self.cell()
        if number * cells * 8 > len(self.content) - self.offset:
            raise Malformed("more items than cells")
        return range(number)

    def value(self, type_: Type) -> Any:
        if type_.kind != "any":
            return self.typed(type_)
        self.depth += 1
        if self.depth > DEPTH:
            raise Malformed("too deep")
        kind = self.any_kind()
        form = {kind: self.typed(any_type(kind))}
        self.depth -= 1
        return form

    def typed(self, type_: Type) -> Any:
        containers = (*COLLECTIONS, *DICTS, "tuple", "optional", "record", "union", "adapted")
        return self.container(type_) if type_.kind in containers else self.leaf(type_)

    def container(self, type_: Type) -> Any:
        kind, items = type_.kind, type_.items
        if kind in COLLECTIONS and items[0].kind in PACKED:
            return self.packed(items[0].kind)
        if kind in COLLECTIONS:
            return [self.value(items[0]) for _ in self.count()]
        if kind in DICTS:
            return [[self.value(items[0]), self.value(items[1])] for _ in self.count(2)]
        if kind == "optional":
            return {"some": self.value(items[0])} if self.flag() else None
        if kind == "union":
            return self.union(items)
        if kind == "adapted":
            return self.value(items[0])
        if kind == "record":
            items = tuple(record_types(type_))
        if not items:
            self.zero()
        return [self.value(item) for item in items]

    def union(self, items: Sequence[Type]) -> dict[str, Any]:
        place = self.cell()
        if place >= len(items):
            raise Malformed("no place in the union")
        return {"place": place, "value": self.value(items[place])}

    def packed(self, kind: str) -> list[Any]:
        content = self.run(PACKED[kind])
        if kind == "bool":
            if any(byte > 1 for byte in content):
                raise Malformed("neither 0 nor 1")
            return [byte == 1 for byte in content]
        inner = framed("answer", content)
        reader, width = _reader("answer", inner), PACKED[kind]
        return [reader.leaf(Type(kind)) for _ in range(len(content) // width)]

    def leaf(self, type_: Type) -> Any:
        readers: dict[str, Callable[[], Any]] = {
            "none": self.zero,
            "bool": self.flag,
            "int": self.signed,
            "float": self.bits,
            "complex": lambda: [self.bits(), self.bits()],
            "str": self.text,
            "bytes": lambda: self.run().hex(),
            "bytearray": lambda: self.run().hex(),
            "buffer": self.buffer,
            "bigint": self.bigint,
            "object": lambda: self.number("handle"),
            "instance": lambda: self.number("handle"),
            "array": self.array,
            "callable": self.callable,
            "held": self.held,
            "shaped": self.array,
        }
        return readers[type_.kind]()

    def callable(self) -> dict[str, int]:
        if self.kind in INWARDS:
            lend = self.cell()
            if lend:
                return {"lend": below_half(lend)}
        return {"handle": self.number("handle")}

    def held(self) -> dict[str, int]:
        handle = {} if self.kind in INWARDS else {"handle": self.number("handle")}
        return {**handle, "lend": below_half(self.number("lend"))}

    def text(self) -> str:
        try:
            return self.run().decode()
        except UnicodeDecodeError:
            raise Malformed("not UTF-8") from None

    def buffer(self) -> Any:
        if self.kind not in INWARDS:
            return self.run().hex()
        lend = self.number("lend")
        return {"lend": lend, "bytes": self.run(in_segment=True).hex()}

    def bigint(self) -> str:
        digits = self.run()
        if not re.fullmatch(rb"-?[0-9a-f]+", digits):
            raise Malformed("not hexadecimal digits")
        return str(int(digits, 16))

    def any_kind(self) -> str:
        kind = KIND_NAME.get(self.cell())
        outwards = self.kind not in INWARDS
        if kind is None or kind in NEVER_IN_ANY or (kind == "callable" and outwards):
            raise Malformed("no type of a value of any")
        return kind

    def array(self) -> dict[str, Any]:
        head = self.cell()
        dtype, rank = DTYPE_NAME.get(head & 0xFF), head >> 8 & 0xFF
        if dtype is None or rank > MAX_RANK or head >> 19 & 0x1FFF:
            raise Malformed("no dtype and rank")
        by_handle = bool(head & HANDLE_OWNER)
        of_python = self.kind in INWARDS and by_handle
        if head & PART and not of_python:
            raise Malformed("a part of what is not Python's")
        owner = {"handle" if by_handle else "lend": self.number("owner")}
        form: dict[str, Any] = {"dtype": dtype, "owner": owner}
        detail = head >> 32
        if bool(detail) != (dtype in DETAILED):
            raise Malformed("a detail of what has none, or none")
        if detail:
            form["detail"] = detail
        if of_python and not head & PART:
            return {**form, "rank": rank}
        shape = [self.signed() for _ in range(rank)]
        strides = [self.signed() for _ in range(rank)]
        offset = self.signed()
        if of_python:
            return {**form, "shape": shape, "strides": strides, "offset": offset}
        memory = self.segment()
        check_array(DTYPES[dtype]["size"] or detail, shape, strides, offset, len(memory))
        return {
            **form,
            "writable": bool(head & WRITABLE),
            "shape": shape,
            "strides": strides,
            "offset": offset,
            "memory": memory.hex(),
        }


def below_half(lend: int) -> int:
    """Return the number of a lend, of which the highest bit is free."""
    if lend & IN_SEGMENT:
        raise Malformed("a lend with the highest bit")
    return lend


def check_array(
    size: int, shape: Sequence[int], strides: Sequence[int], offset: int, length: int
) -> None:
    """Raise Malformed unless every element lies inside memory of length bytes."""
    if any(n < 0 for n in shape):
        raise Malformed("a negative dimension")
    total = size
    for n in shape:
        total *= n or 1
    if total >= 2**63:
        raise Malformed("more elements than memory can hold")
    first = last = offset
    if 0 not in shape:
        reaches = [(n - 1) * stride for n, stride in zip(shape, strides, strict=True)]
        first += sum(reach for reach in reaches if reach < 0)
        last += sum(reach for reach in reaches if reach > 0) + size
    if first < 0 or last > length:
        raise Malformed("elements outside the memory")
