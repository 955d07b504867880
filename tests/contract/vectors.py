"""The test vectors as they stand in contract/vectors, and how to make them anew.

    python -m tests.contract.vectors

Bytes are in hexadecimal, in words: a whole cell, or what is not one. `word*N` is
the word N times.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping
from typing import Any

from .cases import UNWRITTEN, Call, Value, calls, values
from .malformed_cases import Malformed, malformed
from .reference import Frame, decode, encode, encode_call
from .reference import Malformed as Refused
from .signatures import CONTRACT

VECTORS = CONTRACT / "vectors"


def to_words(content: bytes) -> str:
    """Write bytes as words. Two cells that repeat many times become one word."""
    cells = [content[at : at + 8].hex() for at in range(0, len(content), 8)]
    pairs = ["".join(pair) for pair in itertools.zip_longest(*[iter(cells)] * 2, fillvalue="")]
    words: list[str] = []
    for pair, group in itertools.groupby(pairs):
        times = len(list(group))
        words += [f"{pair}*{times}"] if times > 8 else [pair[:16], pair[16:]] * times
    return " ".join(filter(None, words))


def from_words(words: str) -> bytes:
    """Read what to_words wrote."""
    parts = (word.partition("*") for word in words.split())
    return b"".join(bytes.fromhex(word) * int(times or 1) for word, _, times in parts)


def frame_of(vector: Mapping[str, Any]) -> Frame:
    """Return the frame of a vector, or of one of the calls of a signature."""
    segments = [bytes.fromhex(segment) for segment in vector["segments"]]
    return Frame(from_words(vector["bytes"]), segments)


def _frame(frame: Frame) -> dict[str, Any]:
    return {
        "bytes": to_words(frame.content),
        "segments": [segment.hex() for segment in frame.segments],
    }


def _value(case: Value) -> dict[str, Any]:
    frame = case.given or encode(case.frame, case.type, case.form)
    return {
        "name": case.name,
        "frame": case.frame,
        "type": str(case.type),
        "program": case.type.program().hex(),
        **({} if case.form is UNWRITTEN else {"value": case.form}),
        **_frame(frame),
        # Whether a sender makes these bytes, or a receiver only accepts them.
        "made": case.given is None,
    }


def _call(case: Call) -> dict[str, Any]:
    return {
        "name": case.name,
        "parameters": [
            {
                "name": parameter.name,
                "kind": parameter.kind,
                "default": parameter.default,
                "type": str(parameter.type),
                "program": parameter.type.program().hex(),
            }
            for parameter in case.signature.parameters
        ],
        "result": case.signature.result.program().hex(),
        "program": case.signature.program().hex(),
        "calls": [
            {"name": name, "arguments": arguments, **_frame(encode_call(case.signature, arguments))}
            for name, arguments in case.calls
        ],
    }


def _malformed(case: Malformed) -> dict[str, Any]:
    return {
        "name": case.name,
        "frame": case.kind,
        "type": str(case.type),
        "program": case.type.program().hex(),
        **_frame(case.frame),
        "reason": _reason(case),
        # Whether only a receiver that looks at UTF-8 refuses it: Python does, Go need not.
        "utf8": case.utf8,
    }


def _reason(case: Malformed) -> str:
    try:
        form = decode(case.kind, case.type, case.frame)
    except Refused as error:
        return str(error)
    raise AssertionError(f"{case.name}: decodes to {form!r}")


def files() -> Iterator[tuple[str, str]]:
    """Return the name and the content of every file of vectors."""
    yield "values.json", _text(map(_value, values()))
    yield "calls.json", _text(map(_call, calls()))
    yield "malformed.json", _text(map(_malformed, malformed()))


def _text(vectors: Iterator[dict[str, Any]]) -> str:
    lines = (json.dumps(vector, ensure_ascii=False) for vector in vectors)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def load(name: str) -> list[dict[str, Any]]:
    """Return the vectors of one file."""
    loaded: list[dict[str, Any]] = json.loads((VECTORS / name).read_text(encoding="utf-8"))
    return loaded


if __name__ == "__main__":
    for file_name, text in files():
        (VECTORS / file_name).write_text(text, encoding="utf-8")
