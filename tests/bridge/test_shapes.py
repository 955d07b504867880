"""Shapes that a type asks of its arrays, and names that stand for one extent in a call."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.bridge import table
from tests.contract.signatures import Parameter, Type

NONE = Type("none")


def _shaped(shape: str, dtype: str = "float64") -> Type:
    return Type("shaped", dtype=dtype, shape=shape)


def _returned(type_: Type, value: Any) -> table.Reply:
    return table.bind_types(lambda: value, type_).call()


@pytest.mark.parametrize(
    ("shape", "good", "bad"),
    [
        ("", [()], [(1,)]),
        ("...", [(), (2,), (2, 3)], []),
        ("3", [(3,)], [(), (2,), (3, 3)]),
        ("* 3", [(0, 3), (2, 3)], [(3,), (3, 2), (2, 3, 1)]),
        ("n n", [(0, 0), (2, 2)], [(2, 3)]),
        ("... 3", [(3,), (2, 3), (5, 4, 3)], [(), (3, 2)]),
        ("2 ... 3", [(2, 3), (2, 7, 7, 3)], [(2,), (3, 3), (2, 2)]),
        ("2 ...", [(2,), (2, 9)], [(), (9, 2)]),
        ("b ... b", [(4, 4), (4, 1, 4)], [(4, 1, 5), (4,)]),
    ],
)
def test_results_of_another_shape_are_refused(
    shape: str, good: list[tuple[int, ...]], bad: list[tuple[int, ...]]
) -> None:
    for each in good:
        assert _returned(_shaped(shape), np.zeros(each)).status == table.ANSWER
    for each in bad:
        path, expected, got = _returned(_shaped(shape), np.zeros(each)).refusal()
        assert path == "result"
        assert expected.startswith("array of shape (")
        assert got == str(each)


@pytest.mark.parametrize(
    ("shape", "array", "expected", "got"),
    [
        ("* 3", np.zeros((4, 2)), "array of shape (*, 3)", "(4, 2)"),
        ("n n", np.zeros((4, 5)), "array of shape (n=4, n=4)", "(4, 5)"),
        ("3", np.zeros(()), "array of shape (3,)", "()"),
        ("", np.zeros(3), "array of shape ()", "(3,)"),
        ("b ... 3", np.zeros((1, 2)), "array of shape (b=1, ..., 3)", "(1, 2)"),
        ("größe 1", np.zeros(2), "array of shape (größe, 1)", "(2,)"),
        ("* 3", np.zeros((4, 3), np.float32), "array of float64", "array of float32"),
    ],
)
def test_refusals_say_the_shape(shape: str, array: Any, expected: str, got: str) -> None:
    assert _returned(_shaped(shape), array).refusal() == ("result", expected, got)


def test_any_dtype_will_do_where_none_is_named() -> None:
    type_ = _shaped("...", dtype="")
    for dtype in ("bool", "int8", "float16", "complex128"):
        assert _returned(type_, np.zeros(2, dtype)).status == table.ANSWER
    for wrong in (np.zeros(2, object), np.zeros(2, ">f8"), [1.0]):
        assert _returned(type_, wrong).refusal()[1] == "array of numbers"


def test_a_name_is_one_extent_in_arguments_and_result() -> None:
    held = {n: table.handle_of(np.zeros(n)) for n in (2, 3)}

    def call(first: int, second: int, result: int) -> table.Reply:
        function = table.bind(
            lambda a, b: np.zeros((result, 3)),
            _shaped("n 3"),
            Parameter("a", _shaped("n")),
            Parameter("b", _shaped("n")),
        )
        return function.call(*(_of_python(held[n]) for n in (first, second)))

    assert call(2, 2, 2).status == table.ANSWER
    assert call(3, 3, 3).status == table.ANSWER
    assert call(2, 3, 2).refusal() == ("argument b", "array of shape (n=2,)", "(3,)")
    assert call(2, 2, 3).refusal() == ("result", "array of shape (n=2, 3)", "(3, 3)")
    table.release(*held.values())


def _of_python(handle: int) -> dict[str, Any]:
    return {"dtype": "float64", "owner": {"handle": handle}, "rank": 1}


@pytest.mark.parametrize("shape", [" ", "a  b", "... ...", " ".join("*" * 33)])
def test_what_is_no_shape_is_not_bound(shape: str) -> None:
    with pytest.raises(AssertionError, match=r"a shape is none|more than"):
        table.bind_types(lambda: None, _shaped(shape))


def test_more_names_than_there_is_room_for_are_not_bound() -> None:
    names = [_shaped(" ".join(f"d{i}" for i in range(at, at + 11))) for at in (0, 11, 22)]
    with pytest.raises(AssertionError, match="more than 32 dimensions have names"):
        table.bind_types(lambda *a: None, NONE, *names)
