"""Frames that a receiver refuses, each for one reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .cases import (
    BIGINT,
    BOOL,
    BUFFER,
    BYTES,
    COMPLEX,
    FLOAT,
    HELD,
    NONE,
    OBJECT,
    dict_of,
    optional,
    record,
    tuple_of,
    union,
)
from .reference import (
    DEPTH,
    HANDLE_OWNER,
    IN_SEGMENT,
    PART,
    Frame,
    cell,
    encode,
    framed,
    run,
)
from .signatures import ANY, EXCEPTIONS, INT, NUMBER, RANK_ANY, REFUSAL, STR, Type, list_of


@dataclass(frozen=True)
class Malformed:
    """A frame that is no value of the type. `utf8` marks what only Python looks at."""

    name: str
    type: Type
    frame: Frame
    kind: str = "answer"
    utf8: bool = False


def malformed() -> Iterator[Malformed]:
    """Return all malformed frames."""
    yield from headers()
    yield from scalars()
    yield from runs()
    yield from containers()
    yield from converted()
    yield from dynamic()
    yield from segments()
    yield from arrays()
    yield from failures()


def headers() -> Iterator[Malformed]:
    """Return frames with something wrong in their header."""
    good = framed("answer", cell(7)).content

    def patched(offset: int, patch: bytes) -> Frame:
        return Frame(good[:offset] + patch + good[offset + len(patch) :])

    yield Malformed("nothing", INT, Frame(b""))
    yield Malformed("header cut off", INT, Frame(good[:15]))
    yield Malformed("other letters", INT, patched(0, b"gs"))
    yield Malformed("letters in the wrong order", INT, patched(0, b"SG"))
    yield Malformed("version 0", INT, patched(2, b"\0"))
    yield Malformed("version of the future", INT, patched(2, b"\2"))
    yield Malformed("frame of no kind", INT, patched(3, b"\0"))
    yield Malformed("frame of an unknown kind", INT, patched(3, b"\10"))
    yield Malformed("segment that is not there", INT, patched(4, b"\1"))
    yield Malformed("segments by the billion", INT, patched(4, b"\xff" * 4))
    yield Malformed("segment that is not counted", INT, Frame(good, [b"x"]))
    yield Malformed("length of the values only", INT, patched(8, cell(8)))
    yield Malformed("length beyond the frame", INT, patched(8, cell(32)))
    yield Malformed("length of -8", INT, patched(8, cell(-8)))
    yield Malformed("frame longer than its length", INT, Frame(good + cell(0)))
    odd = good + bytes(4)
    yield Malformed("length no multiple of 8", INT, Frame(odd[:8] + cell(len(odd)) + odd[16:]))


def scalars() -> Iterator[Malformed]:
    """Return single cells that mean nothing, too few and too many of them."""
    cells = {"none": 1, "bool": 1, "int": 1, "float": 1, "complex": 2, "str": 1, "bytes": 1}
    cells |= {"bytearray": 1, "buffer": 1, "object": 1, "any": 2, "bigint": 1, "held": 1}
    for kind, needed in cells.items():
        values = cell(NUMBER["int"]) if needed == 2 else b""
        yield Malformed(f"{kind} that ends too early", Type(kind), framed("answer", values))
    yield Malformed("cell left over", INT, framed("answer", cell(1) + cell(2)))
    yield Malformed("none that is 1", NONE, framed("answer", cell(1)))
    for number in (2, 256, 2**32, -1):
        yield Malformed(f"bool that is {number}", BOOL, framed("answer", cell(number)))
    yield Malformed("object with handle 0", OBJECT, framed("answer", cell(0)))
    callable_ = Type("callable", (NONE,))
    for frame in ("answer", "call"):
        yield Malformed(f"callable 0 in a {frame}", callable_, framed(frame, cell(0) * 2), frame)
        yield Malformed(f"held 0 in a {frame}", HELD, framed(frame, cell(0)), frame)
    yield Malformed("held without a lend", HELD, framed("answer", cell(3) + cell(0)))
    any_callable = framed("answer", cell(NUMBER["callable"]) + cell(3))
    yield Malformed("any callable in an answer", ANY, any_callable)
    yield Malformed("complex without its end", COMPLEX, framed("answer", cell(0)))


def runs() -> Iterator[Malformed]:
    """Return runs of wrong lengths and contents."""
    for kind in ("str", "bytes", "bigint"):
        longer = framed("answer", cell(9) + cell(0))
        yield Malformed(f"{kind} longer than the frame", Type(kind), longer)
    yield Malformed("str of 2**63-1 bytes", STR, framed("answer", cell(2**63 - 1) + cell(0)))
    yield Malformed("str without its padding's cell", STR, framed("answer", cell(1)))
    for item, width in (("bool", 1), ("int", 8), ("float", 8), ("complex", 16)):
        one_more = framed("answer", cell(16 // width + 1) + cell(0) + cell(0))
        yield Malformed(f"list of {item} longer than the frame", list_of(Type(item)), one_more)
        if width > 1:  # n times width is 16 in 64 bits
            wrapped = framed("answer", cell((2**64 + 16) // width) + cell(0) * 2)
            yield Malformed(f"list of {item} whose size wraps", list_of(Type(item)), wrapped)
    for byte in (2, 255):
        frame = framed("answer", run(bytes([1, byte])))
        yield Malformed(f"list of bool with byte {byte}", list_of(BOOL), frame)
    for digits in (
        "",
        "-",
        "FF",
        "+1",
        "0x1",
        "1_0",
        " 1",
        "1 ",
        "--1",
        "1-",
        "g",
        "1\0",
        "\uff11",
    ):
        frame = framed("answer", run(digits.encode()))
        yield Malformed(f"bigint as {digits!a}", BIGINT, frame)
    invalid = {
        "a byte alone": b"a\x80",
        "a surrogate": b"\xed\xa0\x80",
        "too long a form": b"\xc0\xaf",
        "an end too early": b"\xf0\x9f\x90",
        "a code point too high": b"\xf4\x90\x80\x80",
    }
    for name, content in invalid.items():
        yield Malformed(f"str with {name}", STR, framed("call", run(content)), "call", utf8=True)


def containers() -> Iterator[Malformed]:
    """Return counts that the cells do not bear out, and flags that are none."""
    strings = list_of(STR)
    yield Malformed("list of more items than cells", strings, framed("answer", cell(2) + cell(0)))
    yield Malformed("list of 2**63 items", strings, framed("answer", cell(2**63)))
    yield Malformed("list of 2**61 items", strings, framed("answer", cell(2**61)))
    yield Malformed("list of none with too many", list_of(NONE), framed("answer", cell(1)))
    yield Malformed("list with a bad item", strings, framed("answer", cell(1) + cell(9)))
    entry = run(b"a") + cell(1)
    ints = dict_of(STR, INT)
    yield Malformed("dict with half an entry", ints, framed("answer", cell(1) + run(b"a")))
    too_many = framed("answer", cell(2) + entry)
    yield Malformed("dict of more entries than cells", ints, too_many)
    # n would be right if n * 2 were reckoned in 64 bits.
    yield Malformed("dict whose size wraps", ints, framed("answer", cell(2**63) + entry))
    pair = tuple_of(INT, FLOAT)
    yield Malformed("tuple that ends too early", pair, framed("answer", cell(1)))
    yield Malformed("tuple empty that is 1", tuple_of(), framed("answer", cell(1)))
    yield Malformed("tuple empty of no cell", tuple_of(), framed("answer", b""))
    yield Malformed("optional that is 2", optional(INT), framed("answer", cell(2) + cell(0)))
    yield Malformed("optional without its value", optional(INT), framed("answer", cell(1)))
    yield Malformed("optional none with a value", optional(INT), framed("answer", cell(0) * 2))


def converted() -> Iterator[Malformed]:
    """Return records and unions that are none."""
    two = union(INT, STR)
    yield Malformed("union at a place behind its end", two, framed("answer", cell(2) + cell(0)))
    yield Malformed("union without a value", two, framed("answer", cell(0)))
    yield Malformed("record empty but 1", record(), framed("answer", cell(1)))
    may = record(("x", INT), missing=["x"])
    yield Malformed("record with a field neither there nor missing", may, framed("answer", cell(2)))
    yield Malformed(
        "record that ends early", record(("x", INT), ("y", INT)), framed("answer", cell(1))
    )


def dynamic() -> Iterator[Malformed]:
    """Return values of any that are of no type."""
    for number in (0, 14, 26, 255, NUMBER["int"] + 256, NUMBER["int"] + 2**32):
        frame = framed("answer", cell(number) + cell(0))
        yield Malformed(f"any of type {number}", ANY, frame)
    for kind in ("any", "optional", "tuple", "sequence", "mapping"):
        frame = framed("answer", cell(NUMBER[kind]) + cell(0))
        yield Malformed(f"any of {kind}", ANY, frame)
    # In any, items have types; a packed list would not.
    packed = framed("answer", cell(NUMBER["list"]) + run(bytes(8), 8))
    yield Malformed("any of a list of cells without types", ANY, packed)
    one = cell(NUMBER["list"]) + cell(1)
    for kind in ("list", "int"):
        deep = framed("answer", one * DEPTH + cell(NUMBER[kind]) + cell(0))
        yield Malformed(f"any {kind} one too deep", ANY, deep)


def segments() -> Iterator[Malformed]:
    """Return runs whose segments are missing, of another length or too many."""
    text = cell(3 | IN_SEGMENT)
    yield Malformed("str in a segment that is missing", STR, framed("answer", text))
    yield Malformed("str in a shorter segment", STR, framed("answer", text, [b"ab"]))
    yield Malformed("str in a longer segment", STR, framed("answer", text, [b"abcd"]))
    yield Malformed("segment left over", STR, framed("answer", run(b"abc"), [b"abc"]))
    yield Malformed(
        "segment used twice", list_of(STR), framed("answer", cell(2) + text * 2, [b"abc"])
    )
    floats = framed("answer", cell(2 | IN_SEGMENT), [bytes(8)])
    yield Malformed("list of float in half a segment", list_of(FLOAT), floats)
    wrapped = framed("answer", cell(2**61 + 1 | IN_SEGMENT), [bytes(8)])
    yield Malformed("list of float in a segment whose size wraps", list_of(FLOAT), wrapped)
    lend = cell(1) + cell(3 | IN_SEGMENT)
    inside = framed("call", cell(1) + run(b"abc"))
    yield Malformed("buffer inside the frame", BUFFER, inside, "call")
    beside = framed("call", cell(1) + run(b"abc") + text, [b"abc"])
    pair = tuple_of(BUFFER, STR)
    yield Malformed("buffer inside the frame beside a segment", pair, beside, "call")
    nobody = framed("call", cell(0) + lend[8:], [b"abc"])
    yield Malformed("buffer with lend 0", BUFFER, nobody, "call")
    yield Malformed("buffer without memory", BUFFER, framed("call", lend), "call")
    yield Malformed("bytes in place of a buffer's", BYTES, framed("call", lend, [b"abc"]), "call")


def arrays() -> Iterator[Malformed]:
    """Return arrays that are none, or do not lie inside their memory."""
    int16 = Type("array", dtype="int16", rank=RANK_ANY)

    def array(
        shape: Sequence[int], strides: Sequence[int], offset: int = 0, head: int = 4, owner: int = 1
    ) -> Frame:
        cells = [head | len(shape) << 8, owner, *shape, *strides, offset]
        return framed("call", b"".join(map(cell, cells)), [bytes(12)])

    frames = {
        "of dtype 0": array([6], [2], head=0),
        "of dtype 20": array([6], [2], head=20),
        "of structs without a size": array([1], [2], head=17),
        "with a size that its dtype has": array([6], [2], head=4 | 2 << 32),
        "of rank 33": array([1] * 33, [2] * 33),
        "with an unknown bit": array([6], [2], head=4 | 1 << 19),
        "with the highest bit": array([6], [2], head=4 | 1 << 63),
        "with owner 0": array([6], [2], owner=0),
        "of Python's with handle 0": framed("call", cell(4 | HANDLE_OWNER | 1 << 8) + cell(0)),
        "that is a part of Go's": array([6], [2], head=4 | PART),
        "that is a part of Python's with memory": array([6], [2], head=4 | PART | HANDLE_OWNER),
        "of Python's with memory": array([6], [2], head=4 | HANDLE_OWNER),
        "with a negative dimension": array([-1], [2]),
        "with a negative dimension beside none": array([0, -1], [2, 2]),
        "with one element too many": array([7], [2]),
        "with one byte too many": array([6], [2], 1),
        "with a stride too wide": array([2], [11]),
        "with a negative offset": array([1], [2], -1),
        "backwards past the beginning": array([6], [-2], 9),
        "with the offset behind the memory": array([1], [2], 12),
        "without elements, behind the memory": array([0], [2], 13),
        "without elements, before the memory": array([0], [2], -1),
        "of rank 0 behind the memory": array([], [], 11),
        "with a size that wraps to 0": array([2**32, 2**32], [0, 0]),
        "with a size that wraps to 2": array([2**62, 4, 1], [0, 0, 2]),
        "with a size of 2**63": array([2**62], [0]),
        "with a reach that wraps": array([2**33 + 1], [2**31]),
        "with a reach that wraps to the inside": array([5], [2**62]),
        "with reaches whose sum wraps": array([2, 2], [2**63 - 1, 2**63 - 1]),
        "with the lowest stride": array([2], [-(2**63)]),
        "with the highest offset": array([1], [2], 2**63 - 1),
        "with an offset that a reach would make good": array([2], [-(2**63)], 2**63 - 1),
        "without memory": Frame(
            array([6], [2]).content[:4] + bytes(4) + array([6], [2]).content[8:]
        ),
        "that ends within its shape": framed("call", cell(4 | 2 << 8) + cell(1) + cell(1), [b""]),
    }
    for name, frame in frames.items():
        yield Malformed(f"array {name}", int16, frame, "call")


def failures() -> Iterator[Malformed]:
    """Return exceptions and refusals that are incomplete."""
    yield Malformed(
        "exception that ends too early", EXCEPTIONS, framed("exception", cell(1)), "exception"
    )
    whole = ["m", "E", "", [], [], [], -1, -1, False, [], "", 0, 0]
    nobody = encode("exception", EXCEPTIONS, [whole])
    yield Malformed("exception with handle 0", EXCEPTIONS, nobody, "exception")
    half = framed("refusal", run(b"path") + run(b"float"))
    yield Malformed("refusal that ends too early", REFUSAL, half, "refusal")
    yield Malformed(
        "answer in place of a refusal", REFUSAL, framed("answer", cell(0) * 3), "refusal"
    )
