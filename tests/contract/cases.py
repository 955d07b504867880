"""The values of the test vectors: every type of kinds.toml, and its edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from .reference import DEPTH, IN_SEGMENT, Frame, cell, framed, packed, run
from .signatures import (
    ANY,
    DTYPES,
    EXCEPTIONS,
    INT,
    KINDS,
    NUMBER,
    RANK_ANY,
    REFUSAL,
    STR,
    Parameter,
    Signature,
    Type,
    list_of,
)

BOOL, FLOAT, COMPLEX = Type("bool"), Type("float"), Type("complex")
BYTES, BUFFER, OBJECT, BIGINT = Type("bytes"), Type("buffer"), Type("object"), Type("bigint")
NONE = Type("none")
HELD = Type("held")
COMPARE = Type(
    "callable",
    (BOOL,),
    parameters=(
        Parameter("a", INT, "positional_only"),
        Parameter("b", optional_int := Type("optional", (INT,)), default=True),
        Parameter("rest", STR, "var_positional"),
        Parameter("key", list_of(optional_int), "keyword_only"),
        Parameter("more", ANY, "var_keyword"),
    ),
)
LATER = Type("callable", (NONE,), flags=KINDS["callables"]["async"])
UNWRITTEN = object()

ONE, MINUS_ZERO, INFINITY, NAN = (
    "3ff0000000000000",
    "8000000000000000",
    "7ff0000000000000",
    "7ff8000000000000",
)
NAN_WITH_PAYLOAD, SIGNALING_NAN = "fff8deadbeef0001", "7ff0000000000001"
SMALLEST, LARGEST = "0000000000000001", "7fefffffffffffff"
INT_MIN, INT_MAX = -(2**63), 2**63 - 1


@dataclass(frozen=True)
class Value:
    """A value and the frame it is the whole of.

    A frame that is given is one that a receiver accepts though no sender makes it; otherwise
    the frame is what the reference makes of the form.
    """

    name: str
    type: Type
    form: Any  # UNWRITTEN where it is too deep for JSON
    frame: str = "answer"
    given: Frame | None = None


def values() -> Iterator[Value]:
    """Return all values."""
    yield from scalars()
    yield from texts()
    yield from containers()
    yield from converted()
    yield from dynamic()
    yield from memory()
    yield from lent()
    yield from failures()
    yield from accepted()


def optional(item: Type) -> Type:
    """Return the type of an optional."""
    return Type("optional", (item,))


def dict_of(key: Type, value: Type) -> Type:
    """Return the type of a dict."""
    return Type("dict", (key, value))


def tuple_of(*items: Type) -> Type:
    """Return the type of a tuple of exactly these items."""
    return Type("tuple", items)


def scalars() -> Iterator[Value]:
    """Return values of one or two cells."""
    yield Value("none", NONE, None)
    yield Value("false", BOOL, False)
    yield Value("true", BOOL, True)
    for number in (0, 1, -1, INT_MIN, INT_MAX):
        yield Value(f"int {number}", INT, number)
    floats = {
        "zero": "0" * 16,
        "one": ONE,
        "minus zero": MINUS_ZERO,
        "infinity": INFINITY,
        "minus infinity": "fff0000000000000",
        "nan": NAN,
        "nan with payload": NAN_WITH_PAYLOAD,
        "signaling nan": SIGNALING_NAN,
        "smallest": SMALLEST,
        "largest": LARGEST,
    }
    for name, bits in floats.items():
        yield Value(f"float {name}", FLOAT, bits)
    yield Value("complex", COMPLEX, [ONE, MINUS_ZERO])
    yield Value("complex of nan and infinity", COMPLEX, [NAN_WITH_PAYLOAD, INFINITY])
    yield Value("object", OBJECT, 17)
    yield Value("object with the largest handle", OBJECT, 2**64 - 1)


def texts() -> Iterator[Value]:
    """Return runs of bytes."""
    strings = {
        "empty": "",
        "of one letter": "a",
        "of exactly one cell": "12345678",
        "of one byte more than a cell": "123456789",
        "with a NUL inside": "a\0b",
        "of only a NUL": "\0",
        "with letters of two and three bytes": "größer als 3 €",
        "with astral characters": "🐍→🦫 \U0001d53e",
        "with a byte order mark and a combining accent": "\ufeffe\u0301",
        "at the last code point": "\U0010ffff",
    }
    for name, text in strings.items():
        yield Value(f"str {name}", STR, text)
    for kind in ("bytes", "bytearray"):
        yield Value(f"{kind} empty", Type(kind), "")
        yield Value(f"{kind} of every kind", Type(kind), "00ff80c3280a")
    yield Value("buffer in an answer", BUFFER, "0001020304")
    for number in (0, 1, -1, 15, 16, -255, 2**63, -(2**63) - 1, 10**30, -(10**30)):
        yield Value(f"bigint {number}", BIGINT, str(number))


def containers() -> Iterator[Value]:
    """Return containers of all kinds, packed and not, empty and nested."""
    items: dict[str, Sequence[Any]] = {
        "bool": [True, False, True],
        "int": [1, INT_MIN, INT_MAX],
        "float": [ONE, NAN_WITH_PAYLOAD, MINUS_ZERO],
        "complex": [[ONE, MINUS_ZERO], [NAN, INFINITY]],
        "str": ["", "a", "🐍"],
    }
    for kind in ("list", "sequence", "tuple_of", "set", "frozenset"):
        for item, forms in items.items():
            yield Value(f"{kind} of {item}, empty", Type(kind, (Type(item),)), [])
            yield Value(f"{kind} of {item}", Type(kind, (Type(item),)), forms)
    yield Value("list of nine bool", list_of(BOOL), [True] * 9)
    yield Value("list of none", list_of(NONE), [None, None])
    yield Value("list of empty tuples", list_of(tuple_of()), [[], []])
    yield Value("list of list of int", list_of(list_of(INT)), [[], [1], [2, 3]])
    for kind in ("dict", "mapping"):
        yield Value(f"{kind} empty", Type(kind, (STR, INT)), [])
        yield Value(f"{kind} of str to int", Type(kind, (STR, INT)), [["a", 1], ["", -1]])
    yield Value("dict of int to list", dict_of(INT, list_of(FLOAT)), [[1, [ONE]], [-2, []]])
    keys = dict_of(tuple_of(INT, STR), BOOL)
    yield Value("dict with tuples as keys", keys, [[[1, "a"], True], [[1, "b"], False]])
    yield Value("tuple empty", tuple_of(), [])
    mixed = tuple_of(INT, STR, tuple_of(), optional(FLOAT))
    yield Value("tuple of different types", mixed, [1, "two", [], {"some": ONE}])
    yield Value("optional none", optional(INT), None)
    yield Value("optional some", optional(INT), {"some": 0})
    nested = optional(optional(STR))
    yield Value("optional of optional none", nested, {"some": None})
    yield Value("optional of optional some", nested, {"some": {"some": ""}})
    deep = list_of(dict_of(STR, optional(list_of(optional(INT)))))
    yield Value(
        "optionals in dicts in lists",
        deep,
        [[], [["a", None], ["b", {"some": []}], ["c", {"some": [None, {"some": -1}]}]]],
    )


# An adapter of the tests, whose object is the plain value itself.
SAME = "tests.same"


def record(*fields: tuple[str, Type], missing: Sequence[str] = ()) -> Type:
    """Return the type of a record with these fields, of which some may be missing."""
    return Type(
        "record",
        tuple(item for _, item in fields),
        name=SAME,
        fields=tuple((name, name in missing) for name, _ in fields),
    )


def union(*items: Type) -> Type:
    """Return the type of a union."""
    return Type("union", items)


def converted() -> Iterator[Value]:
    """Return records, unions and what adapters convert."""
    yield Value("record empty", record(), [])
    yield Value("record", record(("x", FLOAT), ("größe", list_of(INT))), [ONE, [1, -1]])
    may = record(("x", INT), ("y", optional(STR)), missing=["x", "y"])
    yield Value("record with fields missing", may, [None, None])
    yield Value("record with a field that is None", may, [{"some": 1}, {"some": None}])
    yield Value("record of records", list_of(record(("p", record(("x", INT))))), [[[1]], [[2]]])
    either = union(BOOL, INT, STR, list_of(INT))
    for place, form in enumerate([True, 1, "a", [1]]):
        yield Value(f"union at {place}", either, {"place": place, "value": form})
    yield Value("list of union", list_of(either), [{"place": 2, "value": ""}])
    yield Value("adapted", Type("adapted", (tuple_of(INT, STR),), name=SAME), [1, "a"])
    whole = Type("instance", name="builtins:object")
    yield Value("instance, an object", whole, 17)


def dynamic() -> Iterator[Value]:
    """Return values of any. Its collections are never packed."""
    forms: dict[str, dict[str, Any]] = {
        "none": {"none": None},
        "bool": {"bool": True},
        "int": {"int": INT_MIN},
        "float": {"float": NAN_WITH_PAYLOAD},
        "complex": {"complex": [ONE, MINUS_ZERO]},
        "str": {"str": "🐍"},
        "bytes": {"bytes": "00ff"},
        "bytearray": {"bytearray": ""},
        "buffer": {"buffer": "0a0b"},
        "bigint": {"bigint": str(2**64)},
        "object": {"object": 3},
        "list empty": {"list": []},
        "list": {"list": [{"int": 1}, {"str": "a"}, {"list": [{"none": None}]}]},
        "tuple": {"tuple_of": [{"float": ONE}, {"float": INFINITY}]},
        "set": {"set": [{"int": 1}]},
        "frozenset": {"frozenset": [{"str": "x"}]},
        "dict empty": {"dict": []},
        "dict": {"dict": [[{"str": "k"}, {"list": []}], [{"int": 1}, {"dict": []}]]},
        "dict with None as a key": {"dict": [[{"none": None}, {"none": None}]]},
    }
    for name, form in forms.items():
        yield Value(f"any {name}", ANY, form)
    yield Value("any buffer in a call", ANY, {"buffer": {"lend": 4, "bytes": "0c"}}, "call")
    array = _array("int16", [2], [2], 0, "01000200", {"handle": 8}, writable=True)
    yield Value("any array", ANY, {"array": array})
    by_handle = {"dtype": "int16", "owner": {"handle": 8}, "rank": 1}
    yield Value("any array of Python's in a call", ANY, {"array": by_handle}, "call")
    yield Value("list of any", list_of(ANY), [{"int": 1}, {"none": None}])
    yield Value("dict of str to any", dict_of(STR, ANY), [["a", {"int": 1}]])


def _array(
    dtype: str,
    shape: Sequence[int],
    strides: Sequence[int],
    offset: int,
    memory: str,
    owner: dict[str, int],
    *,
    writable: bool = False,
) -> dict[str, Any]:
    return {
        "dtype": dtype,
        "owner": owner,
        "writable": writable,
        "shape": list(shape),
        "strides": list(strides),
        "offset": offset,
        "memory": memory,
    }


# 3 nanoseconds, and what takes 12 bytes.
DESCRIBED = {
    "datetime64": '"M8[3ns]"',
    "timedelta64": "",
    "struct": (
        '{"names": ["x", "id"], "formats": ["<f8", "<i4"], "offsets": [0, 8], "itemsize": 12}'
    ),
    "bytes": '"S12"',
    "text": '"<U3"',
}


def memory() -> Iterator[Value]:
    """Return what lies in segments: buffers and arrays."""
    yield Value("buffer", BUFFER, {"lend": 1, "bytes": "00010203ff"}, "call")
    yield Value("buffer empty", BUFFER, {"lend": 2**63 - 1, "bytes": ""}, "call")
    two = tuple_of(BUFFER, list_of(BUFFER))
    lent = [{"lend": 1, "bytes": "01"}, [{"lend": 2, "bytes": "02"}, {"lend": 3, "bytes": "03"}]]
    yield Value("buffers in the order of their segments", two, lent, "call")

    lend, handle = {"lend": 5}, {"handle": 6}
    for dtype, element in DTYPES.items():
        size: int = element["size"] or 12
        form = _array(dtype, [2], [size], 0, "00" * 2 * size, lend)
        type_ = Type("array", dtype=dtype, rank=1)
        if dtype in DESCRIBED:
            form["detail"] = 3 << 8 | 10 if element["size"] else size
            type_ = Type("shaped", dtype=dtype, shape="*", described=DESCRIBED[dtype])
        yield Value(f"array of {dtype}", type_, form, "call")

    int16 = Type("array", dtype="int16", rank=RANK_ANY)
    six = "010002000300040005000600"
    layouts: dict[str, tuple[Sequence[int], Sequence[int], int, str]] = {
        "of rank 0": ([], [], 2, six),
        "in C order": ([2, 3], [6, 2], 0, six),
        "in Fortran order": ([2, 3], [2, 4], 0, six),
        "backwards": ([6], [-2], 10, six),
        "backwards in one dimension": ([2, 3], [6, -2], 4, six),
        "every second from inside": ([2], [4], 2, six),
        "broadcast by a stride of 0": ([1000, 6], [0, 2], 0, six),
        "unaligned": ([2], [5], 1, six),
        "without elements": ([0, 3], [6, 2], 12, six),
        "without elements or memory": ([0], [2], 0, ""),
        "of rank 32": ([1] * 31 + [6], [12] * 31 + [2], 0, six),
    }
    for name, layout in layouts.items():
        yield Value(f"array {name}", int16, _array("int16", *layout, lend), "call")
    answer = _array("int16", [6], [2], 0, six, handle)
    yield Value("array in an answer", int16, answer)
    yield Value("array writable", int16, {**answer, "writable": True})
    by_handle = {"dtype": "int16", "owner": handle, "rank": 2}
    yield Value("array of Python's in a call", int16, by_handle, "call")
    part = {"dtype": "int16", "owner": handle, "shape": [2, 3], "strides": [-6, 2], "offset": -4}
    yield Value("part of an array of Python's in a call", int16, part, "call")

    shaped = Type("shaped", dtype="int16", shape="n 3")
    yield Value("shaped array", shaped, _array("int16", [2, 3], [6, 2], 0, six, lend), "call")
    open_shape = Type("shaped", shape="... *")
    yield Value(
        "shaped array of any dtype", open_shape, _array("int16", [2], [2], 0, six, lend), "call"
    )
    yield Value("shaped array of Python's in a call", shaped, by_handle, "call")


def lent() -> Iterator[Value]:
    """Return functions and values of the caller's, and callables of Python's."""
    for frame in ("call", "return"):
        yield Value(f"callable lent in a {frame}", COMPARE, {"lend": 2}, frame)
        yield Value(f"callable of Python's in a {frame}", COMPARE, {"handle": 3}, frame)
        yield Value(f"held in a {frame}", HELD, {"lend": 2**63 - 1}, frame)
        yield Value(f"any callable in a {frame}", ANY, {"callable": {"lend": 5}}, frame)
        yield Value(f"any held in a {frame}", ANY, {"held": {"lend": 6}}, frame)
    for frame in ("answer", "callback"):
        yield Value(f"callable in a {frame}", LATER, {"handle": 4}, frame)
        yield Value(f"held in a {frame}", HELD, {"handle": 7, "lend": 8}, frame)
        yield Value(f"any held in a {frame}", ANY, {"held": {"handle": 7, "lend": 8}}, frame)
    yield Value("callables in a list", list_of(LATER), [{"lend": 1}, {"handle": 2}], "call")
    int16 = Type("array", dtype="int16", rank=1)
    own = _array("int16", [1], [2], 0, "0100", {"handle": 6})
    yield Value("array in a callback", int16, own, "callback")
    error = Type("tuple", (INT, STR, STR, optional(HELD), optional(OBJECT)))
    yield Value("error", error, [0, "gone", "", {"some": {"lend": 9}}, {"some": 4}], "error")
    yield Value("error that is an exception", error, [0, "gone", "", None, {"some": 4}], "error")
    yield Value("panic", error, [1, "boom", "goroutine 1", {"some": {"lend": 9}}, None], "error")


def failures() -> Iterator[Value]:
    """Return exceptions and refusals."""
    frames = [["app.py", 12, "main", "run()"], ["<string>", 1, "run", ""]]
    bases = ["builtins.ValueError", "builtins.Exception", "builtins.BaseException"]
    first: list[Any] = ["builtins", "ValueError", "nö\n2nd line", frames, ["a note"], bases]
    first += [1, 2, True, [], "Traceback (most recent call last): …", 40, 0]
    cause = ["app", "Outer.Error", "", [], [], ["app.Outer.Error"], -1, -1, False, [], "", 41, 17]
    group = ["builtins", "ExceptionGroup", "g", [], [], [], -1, 0, False, [0, 1, 2], "", 42, 0]
    yield Value("exception alone", EXCEPTIONS, [cause], "exception")
    yield Value("exceptions in a circle", EXCEPTIONS, [first, cause, group], "exception")
    yield Value("refusal", REFUSAL, ['argument data["k"][3]', "float", "str"], "refusal")
    yield Value("refusal of the frame itself", REFUSAL, ["", "a header", "0 bytes"], "refusal")


def accepted() -> Iterator[Value]:
    """Return frames that no sender of ours makes, yet are right."""
    padded = cell(3) + b"abc" + b"\xff" * 5
    yield Value("str filled up with any bytes", STR, "abc", given=framed("answer", padded))
    forms: dict[str, Sequence[Any]] = {
        "bool": [True, False],
        "int": [1, -1],
        "float": [ONE, NAN_WITH_PAYLOAD],
        "complex": [[ONE, NAN]],
    }
    for item, form in forms.items():
        frame = framed("answer", cell(len(form) | IN_SEGMENT), [packed(item, form)])
        yield Value(f"list of {item} in a segment", list_of(Type(item)), form, given=frame)
    runs = {"str": ("ab€", "ab€".encode()), "bytes": ("00", b"\0"), "bigint": ("-255", b"-ff")}
    for kind, (single, content) in runs.items():
        frame = framed("answer", cell(len(content) | IN_SEGMENT), [content])
        yield Value(f"{kind} in a segment", Type(kind), single, given=frame)
    empty = framed("answer", cell(IN_SEGMENT), [b""])
    yield Value("str empty in a segment", STR, "", given=empty)
    for digits in ("0ff", "00ff"):
        frame = framed("answer", run(digits.encode()))
        yield Value(f"bigint as {digits}", BIGINT, "255", given=frame)
    one = cell(NUMBER["list"]) + cell(1)
    for kind in ("list", "int"):
        deepest = framed("answer", one * (DEPTH - 1) + cell(NUMBER[kind]) + cell(0))
        yield Value(f"any {kind} as deep as may be", ANY, UNWRITTEN, given=deepest)
    order = cell(1) + cell(2 | IN_SEGMENT) + run(b"mid") + cell(2 | IN_SEGMENT)
    yield Value(
        "segments used in the order of the values",
        tuple_of(list_of(BOOL), STR, BYTES),
        [[True], "mid", "0102"],
        given=framed("answer", cell(1 | IN_SEGMENT) + order[16:], [b"\1", b"\1\2"]),
    )


@dataclass(frozen=True)
class Call:
    """A signature and calls of it."""

    name: str
    signature: Signature
    calls: Sequence[tuple[str, Sequence[Any]]] = field(default_factory=list)


def calls() -> Iterator[Call]:
    """Return signatures with every way to pass a parameter."""
    yield Call("no parameters", Signature([], NONE), [("called", [])])
    ways = [
        Parameter("first", INT, "positional_only"),
        Parameter("größe", FLOAT, default=True),
        Parameter("rest", STR, "var_positional"),
        Parameter("only", optional(INT), "keyword_only", default=True),
        Parameter("more", BOOL, "var_keyword"),
    ]
    yield Call(
        "every way to pass",
        Signature(ways, tuple_of(INT, STR)),
        [
            ("all left out", [1, None, [], None, []]),
            ("a default is not None", [1, None, [], {"some": None}, []]),
            (
                "all given",
                [1, {"some": ONE}, ["a", ""], {"some": {"some": 2}}, [["k", True]]],
            ),
        ],
    )
    image = Type("array", dtype="uint8", rank=3)
    flat = Type("array", dtype="float64", rank=RANK_ANY)
    parameters = [Parameter("image", image), Parameter("raw", BUFFER), Parameter("numbers", FLOAT)]
    pixel = _array("uint8", [1, 1, 3], [3, 3, 1], 0, "010203", {"lend": 1})
    yield Call(
        "memory",
        Signature(parameters, flat),
        [("lent", [pixel, {"lend": 2, "bytes": "ff"}, ONE])],
    )
    numbers = Parameter("numbers", FLOAT, "var_positional")
    yield Call(
        "packed rest",
        Signature([numbers], dict_of(STR, list_of(optional(FLOAT)))),
        [("of two", [[ONE, NAN]]), ("of none", [[]])],
    )
