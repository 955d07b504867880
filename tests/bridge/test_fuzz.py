"""Values of every type cross, and frames that were changed anywhere are refused, never a crash.

The plain codec of tests/contract says what is right.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bridge import table
from tests.bridge.forms import form_of, plain
from tests.contract.reference import (
    DETAILED,
    Frame,
    Malformed,
    decode,
    decode_call,
    encode,
    encode_call,
)
from tests.contract.signatures import DTYPES, RANK_ANY, Parameter, Signature, Type
from tests.contract.vectors import frame_of, load

NONE = Type("none")
Form = Any
Typed = tuple[Type, st.SearchStrategy[Form]]

_INTS = st.integers(-(2**63), 2**63 - 1)
_BITS = st.floats(width=64).map(lambda f: "7ff8000000000000" if f != f else _bits(f))
_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def _bits(number: float) -> str:
    import struct

    return f"{struct.unpack('<Q', struct.pack('<d', number))[0]:016x}"


_SCALARS: list[Typed] = [
    (Type("none"), st.none()),
    (Type("bool"), st.booleans()),
    (Type("int"), _INTS),
    (Type("float"), _BITS),
    (Type("complex"), st.tuples(_BITS, _BITS).map(list)),
    (Type("str"), _TEXTS),
    (Type("bytes"), st.binary(max_size=40).map(bytes.hex)),
    (Type("bigint"), st.integers(-(2**200), 2**200).map(str)),
]
_HASHABLE = [typed for typed in _SCALARS if typed[0].kind not in ("float", "complex")]
_LEAVES: list[Typed] = [*_SCALARS, (Type("bytearray"), st.binary(max_size=20).map(bytes.hex))]


@st.composite
def typed_values(draw: st.DrawFn) -> tuple[Type, Form]:
    """A type, and the form of a value of that type."""
    type_, forms = draw(_types())
    return type_, draw(forms)


def _types() -> st.SearchStrategy[Typed]:
    return st.recursive(st.sampled_from(_LEAVES), _containers, max_leaves=6)


def _containers(items: st.SearchStrategy[Typed]) -> st.SearchStrategy[Typed]:
    return st.one_of(
        st.tuples(st.sampled_from(["list", "sequence", "tuple_of"]), items).map(_collection),
        st.tuples(st.sampled_from(["set", "frozenset"]), st.sampled_from(_HASHABLE)).map(_set),
        st.tuples(st.sampled_from(["dict", "mapping"]), st.sampled_from(_HASHABLE), items).map(
            _dict
        ),
        st.lists(items, max_size=4).map(_tuple),
        items.map(_optional),
    )


def _collection(parts: tuple[str, Typed]) -> Typed:
    kind, (item, forms) = parts
    return Type(kind, (item,)), st.lists(forms, max_size=6)


def _set(parts: tuple[str, Typed]) -> Typed:
    kind, (item, forms) = parts
    return Type(kind, (item,)), st.lists(forms, max_size=6, unique_by=repr)


def _dict(parts: tuple[str, Typed, Typed]) -> Typed:
    kind, (key, keys), (value, values) = parts
    pairs = st.lists(st.tuples(keys, values).map(list), max_size=5, unique_by=lambda p: repr(p[0]))
    return Type(kind, (key, value)), pairs


def _tuple(items: list[Typed]) -> Typed:
    return Type("tuple", tuple(t for t, _ in items)), st.tuples(*(f for _, f in items)).map(list)


def _optional(item: Typed) -> Typed:
    some = item[1].map(lambda form: {"some": form})
    return Type("optional", (item[0],)), st.one_of(st.none(), some)


@settings(max_examples=200, deadline=None)
@given(typed_values())
def test_values_of_any_type_come_back_the_same(typed: tuple[Type, Form]) -> None:
    type_, form = typed
    seen: list[Any] = []

    def echo(value: Any) -> Any:
        seen.append(value)
        return value

    reply = table.bind_types(echo, type_, type_).call(form)
    assert plain(type_, form_of(type_, seen[0])) == plain(type_, form)
    assert plain(type_, reply.value(type_)) == plain(type_, form)


@st.composite
def arrays(draw: st.DrawFn) -> tuple[Type, Form]:
    """An array of any shape and strides, inside its memory or not."""
    dtype = draw(st.sampled_from(sorted(set(DTYPES) - set(DETAILED))))
    rank = draw(st.integers(0, 4))
    numbers = st.integers(-40, 40) | st.sampled_from([2**31, 2**62, -(2**62), 2**63 - 1, -(2**63)])
    form = {
        "dtype": dtype,
        "owner": {"lend": draw(st.integers(1, 2**64 - 1))},
        "writable": draw(st.booleans()),
        "shape": [draw(st.integers(0, 4) | numbers) for _ in range(rank)],
        "strides": [draw(numbers) for _ in range(rank)],
        "offset": draw(st.integers(0, 64) | numbers),
        "memory": draw(st.integers(0, 200).map(bytes)).hex(),
    }
    return Type("array", dtype=dtype, rank=RANK_ANY), form


# Strides of 0 make arrays of any size out of little memory: of those only the shape is read.
_ELEMENTS = 10_000


@settings(max_examples=200, deadline=None)
@given(arrays())
def test_arrays_lie_inside_their_memory_or_are_refused(typed: tuple[Type, Form]) -> None:
    type_, form = typed
    frame = encode("call", type_, form)
    seen: list[tuple[list[int], list[int], bytes | None]] = []

    def look(array: Any) -> None:
        content = array.tobytes() if array.size <= _ELEMENTS else None
        seen.append((list(array.shape), list(array.strides), content))

    reply = table.bind_types(look, NONE, type_).send(frame)
    if not _reference_accepts(type_, frame):
        assert reply.refusal()[0] == ""
        return
    assert reply.status == table.ANSWER
    ((shape, strides, content),) = seen
    assert (shape, strides) == (form["shape"], form["strides"])
    if content is not None:
        assert content.hex() == plain(type_, form)["content"]


@pytest.mark.parametrize("extent", [2**31, 2**40])
def test_an_array_of_one_element_many_times_takes_no_memory(extent: int) -> None:
    form = {
        "dtype": "int8", "owner": {"lend": 1}, "writable": False,
        "shape": [extent], "strides": [0], "offset": 0, "memory": "07",
    }  # fmt: skip
    type_ = Type("array", dtype="int8", rank=1)
    seen: list[Any] = []
    reply = table.bind_types(lambda a: seen.append((a.shape, int(a[-1]))), NONE, type_).send(
        encode("call", type_, form)
    )
    assert reply.status == table.ANSWER
    assert seen == [((extent,), 7)]


def _reference_accepts(type_: Type, frame: Frame) -> bool:
    try:
        decode("call", type_, frame)
    except Malformed:
        return False
    return True


# Of two types, a call has another layout than an answer.
_CALLS = [
    vector
    for vector in load("values.json")
    if vector["frame"] == "call"
    or (vector["frame"] == "answer" and not {"callable", "held"} & set(vector["name"].split()))
]


@pytest.mark.parametrize("vector", _CALLS, ids=[vector["name"] for vector in _CALLS])
def test_a_frame_changed_at_any_byte_is_judged_as_the_contract_does(vector: Any) -> None:
    function, type_ = _taker(vector["program"])
    frame = table.as_call(frame_of(vector), vector["frame"])
    content = bytearray(frame.content[:400])
    for at in range(len(content)):
        for other in {content[at] ^ 1, content[at] ^ 0x80, 0 if content[at] > 1 else 0xFF}:
            changed = bytes(content[:at]) + bytes([other]) + frame.content[at + 1 :]
            _is_judged_rightly(function, type_, Frame(changed, frame.segments))
    for end in range(0, len(frame.content), 8):
        _is_judged_rightly(function, type_, Frame(frame.content[:end], frame.segments))


def _taker(program: str) -> tuple[table.Function, Type]:
    from tests.contract.signatures import parse_type

    type_ = parse_type(bytes.fromhex(program))
    return table.bind_types(lambda value: None, NONE, type_), type_


def _is_judged_rightly(function: table.Function, type_: Type, frame: Frame) -> None:
    _agree(function.send(frame), accepted=_reference_accepts(type_, frame))


# What the bridge refuses and the reference, which only knows bytes, cannot: handles of no
# object, arrays of another dtype or shape than the signature's, and gaps before positional
# arguments.
_KNOWN_TO_PYTHON_ONLY = (
    *("an open object", "handle", "of the signature", "array of"),
    "without which Python cannot be given",
)


def _agree(reply: table.Reply, *, accepted: bool) -> None:
    if reply.status == table.ANSWER:
        assert accepted
    elif reply.status == table.EXCEPTION:  # what Python itself cannot make: a set of lists, say
        assert b"TypeError" in reply.frame.content
    else:
        _, expected, got = reply.refusal()
        known = any(words in expected for words in _KNOWN_TO_PYTHON_ONLY)
        assert known or not accepted, (expected, got)


_SIGNATURE = Signature(
    [
        Parameter("first", Type("int"), "positional_only"),
        Parameter("second", Type("list", (Type("str"),)), default=True),
        Parameter("rest", Type("float"), "var_positional"),
        Parameter("only", Type("optional", (Type("bytes"),)), "keyword_only", default=True),
        Parameter("more", Type("any"), "var_keyword"),
    ],
    NONE,
)


@settings(max_examples=500, deadline=None)
@given(st.data())
def test_calls_changed_at_random_are_no_danger(data: st.DataObject) -> None:
    arguments = [
        7, {"some": ["a", "größe"]}, ["3ff0000000000000"], {"some": {"some": "00ff"}},
        [["k", {"list": [{"int": 1}, {"dict": [[{"str": "a"}, {"none": None}]]}]}]],
    ]  # fmt: skip
    frame = encode_call(_SIGNATURE, arguments)
    content = bytearray(frame.content)
    for _ in range(data.draw(st.integers(1, 4))):
        change = data.draw(st.sampled_from(_CHANGES))
        change(data, content)
    if data.draw(st.booleans()) and len(content) >= 16:
        content[8:16] = len(content).to_bytes(8, "little")
    changed = Frame(bytes(content))
    try:
        decode_call(_SIGNATURE, changed)
    except Malformed:
        _agree(_many.send(changed), accepted=False)
    else:
        _agree(_many.send(changed), accepted=True)


_many = table.bind(lambda *args, **kwargs: None, NONE, *_SIGNATURE.parameters)


def _set_byte(data: st.DataObject, content: bytearray) -> None:
    if content:
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))


def _set_cell(data: st.DataObject, content: bytearray) -> None:
    at = data.draw(st.integers(0, len(content) // 8)) * 8
    content[at : at + 8] = data.draw(_INTS).to_bytes(8, "little", signed=True)


def _cut(data: st.DataObject, content: bytearray) -> None:
    start = data.draw(st.integers(0, len(content)))
    del content[start : start + data.draw(st.integers(0, 24))]


def _insert(data: st.DataObject, content: bytearray) -> None:
    at = data.draw(st.integers(0, len(content)))
    content[at:at] = data.draw(st.binary(max_size=24))


_CHANGES: list[Callable[[st.DataObject, bytearray], None]] = [_set_byte, _set_cell, _cut, _insert]
