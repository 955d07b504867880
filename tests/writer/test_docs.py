"""Docstrings as Go's doc comments; what the goldens show at length is not repeated here."""

from __future__ import annotations

from inspect import cleandoc

import pytest

from gophersnake import model
from gophersnake.model import ArrayOf, DType, ObjectOf, ParameterKind, Scalar, TupleOf
from gophersnake.writer.docs.sentence import in_third_person
from tests.writer.models import (
    FLOATS,
    INTS,
    args,
    comment_of,
    function,
    go,
    gofmt_changes,
    kwargs,
    parameter,
)


def doc(docstring: str, *parameters: model.Parameter, result: model.Type = Scalar.NONE) -> str:
    text = go(function("detect", *parameters, result=result, doc=docstring))
    assert gofmt_changes(text) == ""
    return comment_of(text, "func Detect(")


@pytest.mark.parametrize(
    ("sentence", "turned"),
    [
        ("Return the indices.", "returns the indices."),
        ("Returns the indices.", "returns the indices."),
        ("Compute x; y.", "computes x; y."),
        ("Apply it.", "applies it."),
        ("Fetch it.", "fetches it."),
        ("Do it.", "does it."),
        ("Sort the values.", "sorts the values."),
        ("List all files.", "lists all files."),
        ("Return\nthe indices.", None),
        ("Return of the indices.", None),
        ("Sort key for files.", None),
        ("Sample standard deviation.", None),
        ("Estimate of the mean.", None),
        ("Load the file and return its lines.", None),
        ("Open, read and close the file.", None),
        ("Return the minimum and the maximum.", "returns the minimum and the maximum."),
        ("Return it. Then add and return more.", "returns it. Then add and return more."),
        ("Outliers of the data.", None),
        ("Is it so?", None),
        ("returns the indices", None),
        ("Return", None),
        ("", None),
    ],
)
def test_only_sentences_that_surely_begin_with_a_verb_are_turned(
    sentence: str, turned: str | None
) -> None:
    assert in_third_person(sentence) == turned


def test_sentence_is_turned_into_gos_habit() -> None:
    assert doc("Return the indices of the outliers.") == (
        "Detect returns the indices of the outliers."
    )


def test_any_other_sentence_stays_as_it_is() -> None:
    assert doc("Outliers, by distance.") == "Detect calls stats.detect.\n\nOutliers, by distance."


def test_sentence_about_the_function_keeps_its_words() -> None:
    assert doc("detect finds outliers.") == "Detect finds outliers."


def test_function_without_docstring_says_what_it_calls() -> None:
    assert doc("") == "Detect calls stats.detect."


def test_longer_first_line_is_wrapped() -> None:
    text = doc("Return " + "the indices of many values " * 5 + "found.")
    assert max(map(len, text.splitlines())) <= 77
    assert text.startswith("Detect returns the indices")


@pytest.mark.parametrize(
    "docstring",
    [
        "Find outliers.\n\nArgs:\n    data: The values, in volts.\n    user_id: Who asks.",
        "Find outliers.\n\n:param data: The values, in volts.\n:param user_id: Who asks.",
        "Find outliers.\n\n:param list data: The values, in volts.\n:param int user_id: Who asks.",
        """Find outliers.

        Parameters
        ----------
        data : list of float
            The values,
            in volts.
        user_id : int
            Who asks.""",
    ],
)
def test_required_parameters_are_listed_by_their_go_names(docstring: str) -> None:
    assert doc(cleandoc(docstring), parameter("data", FLOATS), parameter("user_id")) == (
        "Detect finds outliers.\n\n# Parameters\n\n"
        "  - data: The values, in volts.\n  - userID: Who asks."
    )


def test_what_the_model_says_of_a_parameter_is_listed_too() -> None:
    assert doc("Find outliers.", parameter("data", FLOATS, doc="The values.")) == (
        "Detect finds outliers.\n\n# Parameters\n\n  - data: The values."
    )


@pytest.mark.parametrize(
    ("type", "shown"),
    [
        ("ndarray, shape (n, 3)", "ndarray, shape (n, 3). Points."),
        ("ndarray of shape (n,), optional", "ndarray of shape (n,). Points."),
        ("volts", "volts. Points."),
        ("{'a', 'b'}", "{'a', 'b'}. Points."),
        ("array_like", "Points."),
        ("list of float", "Points."),
        ("float, optional", "Points."),
        ("np.ndarray", "Points."),
        ("NDArray[np.float64]", "Points."),
        ("int, default 5", "Points."),
        ("dict[str, int] or None", "Points."),
    ],
)
def test_shapes_and_units_survive_where_the_go_type_does_not_show_them(
    type: str, shown: str
) -> None:
    docstring = f"Find.\n\nParameters\n----------\ndata : {type}\n    Points."
    text = doc(docstring, parameter("data", ArrayOf(DType.FLOAT64)))
    assert text.splitlines()[-1] == f"  - data: {shown}"


@pytest.mark.parametrize(
    "docstring",
    [
        "Find.\n\nReturns:\n    The indices, ascending.",
        "Find.\n\nReturns:\n    list[int]: The indices, ascending.",
        "Find.\n\n:returns: The indices, ascending.\n:rtype: list",
        "Find.\n\nReturns\n-------\nlist of int\n    The indices, ascending.",
    ],
)
def test_result_is_a_section_without_the_type_go_shows(docstring: str) -> None:
    assert doc(docstring, result=INTS).endswith("# Returns\n\nThe indices, ascending.")


def test_results_with_names_are_a_list() -> None:
    docstring = (
        "Find.\n\nReturns\n-------\nlow : float\n    In m.\nhigh : ndarray, shape (3,)\n    x"
    )
    assert doc(docstring, result=TupleOf((Scalar.FLOAT, Scalar.FLOAT))).endswith(
        "# Returns\n\n  - low: In m.\n  - high: ndarray, shape (3,). x"
    )


