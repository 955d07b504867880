"""The reference agrees with the test vectors that both languages run."""

from __future__ import annotations

from typing import Any

import pytest

from .reference import NEVER_IN_ANY, Malformed, decode, decode_call, encode, encode_call
from .signatures import KINDS, Parameter, Signature, Type, parse_type
from .vectors import VECTORS, files, frame_of, from_words, load, to_words

Vector = dict[str, Any]


def _named(vectors: list[Vector]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("vector", vectors, ids=[vector["name"] for vector in vectors])


def test_vectors_are_what_the_reference_makes() -> None:
    stale = [name for name, text in files() if (VECTORS / name).read_text("utf-8") != text]
    assert not stale, "run: python -m tests.contract.vectors"


@_named(load("values.json"))
def test_value_decodes_to_its_form(vector: Vector) -> None:
    form = decode(vector["frame"], _type(vector), frame_of(vector))
    if "value" in vector:
        assert form == vector["value"]


@_named([vector for vector in load("values.json") if vector["made"]])
def test_value_encodes_to_its_bytes(vector: Vector) -> None:
    assert encode(vector["frame"], _type(vector), vector["value"]) == frame_of(vector)


@_named(load("calls.json"))
def test_call_crosses(vector: Vector) -> None:
    signature = Signature(
        [
            Parameter(p["name"], _type(p), p["kind"], default=p["default"])
            for p in vector["parameters"]
        ],
        parse_type(bytes.fromhex(vector["result"])),
    )
    assert signature.program().hex() == vector["program"]
    for call in vector["calls"]:
        assert encode_call(signature, call["arguments"]) == frame_of(call)
        assert decode_call(signature, frame_of(call)) == call["arguments"]


@_named(load("malformed.json"))
def test_malformed_frame_is_refused_for_its_reason(vector: Vector) -> None:
    with pytest.raises(Malformed) as refusal:
        decode(vector["frame"], _type(vector), frame_of(vector))
    assert str(refusal.value) == vector["reason"]


def test_every_type_has_a_value_and_a_place_in_any() -> None:
    programs = {bytes.fromhex(vector["program"])[0] for vector in load("values.json")}
    named = KINDS["types"]["named"]["number"]  # means nothing without the definitions
    assert programs == {kind["number"] for kind in KINDS["types"].values()} - {named}
    inside = {
        kind for v in load("values.json") if v["type"] == "any" for kind in v.get("value", ())
    }
    assert inside == set(KINDS["types"]) - set(NEVER_IN_ANY)


def test_names_are_unique() -> None:
    for name in ("values.json", "calls.json", "malformed.json"):
        names = [vector["name"] for vector in load(name)]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("size", [0, 1, 7, 8, 9, 16, 200])
def test_words_read_back(size: int) -> None:
    for content in (bytes(range(size)), bytes(size)):
        assert from_words(to_words(content)) == content


def _type(vector: Vector) -> Type:
    type_ = parse_type(bytes.fromhex(vector["program"]))
    assert str(type_) == vector["type"]
    assert type_.program().hex() == vector["program"]
    return type_
