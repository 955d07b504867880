"""Records as Go structs."""

from __future__ import annotations

from dataclasses import replace
from textwrap import dedent

import pytest

from gophersnake import writer
from gophersnake.model import (
    CallableOf,
    MappingKind,
    MappingOf,
    Named,
    ObjectOf,
    OptionalOf,
    Scalar,
    SequenceKind,
    SequenceOf,
    TupleOf,
    Type,
)
from gophersnake.writer import Status, Subject
from tests.writer.models import (
    comment_of,
    field,
    function,
    go,
    gofmt_changes,
    line,
    module,
    parameter,
    record,
)

POINT = record("Point", field("x", Scalar.FLOAT), field("y_coordinate", Scalar.STR))
POINTS = SequenceOf(SequenceKind.LIST, Named("stats.Point"))


def shown(text: str, start: str, end: str = "\n}\n") -> str:
    """A part of a file: from the line that begins so to the end of the declaration."""
    part = text[text.index(start) :]
    return part[: part.index(end) + len(end)]


def test_struct_has_tags_with_the_names_of_python() -> None:
    text = go(POINT)
    assert shown(text, "type Point struct") == dedent("""\
        type Point struct {
        \tX           float64 `json:"x"`
        \tYCoordinate string  `json:"y_coordinate"`
        }
    """)
    assert gofmt_changes(text) == ""


def test_codec_names_the_class_and_its_fields() -> None:
    text = go(POINT)
    assert 'var pointRecord = bind.NewRecord[Point]("record:stats:Point")' in text
    assert line(text, 'bind.Field("x"') == (
        'bind.Field("x", bind.Float, func(p *Point) *float64 { return &p.X }),'
    )


def test_record_as_a_type() -> None:
    text = go(POINT, function("f", parameter("p", Named("stats.Point")), result=POINTS))
    assert "func F(ctx context.Context, p Point) ([]Point, error) {" in text
    assert "var listOfPoint = bind.List(&pointRecord.Type)" in text
    assert "bind.Put(c, &pointRecord.Type, p)" in text


def test_constructor_is_the_class_called() -> None:
    text = go(record("Point", field("x"), field("label", Scalar.STR, default='"a"')))
    assert (
        "func NewPoint(ctx context.Context, x int, options ...PointOptions) (Point, error)" in text
    )
    assert 'var newPoint = module.Func("Point", "()",' in text


def test_field_that_may_be_missing_is_an_opt() -> None:
    text = go(record("Point", field("x", may_be_missing=True)))
    assert line(text, "X ") == 'X python.Opt[int] `json:"x,omitzero"`'
    assert line(text, "bind.OptField") == (
        'bind.OptField("x", bind.Int, func(p *Point) *python.Opt[int] { return &p.X }),'
    )


def test_field_of_any_type_is_any_both_ways() -> None:
    assert line(go(record("Point", field("x", Scalar.ANY))), "X ") == 'X any `json:"x"`'


def test_documented_fields_stand_apart() -> None:
    text = go(record("Point", field("x", doc="The first."), field("longer", doc="More.")))
    assert shown(text, "type Point struct") == dedent("""\
        type Point struct {
        \t// The first.
        \tX int `json:"x"`

        \t// More.
        \tLonger int `json:"longer"`
        }
    """)
    assert gofmt_changes(text) == ""


def test_record_without_fields() -> None:
    text = go(record("Nothing"))
    assert "type Nothing struct{}\n" in text
    assert "func init()" not in text
    assert gofmt_changes(text) == ""


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("x", 'X int `json:"x"`'),
        ("user_id", 'UserID int `json:"user_id"`'),
        ("in-stock", 'InStock int `json:"in-stock"`'),
        ("-", 'X int `json:"-,"`'),
        ('say "x"', 'SayX int `json:","`'),
        ("a,b", 'AB int `json:","`'),
        ("", 'X int `json:","`'),
    ],
)
def test_names_of_fields(name: str, wanted: str) -> None:
    text = go(record("Point", field(name)))
    assert shown(text, "type Point struct").splitlines()[1].strip() == wanted
    assert gofmt_changes(text) == ""


def test_fields_whose_names_json_cannot_have_stand_in_the_same_columns() -> None:
    fields = (field("a"), field("b,c", may_be_missing=True), field("longer", Scalar.STR))
    text = go(record("Point", *fields))
    assert line(text, "BC ") == 'BC     python.Opt[int] `json:",omitzero"`'
    assert gofmt_changes(text) == ""


def test_fields_of_like_names_are_told_apart() -> None:
    text = go(record("Point", field("fooBar"), field("foo_bar")))
    assert line(text, "FooBar_ ") == 'FooBar_ int `json:"fooBar"`'


def test_function_of_the_same_name_gives_way() -> None:
    text = go(POINT, function("point", result=Named("stats.Point")))
    assert "func Point_(ctx context.Context) (Point, error) {" in text


def test_function_keeps_its_name_before_a_constructor() -> None:
    text = go(POINT, function("new_point"))
    assert "func NewPoint(ctx context.Context) error {" in text
    assert "func NewPoint_(ctx context.Context, x float64, yCoordinate string)" in text