def test_entries_of_no_parameter_are_not_lost() -> None:
    docstring = "Draw.\n\nArgs:\n    x: Where.\n    width: Of the line."
    assert doc(docstring, parameter("x"), kwargs()).endswith(
        "  - x: Where.\n  - width: Of the line."
    )


def test_options_are_documented_with_their_defaults() -> None:
    of = function("f", parameter("sigmas", Scalar.FLOAT, "2.0", doc="How far, in m"))
    assert comment_of(go(of), "Sigmas ") == "How far, in m.\nDefault: 2.0"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("2.0", "2.0"),
        ("''", '""'),
        ("b''", 'b""'),
        ("{'a': ''}", "{'a': \"\"}"),
        ("\"it''s\"", r'"it\x27\x27s"'),
        ("'``'", r'"\x60\x60"'),
        ("'''a\"b'''", r'"a\"b"'),
        ("(\n    1,\n    2,\n)", "( 1, 2, )"),
        ("[" + "1, " * 100 + "]", ("[" + "1, " * 100)[:119] + "…"),
    ],
)
def test_default_is_shown_as_source_that_means_the_same(source: str, shown: str) -> None:
    text = go(function("f", parameter("x", Scalar.STR, source)))
    assert gofmt_changes(text) == ""
    assert comment_of(text, "X ") == f"Default: {shown}"


def test_object_has_its_reason_in_the_comment() -> None:
    callable = ObjectOf("Callable[[], int]", "a callable without a type in Go")
    assert doc("", parameter("f", callable)) == (
        "Detect calls stats.detect.\n\n"
        "f is a *python.Object for Callable[[], int]: a callable without a type in Go."
    )


def test_what_python_fills_first_is_named_where_it_has_to_be_given_too() -> None:
    text = go(function("f", parameter("a", default="1"), parameter("b", default="2"), args()))
    assert comment_of(text, "func F(").endswith(
        "args can be given only with [FOptions.A] and [FOptions.B], before it."
    )
    text = go(
        function(
            "f",
            parameter("a", default="1", kind=ParameterKind.POSITIONAL_ONLY),
            parameter("b", default="2", kind=ParameterKind.POSITIONAL_ONLY),
            parameter("c", default="3"),
        )
    )
    assert comment_of(text, "A ") == "Default: 1"
    assert comment_of(text, "B ") == "B can be given only with [FOptions.A], before it.\nDefault: 2"
    assert comment_of(text, "C ") == "Default: 3"


def test_package_comment_comes_from_the_module() -> None:
    assert comment_of(go(doc="Find outliers."), "package") == "Package stats finds outliers."
    assert comment_of(go(doc="Outliers."), "package") == (
        "Package stats calls the Python module stats.\n\nOutliers."
    )


@pytest.mark.parametrize(
    ("docstring", "comment"),
    [
        ("A.\n\n>>> f()\n1\n\nB.", "A.\n\n\t>>> f()\n\t1\n\nB."),
        ("A::\n\n    x\n\n    y\n\nB.", "A:\n\n\tx\n\n\ty\n\nB."),
        ("A.\n\n```python\nx\n  y\n```\nB.", "A.\n\n\tx\n\t  y\n\nB."),
        ("A.\n\n* b\n  c\n* d\n\nE.", "A.\n\n  - b c\n  - d\n\nE."),
        ("A:\n- b\n- c", "A:\n\n  - b\n  - c"),
        ("A.\n\n1. b\n2) c", "A.\n\n 1. b\n 2. c"),
        ("A.\n\nTitle\n-----\nB.", "A.\n\n# Title\n\nB."),
        ("A.\n\n## Title\n\nB.", "A.\n\n# Title\n\nB."),
        ("A.\n\n.. note:: B\n   c.\n\n   D.", "A.\n\nNote: B\nc.\n\nD."),
        ("A.\n\n.. deprecated:: 2.0\n   Use b.", "A.\n\nDeprecated: since version 2.0.\nUse b."),
        ("A.\n\n.. math:: x = y", "A.\n\n\tx = y"),
        ("A ``b`` :func:`~c.d` :class:`E <f>`.", "A `b` `d` `E`."),
        ("A.\n\nSee :doc:`the b\n<../c.d>` and\n:func:`~e.f`.", "A.\n\nSee `the b` and\n`f`."),
        ("See `the site <https://a.b>`_ [1]_.", "See the site (https://a.b) [1]."),
        ("A.\n\nShort Line\n\nB.", "A.\n\nShort Line.\n\nB."),
        ("A '' and ``''``.", 'A "" and `""`.'),
        ("A.\n\n[b]: https://c.d", "A.\n\nb: https://c.d"),
        ("A.\n\ngo:embed b\n\n+build c", "A.\n\n`go:embed` b\n\n`+build` c"),
        ("A.\n\n    code\n\n- list", "A.\n\n\tcode\n\n- list"),
        ("A.\n\nRaises:\n    ValueError: If b.", "A.\n\n# Raises\n\n  - ValueError: If b."),
        ("A.\n\nSee Also\n--------\nb, c : D.\ne", "A.\n\n# See also\n\n  - b, c: D.\n  - e"),
        ("detect(a, b, /) -> c\n\nA.", "A."),
        ("A.\n\nTodo:\n    * b", "A.\n\n# To do\n\n  - b"),
        ("A\0B\x85C\ufeffD\u2028E\ud800F", "A B CD E\ufffdF"),
    ],
)
def test_markup_becomes_gos(docstring: str, comment: str) -> None:
    assert doc(docstring) == f"Detect calls stats.detect.\n\n{comment}"
