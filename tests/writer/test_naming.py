from __future__ import annotations

from itertools import permutations

import pytest

from gophersnake import writer
from gophersnake.model import Crosses, Enumeration, Member
from tests.writer.models import HERE, INTS, args, function, go, line, module, parameter, record


def go_names(*names: str) -> dict[str, str]:
    report = writer.render(module(*map(function, names))).report
    return {entry.name: entry.go_name for entry in report.entries}


@pytest.mark.parametrize("order", list(permutations(["foo_bar", "fooBar", "FOO_BAR"])))
def test_names_do_not_depend_on_the_order_of_functions(order: tuple[str, ...]) -> None:
    assert go_names(*order) == {"foo_bar": "FooBar", "FOO_BAR": "FooBar_", "fooBar": "FooBar__"}


def test_plain_snake_case_keeps_its_name() -> None:
    assert go_names("print_", "print") == {"print_": "Print_", "print": "Print"}


def test_function_that_gave_way_says_so() -> None:
    output = writer.render(module(function("fooBar", doc="Return 1."), function("foo_bar")))
    entry = next(entry for entry in output.report.entries if entry.name == "fooBar")
    assert entry.notes == ("FooBar is the name of foo_bar",)
    assert "// FooBar_ returns 1.\n//\n// It calls stats.fooBar.\n" in output.files["stats.go"]


def test_options_give_way_to_a_function() -> None:
    text = go(function("run", parameter("a", default="1")), function("run_options"))
    assert "func RunOptions(ctx context.Context) error {" in text
    assert "func Run(ctx context.Context, options ...RunOptions_) error {" in text


def test_second_form_gives_way_to_a_function() -> None:
    text = go(function("run", args(), parameter("a", default="1")), function("run_with"))
    assert "func RunWith(ctx context.Context) error {" in text
    assert line(text, "func RunWith_(").endswith("options RunOptions, args ...int) error {")


@pytest.mark.parametrize(
    "name",
    [
        *("module", "sources", "bind", "context", "embed", "python", "init", "main"),
        *("len", "string", "func", "range", "nil", "options", "ctx", "error"),
    ],
)
def test_variable_of_a_function_gives_way_to_what_the_package_needs(name: str) -> None:
    assert line(go(function(name)), f"var {name}_ ") == f'var {name}_ = module.Func("{name}", "()",'


def test_variable_of_a_codec_gives_way_to_a_function() -> None:
    text = go(function("list_of_int", result=INTS))
    assert line(text, "var listOfInt ") == 'var listOfInt = module.Func("list_of_int", "()",'
    assert line(text, "var listOfInt_") == "var listOfInt_ = bind.List(bind.Int)"


@pytest.mark.parametrize("order", [("id", "ID"), ("ID", "id")])
def test_options_are_called_as_the_fields_of_a_struct(order: tuple[str, ...]) -> None:
    text = go(function("f", *(parameter(name, default="1") for name in order)))
    assert "The parameter ID.\n\t// Default: 1\n\tID_ python.Opt[int]" in text


def test_literal_without_a_name_gives_way_to_a_class() -> None:
    literal = Enumeration(
        *("stats.Literal['a']", "stats", "Square", Crosses.VALUE, (Member("'a'", "a"),)),
        HERE,
        is_literal=True,
    )
    text = go(record("Square"), literal)
    assert "type Square struct{}" in text
    assert "type Square_ string" in text