def test_class_of_another_module_is_called_in_that_module() -> None:
    other = record("Point", field("x"), module="geo.shapes")
    text = go(other)
    assert 'var geoShapesModule = bind.NewModule("geo.shapes")' in text
    assert 'var newPoint = geoShapesModule.Func("Point", "()",' in text
    assert 'bind.NewRecord[Point]("record:geo.shapes:Point")' in text


def test_class_of_another_module_gives_way() -> None:
    text = go(record("Point", field("x"), module="geo.shapes"), POINT)
    assert "type ShapesPoint struct {" in text
    assert "type Point struct {" in text


def test_nested_class_is_named_after_the_outer_one() -> None:
    text = go(record("Outer.Inner", field("x")))
    assert "type OuterInner struct {" in text
    assert 'bind.NewRecord[OuterInner]("record:stats:Outer.Inner")' in text


@pytest.mark.parametrize(
    ("type", "wanted"),
    [
        (Scalar.INT, "map[Point]int"),
        (Scalar.STR, "map[Point]int"),
        (TupleOf((Scalar.INT, Scalar.STR)), "map[Point]int"),
        (OptionalOf(Scalar.INT), "python.OrderedMap[Point, int]"),
        (Scalar.BYTES, "python.OrderedMap[Point, int]"),
        (SequenceOf(SequenceKind.TUPLE, Scalar.INT), "python.OrderedMap[Point, int]"),
        (OptionalOf(Named("stats.Point")), "python.OrderedMap[Point, int]"),
    ],
)
def test_key_is_the_struct_where_go_compares_it_as_python_does(type: Type, wanted: str) -> None:
    keyed = MappingOf(MappingKind.DICT, Named("stats.Point"), Scalar.INT)
    text = go(record("Point", field("x", type), hashable=True), function("f", result=keyed))
    assert f"func F(ctx context.Context) ({wanted}, error) {{" in text


def test_record_in_a_record_is_a_key_with_it() -> None:
    outer = record("Outer", field("p", Named("stats.Point")), hashable=True)
    inner = record("Point", field("x"), hashable=True)
    keyed = MappingOf(MappingKind.DICT, Named("stats.Outer"), Scalar.INT)
    assert "map[Outer]int" in go(outer, inner, function("f", result=keyed))


def test_report_has_the_type_and_its_objects() -> None:
    reason = "a callable without a type in Go"
    fields = field("x"), field("f", ObjectOf("Callable[[], int]", reason))
    (found,) = writer.render(module(record("Point", *fields))).report.entries
    assert (found.name, found.go_name, found.subject) == ("Point", "Point", Subject.TYPE)
    assert found.status is Status.PARTLY
    assert found.reasons == (f"f: Callable[[], int]: {reason}",)


def test_doc_comment_says_what_it_is_in_python() -> None:
    text = go(record("Point", doc="A place on the plane."))
    assert comment_of(text, "type Point") == (
        "Point is the dataclass stats.Point.\n\nA place on the plane."
    )


def test_an_author_can_give_a_struct_its_name() -> None:
    renamed = replace(module(POINT, function("point")), called={"stats.Point": "Place"})
    (text,) = writer.render(renamed).files.values()
    assert "type Place struct {" in text
    assert "func Point(" in text


def test_field_of_the_struct_itself_is_a_pointer() -> None:
    text = go(record("Tree", field("left", Named("stats.Tree"), may_be_missing=True)))
    assert line(text, "Left ") == 'Left *Tree `json:"left,omitzero"`'
    assert line(text, "bind.NilField") == (
        'bind.NilField("left", &treeRecord.Type, func(t *Tree) **Tree { return &t.Left }),'
    )


def test_field_that_holds_the_struct_by_way_of_another_is_a_pointer() -> None:
    pair = TupleOf((Named("stats.Leaf"), Scalar.INT))
    text = go(
        record("Tree", field("pair", pair, may_be_missing=True)),
        record("Leaf", field("tree", Named("stats.Tree"))),
    )
    assert line(text, "Pair ") == 'Pair *python.Tuple2[Leaf, int] `json:"pair,omitzero"`'


def test_field_that_could_never_be_filled_is_optional() -> None:
    text = go(record("Node", field("next", Named("stats.Node"), default="None")))
    assert line(text, "Next *Node `json") == 'Next *Node `json:"next"`'
    assert line(text, 'bind.Field("next"') == (
        'bind.Field("next", optionalNode, func(n *Node) **Node { return &n.Next }),'
    )


def test_field_called_as_a_method_of_the_struct_gives_way() -> None:
    text = go(
        record("Point", field("unmarshal_json", Scalar.STR), field("python_type", Scalar.STR))
    )
    assert "UnmarshalJSON_ string" in text
    assert "PythonType_    string" in text


def test_field_with_functions_in_it_is_not_in_json() -> None:
    hooks = MappingOf(MappingKind.DICT, Scalar.STR, CallableOf((), Scalar.INT))
    assert '`json:"-"`' in shown(go(record("Rule", field("hooks", hooks))), "type Rule struct")
