from __future__ import annotations

import pytest

from gophersnake.model import (
    ArrayOf,
    CallableOf,
    DType,
    IterationKind,
    IterationOf,
    ObjectOf,
    OptionalOf,
    ParameterKind,
    Scalar,
    SequenceKind,
    SequenceOf,
    Standard,
    TupleOf,
    Type,
)
from tests.writer.models import FLOATS, INTS, args, function, go, kwargs, line, parameter

A_B = (parameter("a"), parameter("b"))
CALLABLE = ObjectOf("Callable[[], int]", "a callable without a type in Go")


def test_required_parameters_follow_the_context() -> None:
    text = go(function("add", *A_B, parameter("name", Scalar.STR), result=Scalar.INT))
    assert (
        line(text, "func Add")
        == "func Add(ctx context.Context, a, b int, name string) (int, error) {"
    )


@pytest.mark.parametrize(
    ("result", "go_results"),
    [
        (Scalar.NONE, "error"),
        (FLOATS, "([]float64, error)"),
        (TupleOf((Scalar.INT, FLOATS)), "(int, []float64, error)"),
        (TupleOf((Scalar.INT,)), "(python.Tuple1[int], error)"),
        (TupleOf(()), "(python.Tuple0, error)"),
        (OptionalOf(TupleOf((Scalar.INT, Scalar.INT))), "(*python.Tuple2[int, int], error)"),
        (Scalar.ANY, "(*python.Object, error)"),
    ],
)
def test_results_and_an_error(result: Type, go_results: str) -> None:
    text = go(function("f", result=result))
    assert line(text, "func F") == f"func F(ctx context.Context) {go_results} {{"


def test_defaults_are_options_that_may_be_left_out() -> None:
    text = go(function("f", parameter("a"), parameter("user_id", Scalar.INT, "0")))
    assert "func F(ctx context.Context, a int, options ...FOptions) error {" in text
    assert line(text, "UserID") == "UserID python.Opt[int]"
    assert line(text, "o :=") == "o := bind.Options(options)"
    assert line(text, "bind.PutOpt") == "bind.PutOpt(c, bind.Int, o.UserID)"
    assert 'bind.Param("user_id", bind.Int).Default(),' in text


@pytest.mark.parametrize(
    ("type", "field"),
    [
        (OptionalOf(Scalar.INT), "X *int"),
        (OptionalOf(FLOATS), "X []float64"),
        (OptionalOf(CALLABLE), "X *python.Object"),
        (CALLABLE, "X *python.Object"),
        (Scalar.ANY, "X any"),
    ],
)
def test_default_none_is_nil_where_the_type_has_one(type: Type, field: str) -> None:
    text = go(function("f", parameter("x", type, "None")))
    assert line(text, "X ") == field
    assert "bind.PutNil(c, " in text


@pytest.mark.parametrize(
    ("type", "default", "field"),
    [
        (OptionalOf(Scalar.INT), "5", "X python.Opt[*int]"),
        (FLOATS, "None", "X python.Opt[[]float64]"),
        (Scalar.ANY, "5", "X python.Opt[any]"),
        (Scalar.NONE, "None", "X python.Opt[struct{}]"),
    ],
)
def test_otherwise_an_option_can_be_given_nil(type: Type, default: str, field: str) -> None:
    assert line(go(function("f", parameter("x", type, default))), "X ") == field


def test_each_kind_of_parameter_is_bound_as_its_kind() -> None:
    text = go(
        function(
            "f",
            parameter("a", kind=ParameterKind.POSITIONAL_ONLY),
            parameter("b"),
            args("rest", Scalar.STR),
            parameter("c", kind=ParameterKind.KEYWORD_ONLY),
            parameter("d", default="1", kind=ParameterKind.KEYWORD_ONLY),
            kwargs("more", Scalar.BOOL),
        )
    )
    assert [each.strip() for each in text.splitlines() if '("' in each][1:] == [
        'var f = module.Func("f", "()",',
        'bind.Positional("a", bind.Int),',
        'bind.Param("b", bind.Int),',
        'bind.VarPositional("rest", bind.Str),',
        'bind.KeywordOnly("c", bind.Int),',
        'bind.KeywordOnly("d", bind.Int).Default(),',
        'bind.VarKeyword("more", bind.Bool),',
    ]
    assert [each.strip() for each in text.splitlines() if "bind.Put" in each] == [
        "bind.Put(c_, bind.Int, a)",
        "bind.Put(c_, bind.Int, b)",
        "bind.PutArgs(c_, bind.Str, rest)",
        "bind.Put(c_, bind.Int, c)",
        "bind.PutOpt(c_, bind.Int, options.D)",
        "bind.PutKwargs(c_, bind.Bool, options.Kwargs)",
    ]


