"""The bridge decodes and encodes the test vectors, and refuses the malformed ones."""

from __future__ import annotations

from typing import Any

import pytest

from tests.bridge import table
from tests.bridge.forms import form_of, object_of, plain
from tests.contract.reference import Frame, decode
from tests.contract.signatures import EXCEPTIONS, Parameter, Type, parse_type
from tests.contract.vectors import frame_of, load

Vector = dict[str, Any]
NONE = Type("none")


def _named(vectors: list[Vector]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("vector", vectors, ids=[vector["name"] for vector in vectors])


def _type(vector: Vector) -> Type:
    return parse_type(bytes.fromhex(vector["program"]))


def _has(type_: Type, *kinds: str) -> bool:
    return type_.kind in kinds or any(_has(item, *kinds) for item in type_.items)


def _shown(value: object) -> str:
    """A value of any, with NaN equal to itself."""
    return repr(bytes(value) if isinstance(value, memoryview) else value)


def _of_nobody(vector: Vector) -> bool:
    """Whether it has handles, or lends of functions and values, which are nobody's here."""
    name = vector["name"].replace("callables", "callable")
    return bool({"object", "callable", "held"} & set(name.split()))


def _values(frame: str) -> list[Vector]:
    """The vectors of this kind of frame, less those that are nobody's here."""
    return [
        vector
        for vector in load("values.json")
        if vector["frame"] == frame and not _of_nobody(vector)
    ]


def _received(type_: Type, frame: Frame) -> Any:
    """What Python is called with when this frame comes."""
    seen: list[Any] = []
    reply = table.bind_types(seen.append, NONE, type_).send(frame)
    assert reply.status == table.ANSWER, reply.refusal()
    (value,) = seen
    return value


# A type and a value mean the same in a call and in an answer, but for memory that is lent.
_IN_CALLS = [
    vector
    for vector in load("values.json")
    if vector["frame"] in {"answer", "call"}
    and not (vector["frame"] == "answer" and {"array", "buffer"} & set(vector["name"].split()))
    and not _of_nobody(vector)
    and "Python's" not in vector["name"]
]


@_named(_IN_CALLS)
def test_arguments_are_what_their_frame_says(vector: Vector) -> None:
    type_ = _type(vector)
    frame = table.as_call(frame_of(vector), vector["frame"])
    value = _received(type_, frame)
    if "value" not in vector:  # too deep for JSON
        assert value == [] or isinstance(value, list)
    elif _has(type_, "any"):
        assert _shown(value) == _shown(object_of(type_, vector["value"]))
    else:
        got = form_of(type_, value)
        if type_.kind in ("array", "shaped"):
            assert got == plain(type_, vector["value"])
        else:
            assert plain(type_, got) == plain(type_, vector["value"])


@_named([vector for vector in _values("answer") if vector["made"] and "value" in vector])
def test_results_are_encoded_as_the_vectors_are(vector: Vector) -> None:
    type_, form = _type(vector), vector["value"]
    value = object_of(type_, form)
    reply = table.bind_types(lambda: value, type_).call()
    assert reply.status == table.ANSWER, reply.refusal()
    if plain(type_, form) == form and not _has(type_, "any", "set", "frozenset"):
        assert reply.frame == frame_of(vector)
    got = decode("answer", type_, reply.frame)
    if not _has(type_, "any"):
        assert plain(type_, got) == plain(type_, form)


# Exceptions and refusals never come in a call.
@_named(
    [
        v
        for v in load("malformed.json")
        if v["frame"] in {"answer", "call"} and v["name"] != "any callable in an answer"
    ]
)
def test_malformed_frames_are_refused(vector: Vector) -> None:
    frame = table.as_call(frame_of(vector), vector["frame"])
    seen: list[Any] = []
    reply = table.bind_types(seen.append, NONE, _type(vector)).send(frame)
    path, expected, got = reply.refusal()
    assert seen == []
    assert expected
    assert got
    in_a_value = vector["utf8"] or got == "a closed one"  # the handle is of no object here
    assert path == ("argument p0" if in_a_value else "")


@_named(load("calls.json"))
def test_calls_cross(vector: Vector) -> None:
    parameters = [
        Parameter(p["name"], _type(p), p["kind"], default=p["default"])
        for p in vector["parameters"]
    ]
    seen: list[Any] = []

    def called(*args: Any, **kwargs: Any) -> None:
        seen.append((args, kwargs))

    function = table.bind(called, NONE, *parameters)
    for call in vector["calls"]:
        assert function.send(frame_of(call)).status == table.ANSWER
    assert len(seen) == len(vector["calls"])


def test_an_exception_is_a_frame_that_the_contract_describes() -> None:
    def fails() -> None:
        try:
            1 / 0  # noqa: B018
        except ZeroDivisionError as error:
            raise KeyError("k") from error

    reply = table.bind_types(fails, NONE).call()
    assert reply.status == table.EXCEPTION
    first, second = decode("exception", EXCEPTIONS, reply.frame)
    assert first[:3] == ["builtins", "KeyError", "'k'"]
    assert [frame[2].rpartition(".")[2] for frame in first[3]] == ["fails"]
    assert first[5][-2:] == ["builtins.BaseException", "builtins.object"]
    assert first[6:10] == [1, 1, True, []]
    assert "The above exception was the direct cause" in first[10]
    assert second[:3] == ["builtins", "ZeroDivisionError", "division by zero"]
    assert second[6:8] == [-1, -1]
    assert first[11] != second[11]
    table.release(first[11], second[11])
