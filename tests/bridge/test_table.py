"""The functions of the table: blocks, buffers of any size, handles, lends and programs."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bridge import table
from tests.contract.reference import Frame, encode, encode_call
from tests.contract.signatures import INT, KINDS, STR, Parameter, Signature, Type

NONE, OBJECT = Type("none"), Type("object")


class Thing:
    """Something that can be watched."""


def test_table_is_what_the_contract_says() -> None:
    assert table.table.letters == b"gphrsnke"
    assert table.table.version == KINDS["limits"]["table_version"]
    assert table.table.slots == len(table.SLOTS)


@pytest.mark.parametrize("capacity", [0, 1, 8, 15, 16, 17, 23, 24, 31, 32, 40, 64])
@pytest.mark.parametrize("text", ["", "a", "12345678" * 3, "x" * 5000])
def test_an_answer_fits_whatever_the_buffer(capacity: int, text: str) -> None:
    function = table.bind_types(lambda: text, STR)
    reply = function.send(encode_call(function.signature, []), capacity)
    assert reply.value(STR) == text


@pytest.mark.parametrize("capacity", [0, 1, 15, 16, 24, 200])
def test_a_failure_fits_whatever_the_buffer(capacity: int) -> None:
    function = table.bind_types(lambda: 1 // 0, INT)
    assert function.send(Frame(b""), capacity).refusal()[0] == ""
    call = encode_call(function.signature, [])
    assert function.send(call, capacity).status == table.EXCEPTION
    wrong = table.bind_types(lambda: "text", INT)
    assert wrong.send(call, capacity).refusal() == ("result", "int", "str")
    reply = table.cross("bind", 2**63, Frame(function.signature.program()), capacity)
    assert reply.refusal()[1] == "the handle of an object that is still held"
    handle = table.handle_of(len)
    assert table.cross("bind", handle, Frame(b"\xff"), capacity).status == table.EXCEPTION
    table.release(handle)


def test_a_handle_holds_its_object_until_it_is_released() -> None:
    thing = Thing()
    gone = weakref.ref(thing)
    handle = table.handle_of(thing)
    table.forget()
    del thing
    gc.collect()
    assert gone() is not None
    table.release(handle)
    assert gone() is not None  # until the next crossing
    assert table.slots["pending"](0) == 1
    table.slots["drain"](0)
    assert table.slots["pending"](0) == 0
    assert gone() is None


def test_a_stale_handle_never_reaches_another_object() -> None:
    take = table.bind_types(lambda value: None, NONE, OBJECT)
    old = table.handle_of(Thing())
    table.release(old, old)
    table.slots["drain"](0)
    new = [table.handle_of(Thing()) for _ in range(100)]
    assert old not in new
    assert take.call(old).refusal() == ("argument p0", "an open object", "a closed one")
    assert take.call(new[0]).status == table.ANSWER
    table.release(old, *new, 0, 2**64 - 1)
    table.slots["drain"](0)


def test_releasing_may_run_any_code(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    class Loud:
        def __del__(self) -> None:
            said.append("gone")
            raise ValueError("ignored, as everywhere in Python")

    table.release(table.handle_of(Loud()))
    table.forget()
    monkeypatch.setattr(sys, "unraisablehook", lambda told: said.append(told.exc_type.__name__))
    table.slots["drain"](0)
    assert said == ["gone", "ValueError"]


def _lent(number: int, content: bytes) -> dict[str, Any]:
    return {"lend": number, "bytes": content.hex()}


def test_lends_are_named_when_the_last_view_is_gone() -> None:
    kept: list[Any] = []
    function = table.bind_types(lambda view: kept.append(view[1:]), NONE, Type("buffer"))
    assert function.call(_lent(4711, b"abcd")).kept == 1
    gc.collect()
    assert table.taken_lends() == []
    assert bytes(kept[0]) == b"bcd"
    kept.clear()
    assert table.taken_lends(0) == []  # no room
    assert table.taken_lends() == [4711]


def test_lends_that_are_not_kept_are_not_named() -> None:
    function = table.bind_types(bytes, Type("bytes"), Type("buffer"))
    reply = function.call(_lent(1, b"abc"))
    assert reply.value(Type("bytes")) == b"abc".hex()
    assert (reply.kept, reply.released, table.taken_lends()) == (0, 0, [])


def test_lends_are_named_once_each_however_many() -> None:
    kept: list[Any] = []
    buffers = Type("list", (Type("buffer"),))
    function = table.bind_types(kept.extend, NONE, buffers)
    numbers = list(range(1, 301))
    assert function.call([_lent(number, b"x") for number in numbers]).kept == 1
    kept.clear()
    assert function.call([]).released == 300
    taken: list[int] = []
    while more := table.taken_lends(7):
        taken += more
    assert sorted(taken) == numbers


def test_every_thread_may_call() -> None:
    function = table.bind_types(threading.get_ident, INT)
    idents: list[int] = []
    threads = [
        threading.Thread(target=lambda: idents.append(function.call().value(INT))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(idents) == sorted(thread.ident for thread in threads if thread.ident)


def test_a_call_inside_a_call() -> None:
    inner = table.bind_types(lambda: "inner", STR)
    outer = table.bind_types(lambda: inner.call().value(STR) + " and outer", STR)
    assert outer.call().value(STR) == "inner and outer"


@given(st.binary(max_size=60))
def test_any_bytes_are_no_danger_as_a_program(program: bytes) -> None:
    handle = table.handle_of(len)
    assert table.bound_program(handle, program).status in (table.ANSWER, table.EXCEPTION)
    table.release(handle)


@given(st.data())
def test_programs_cut_short_or_changed_are_no_danger(data: st.DataObject) -> None:
    pairs = Type("tuple", (INT, Type("list", (STR,))))
    whole = Signature(
        [
            Parameter("a", Type("dict", (STR, pairs)), "keyword_only"),
            Parameter("b", Type("array", dtype="float64", rank=2), default=True),
        ],
        Type("optional", (Type("any"),)),
    ).program()
    program = bytearray(whole)
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=3)):
        program[at] = data.draw(st.integers(0, 255))
    del program[data.draw(st.integers(0, len(whole))) :]
    handle = table.handle_of(len)
    assert table.bound_program(handle, bytes(program)).status in (table.ANSWER, table.EXCEPTION)
    table.release(handle)


def test_a_program_that_nests_without_end_is_refused() -> None:
    handle = table.handle_of(len)
    program = Signature([], NONE).program()[:-1] + b"\x10" * 100_000
    assert table.bound_program(handle, program).status == table.EXCEPTION
    table.release(handle)


def test_frames_of_no_function_parameters() -> None:
    function = table.bind_types(lambda: None, NONE)
    assert function.send(encode("call", Type("tuple"), [])).refusal()[0] == ""  # a cell too many
    assert function.send(encode_call(function.signature, [])).status == table.ANSWER
