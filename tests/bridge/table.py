"""The bridge as the other side sees it: C functions called with the addresses of blocks."""

from __future__ import annotations

import ctypes
import importlib
import sys
import types
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.contract.reference import FRAMES, Frame, decode, encode_call
from tests.contract.signatures import KINDS, REFUSAL, STR, Parameter, Signature, Type

bridge = importlib.import_module("gophersnake.bridge")  # an extension, of which mypy knows nothing

ANSWER, EXCEPTION, REFUSED, NO_MEMORY = (
    KINDS["status"][name] for name in ("answer", "exception", "refusal", "no_memory")
)
KIND_OF = {ANSWER: "answer", EXCEPTION: "exception", REFUSED: "refusal"}
SLOTS = (
    *("call", "bind", "release", "drain", "lends", "free", "pending"),
    *("interrupt", "dispatcher", "probe", "inside", "enter", "exit", "entered"),
)
WHERE = "tests_bridge_callables"
"""The module in which the callables to be bound are found."""

_slot = ctypes.CFUNCTYPE(ctypes.c_size_t, ctypes.c_size_t)


class Table(ctypes.Structure):
    _fields_ = [
        ("letters", ctypes.c_char * 8),
        ("version", ctypes.c_uint32),
        ("slots", ctypes.c_uint32),
        ("slot", ctypes.c_size_t * len(SLOTS)),
    ]


class Pair(ctypes.Structure):
    """A segment, or a list block."""

    _fields_ = [("address", ctypes.c_uint64), ("length", ctypes.c_uint64)]


class CallBlock(ctypes.Structure):
    _fields_ = [
        (name, ctypes.c_uint64)
        for name in (
            *("function", "frame", "frame_length", "segments", "segment_count"),
            *("reply", "reply_capacity", "reply_length", "overflow", "reply_segments"),
            *("kept", "released", "interruption", "thread", "place", "batch", "attached"),
        )
    ]


@dataclass
class Reply:
    """What came back. Its segments are views' copies, its frame is checked by nobody yet."""

    status: int
    frame: Frame
    kept: int
    released: int
    function: int
    interruption: int = 0

    def value(self, type_: Type) -> Any:
        """The form of the answer's value."""
        assert self.status == ANSWER, self.refusal() if self.status == REFUSED else self
        return decode("answer", type_, self.frame)

    def refusal(self) -> tuple[str, str, str]:
        """The path, what was expected, and what came instead."""
        assert self.status == REFUSED, self
        path, expected, got = decode("refusal", REFUSAL, self.frame)
        return path, expected, got


def _find_table() -> Table:
    get = ctypes.pythonapi.PyCapsule_GetPointer
    get.restype, get.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    return Table.from_address(get(bridge.table, b"gophersnake.bridge.table"))


table = _find_table()
slots = {name: _slot(address) for name, address in zip(SLOTS, table.slot, strict=True)}


def cross(
    slot: str,
    function: int,
    frame: Frame,
    capacity: int = 256,
    prepare: Callable[[CallBlock], object] = lambda block: None,
) -> Reply:
    """Make a crossing, with a block that somebody may prepare, and copy what comes back."""
    content = ctypes.create_string_buffer(frame.content, len(frame.content) or 1)
    kept = [ctypes.create_string_buffer(part, len(part) or 1) for part in frame.segments]
    pairs = (Pair * max(len(kept), 1))()
    for pair, memory, part in zip(pairs, kept, frame.segments, strict=False):
        pair.address, pair.length = ctypes.addressof(memory), len(part)
    reply = (ctypes.c_uint64 * max(-(-capacity // 8), 1))()
    block = CallBlock(
        function, ctypes.addressof(content), len(frame.content), ctypes.addressof(pairs), len(kept),
        ctypes.addressof(reply) if capacity else 0, capacity,
    )  # fmt: skip
    lends_of_this_call.append((content, kept))
    prepare(block)
    status = slots[slot](ctypes.addressof(block))
    if not block.kept:
        lends_of_this_call.pop()
    return _reply(status, block, ctypes.addressof(reply))


lends_of_this_call: list[Any] = []
"""Memory that Python may have kept."""


def _reply(status: int, block: CallBlock, at: int) -> Reply:
    at = block.overflow or at
    length, count = block.reply_length, block.reply_segments
    content = ctypes.string_at(at, length) if length else b""
    pairs = (Pair * count).from_address(at + length) if count else ()
    segments = [ctypes.string_at(pair.address, pair.length) for pair in pairs]
    if block.overflow:
        slots["free"](block.overflow)
    return Reply(
        status, Frame(content, segments), block.kept, block.released, block.function,
        block.interruption,
    )  # fmt: skip


_RESOLVE = Signature([Parameter(name, STR) for name in ("module", "name", "signature")], STR)
_module = sys.modules.setdefault(WHERE, types.ModuleType(WHERE))


def handle_of(value: object) -> int:
    """Return a new handle of an object."""
    _module.__dict__["value"] = value
    frame = encode_call(_RESOLVE, [WHERE, "value", ""])
    handle: int = cross("call", _resolver(), frame).value(Type("object"))
    return handle


def _resolver() -> int:
    program = Signature(_RESOLVE.parameters, Type("object")).program()
    return bound_program(0, program).function


def bound_program(handle: int, program: bytes) -> Reply:
    """Bind whatever the handle stands for."""
    return cross("bind", handle, Frame(program))


@dataclass
class Function:
    """A callable with the signature that it was bound with."""

    address: int
    signature: Signature

    def call(self, *forms: Any) -> Reply:
        return cross("call", self.address, encode_call(self.signature, forms))

    def call_prepared(self, prepare: Callable[[CallBlock], object], *forms: Any) -> Reply:
        frame = encode_call(self.signature, forms)
        return cross("call", self.address, frame, prepare=prepare)

    def send(self, frame: Frame, capacity: int = 256) -> Reply:
        return cross("call", self.address, frame, capacity)


def bind(callable_: Callable[..., Any], result: Type, *parameters: Parameter) -> Function:
    """Bind a callable."""
    signature = Signature(parameters, result)
    handle = handle_of(callable_)
    reply = bound_program(handle, signature.program())
    assert reply.status == ANSWER, reply
    release(handle)
    return Function(reply.function, signature)


def bind_types(callable_: Callable[..., Any], result: Type, *types_: Type) -> Function:
    """Bind a callable whose parameters need no names."""
    parameters = [Parameter(f"p{i}", type_) for i, type_ in enumerate(types_)]
    return bind(callable_, result, *parameters)


def forget() -> None:
    """Drop the object that a handle was last made for."""
    _module.__dict__.clear()


def release(*handles: int) -> None:
    """Give handles back."""
    numbers = (ctypes.c_uint64 * len(handles))(*handles)
    block = Pair(ctypes.addressof(numbers), len(handles))
    slots["release"](ctypes.addressof(block))


def taken_lends(room: int = 64) -> list[int]:
    """Take the numbers of lends that Python is done with."""
    numbers = (ctypes.c_uint64 * max(room, 1))()
    block = Pair(ctypes.addressof(numbers), room)
    count = slots["lends"](ctypes.addressof(block))
    return list(numbers[:count])


def as_call(frame: Frame, kind: str) -> Frame:
    """A frame of a vector, with the kind in its header changed to that of a call."""
    content = bytearray(frame.content)
    if len(content) > 3 and content[3] == FRAMES[kind]:
        content[3] = FRAMES["call"]
    return Frame(bytes(content), frame.segments)