def test_args_are_variadic() -> None:
    text = go(function("total", args("values", Scalar.FLOAT), result=Scalar.FLOAT))
    assert (
        line(text, "func")
        == "func Total(ctx context.Context, values ...float64) (float64, error) {"
    )
    assert "Options" not in text


def test_options_beside_args_move_to_a_second_function() -> None:
    text = go(function("total", parameter("a"), args("values"), parameter("start", default="0")))
    assert line(text, "func Total(") == (
        "func Total(ctx context.Context, a int, values ...int) error {"
    )
    assert line(text, "return TotalWith") == "return TotalWith(ctx, a, TotalOptions{}, values...)"
    assert line(text, "func TotalWith(") == (
        "func TotalWith(ctx context.Context, a int, options TotalOptions, values ...int) error {"
    )


def test_kwargs_are_a_map_among_the_options() -> None:
    text = go(function("f", kwargs("style", Scalar.STR)))
    assert line(text, "Kwargs") == "Kwargs map[string]string"
    assert "func F(ctx context.Context, options ...FOptions) error {" in text


def test_kwargs_give_way_to_a_parameter_of_that_name() -> None:
    text = go(function("f", kwargs("rest"), parameter("kwargs", default="1")))
    assert line(text, "Kwargs ") == "Kwargs python.Opt[int]"
    assert line(text, "Kwargs_") == "Kwargs_ map[string]int"


def test_several_results_come_out_of_one_tuple() -> None:
    text = go(function("f", result=TupleOf((Scalar.INT, Scalar.STR))))
    assert line(text, "r, err") == "r, err := bind.Result(c, tuple2OfIntStr)"
    assert line(text, "return") == "return r.V0, r.V1, err"


def test_names_of_the_body_give_way_to_parameters() -> None:
    names = [parameter(name) for name in ("c", "o", "r", "err")]
    text = go(function("f", *names, parameter("x", default="1"), result=TupleOf((INTS, INTS))))
    assert "func F(ctx context.Context, c, o, r, err int, options ...FOptions)" in text
    assert line(text, "o_ :=") == "o_ := bind.Options(options)"
    assert line(text, "c_ :=") == "c_ := f.Begin(ctx)"
    assert line(text, "r_, err_") == "r_, err_ := bind.Result(c_, tuple2OfListOfIntListOfInt)"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("type", "type_"),
        ("ctx", "ctx_"),
        ("options", "options_"),
        ("string", "string_"),
        ("context", "context_"),
        ("bind", "bind_"),
        ("nil", "nil_"),
        ("f", "f_"),
        ("list_of_float", "listOfFloat_"),
        ("len", "len"),
        ("max", "max"),
        ("data", "data"),
    ],
)
def test_parameter_gives_way_to_what_the_function_needs(name: str, wanted: str) -> None:
    text = go(function("f", parameter(name, FLOATS)))
    assert line(text, "func F") == f"func F(ctx context.Context, {wanted} []float64) error {{"


def test_parameters_of_one_name_in_go_stay_apart() -> None:
    text = go(function("f", parameter("foo_bar"), parameter("fooBar"), parameter("_foo_bar")))
    assert "func F(ctx context.Context, fooBar, fooBar_, fooBar__ int) error {" in text


def test_composite_codec_is_one_variable_however_often_it_is_used() -> None:
    text = go(function("f", parameter("a", INTS), result=INTS), function("g", parameter("b", INTS)))
    assert text.count("bind.List(bind.Int)") == 1
    assert line(text, "var listOfInt") == "var listOfInt = bind.List(bind.Int)"


@pytest.mark.parametrize(
    ("type_", "go_type"),
    [
        (CallableOf((), Scalar.INT), "func(context.Context) (int, error)"),
        (IterationOf(IterationKind.ITERABLE, Scalar.INT), "iter.Seq[int]"),
        (Standard.FRACTION, "*big.Rat"),
        (ArrayOf(DType.FLOAT64), "*python.Array[float64]"),
        (OptionalOf(CallableOf((), Scalar.INT)), "python.Opt[python.Func0[int]]"),
        (SequenceOf(SequenceKind.LIST, Scalar.INT), "python.Opt[[]int]"),
    ],
)
def test_option_whose_nil_is_nothing_else_is_left_out_by_nil(type_: Type, go_type: str) -> None:
    text = go(function("f", parameter("x", type_, default="X")))
    assert f"\tX {go_type}\n" in text
