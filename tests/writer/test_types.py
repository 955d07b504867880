from __future__ import annotations

import pytest

from gophersnake.model import (
    ArrayOf,
    Described,
    DType,
    MappingKind,
    MappingOf,
    ObjectOf,
    OptionalOf,
    RootOf,
    Scalar,
    SequenceKind,
    SequenceOf,
    SetKind,
    SetOf,
    TupleOf,
    Type,
)
from gophersnake.writer.types import PLAIN, Codec
from gophersnake.writer.types.spelling import spelled
from tests.writer.models import FLOATS, INTS

BYTES_TO_INT = MappingOf(MappingKind.DICT, Scalar.BYTES, Scalar.INT)
CALLABLE = ObjectOf("Callable[[], int]", "a callable without a type in Go")


def expression(codec: Codec) -> str:
    """A codec written out, without variables."""
    if not codec.maker:
        return codec.expression
    return f"{codec.maker}({', '.join([*map(expression, codec.parts), *codec.literals])})"


@pytest.mark.parametrize(
    ("type", "go", "codec"),
    [
        (Scalar.NONE, "struct{}", "bind.None"),
        (Scalar.BOOL, "bool", "bind.Bool"),
        (Scalar.INT, "int", "bind.Int"),
        (Scalar.FLOAT, "float64", "bind.Float"),
        (Scalar.COMPLEX, "complex128", "bind.Complex"),
        (Scalar.STR, "string", "bind.Str"),
        (Scalar.BYTES, "[]byte", "bind.Bytes"),
        (Scalar.BYTEARRAY, "[]byte", "bind.ByteArray"),
        (Scalar.BUFFER, "[]byte", "bind.Buffer"),
        (FLOATS, "[]float64", "bind.List(bind.Float)"),
        (SequenceOf(SequenceKind.SEQUENCE, INTS), "[][]int", "bind.Sequence(bind.List(bind.Int))"),
        (SequenceOf(SequenceKind.TUPLE, Scalar.STR), "[]string", "bind.TupleOf(bind.Str)"),
        (SetOf(SetKind.SET, Scalar.STR), "python.Set[string]", "bind.Set(bind.Str)"),
        (
            SetOf(SetKind.FROZENSET, Scalar.BYTES),
            "python.Set[python.ByteString]",
            "bind.FrozenSet(bind.BytesKey)",
        ),
        (
            MappingOf(MappingKind.DICT, Scalar.STR, FLOATS),
            "map[string][]float64",
            "bind.Dict(bind.Str, bind.List(bind.Float))",
        ),
        (
            MappingOf(MappingKind.MAPPING, Scalar.INT, Scalar.BYTES),
            "map[int][]byte",
            "bind.Mapping(bind.Int, bind.Bytes)",
        ),
        (TupleOf(()), "python.Tuple0", "bind.Tuple0"),
        (
            TupleOf((Scalar.INT, FLOATS)),
            "python.Tuple2[int, []float64]",
            "bind.Tuple2(bind.Int, bind.List(bind.Float))",
        ),
        (ArrayOf(DType.FLOAT64), "*python.Array[float64]", "bind.Array[float64](-1)"),
        (
            ArrayOf(DType.FLOAT32, ("n", "3")),
            "*python.Array[float32]",
            'bind.ArrayIn[float32](bind.NumPy, "n 3")',
        ),
        (
            ArrayOf(Described(Described.Kind.DATETIME64, "M8[ms]")),
            "*python.Array[python.DateTime64]",
            'bind.DescribedIn[python.DateTime64](bind.NumPy, "M8[ms]", "...")',
        ),
        (
            ArrayOf(Described(Described.Kind.TEXT, "U8"), ("3",)),
            "*python.Array[[8]rune]",
            'bind.DescribedIn[[8]rune](bind.NumPy, "U8", "3")',
        ),
        (
            ArrayOf(Described(Described.Kind.BYTES), ("*", "2")),
            "[][][]byte",
            'bind.As(bind.List(bind.List(bind.Bytes)), "array:bytes_ * 2")',
        ),
        (ArrayOf(None), "python.AnyArray", 'bind.AnyArrayIn(bind.NumPy, "...")'),
        (
            OptionalOf(ArrayOf(None, ("*",))),
            "python.AnyArray",
            'bind.OptionalAnyArray(bind.AnyArrayIn(bind.NumPy, "*"))',
        ),
        (ArrayOf(DType.BOOL, ()), "*python.Array[bool]", "bind.Array[bool](0)"),
        (
            ArrayOf(DType.FLOAT16, ("*", "*")),
            "*python.Array[python.Float16]",
            "bind.Array[python.Float16](2)",
        ),
        (CALLABLE, "*python.Object", "bind.Object"),
        (
            RootOf(FLOATS, "m:Tags"),
            "[]float64",
            'bind.As(bind.List(bind.Float), "root:m:Tags")',
        ),
        (
            OptionalOf(RootOf(FLOATS, "m:Tags")),
            "[]float64",
            'bind.OptionalSlice(bind.As(bind.List(bind.Float), "root:m:Tags"))',
        ),
        (
            OptionalOf(RootOf(OptionalOf(Scalar.INT), "m:A")),
            "**int",
            'bind.Optional(bind.As(bind.Optional(bind.Int), "root:m:A"))',
        ),
    ],
)
def test_type_is_the_same_going_in_and_coming_out(type: Type, go: str, codec: str) -> None:
    for mapper in (PLAIN.parameters, PLAIN.results):
        mapped = mapper.value(type)
        assert (mapped.go, expression(mapped.codec)) == (go, codec)


@pytest.mark.parametrize(
    ("type", "go", "codec"),
    [
        (Scalar.INT, "*int", "bind.Optional(bind.Int)"),
        (Scalar.BYTES, "[]byte", "bind.OptionalSlice(bind.Bytes)"),
        (FLOATS, "[]float64", "bind.OptionalSlice(bind.List(bind.Float))"),
        (
            BYTES_TO_INT,
            "map[python.ByteString]int",
            "bind.OptionalMap(bind.Dict(bind.BytesKey, bind.Int))",
        ),
        (
            SetOf(SetKind.SET, Scalar.INT),
            "python.Set[int]",
            "bind.OptionalMap(bind.Set(bind.Int))",
        ),
        (
            TupleOf((Scalar.INT, Scalar.INT)),
            "*python.Tuple2[int, int]",
            "bind.Optional(bind.Tuple2(bind.Int, bind.Int))",
        ),
        (
            ArrayOf(DType.INT8),
            "*python.Array[int8]",
            "bind.OptionalArray(bind.Array[int8](-1))",
        ),
        (CALLABLE, "*python.Object", "bind.OptionalObject"),
    ],
)
def test_optional_is_a_pointer_or_the_nil_that_the_type_has(
    type: Type, go: str, codec: str
) -> None:
    mapped = PLAIN.results.value(OptionalOf(type))
    assert (mapped.go, expression(mapped.codec), mapped.has_nil) == (go, codec, True)


@pytest.mark.parametrize(
    ("key", "go"),
    [
        (Scalar.NONE, "struct{}"),
        (Scalar.BOOL, "bool"),
        (Scalar.INT, "int"),
        (Scalar.FLOAT, "float64"),
        (Scalar.COMPLEX, "complex128"),
        (Scalar.STR, "string"),
        (Scalar.BYTES, "python.ByteString"),
        (OptionalOf(Scalar.BYTES), "python.Opt[python.ByteString]"),
        (
            TupleOf((Scalar.BYTES, TupleOf((OptionalOf(Scalar.INT),)))),
            "python.Tuple2[python.ByteString, python.Tuple1[python.Opt[int]]]",
        ),
    ],
)
def test_key_is_comparable_in_go(key: Type, go: str) -> None:
    assert PLAIN.results.value(MappingOf(MappingKind.DICT, key, Scalar.INT)).go == f"map[{go}]int"
    assert PLAIN.results.value(SetOf(SetKind.SET, key)).go == f"python.Set[{go}]"


@pytest.mark.parametrize(
    "key",
    [
        Scalar.ANY,
        Scalar.BYTEARRAY,
        Scalar.BUFFER,
        FLOATS,
        SetOf(SetKind.FROZENSET, Scalar.INT),
        ArrayOf(DType.INT8),
        CALLABLE,
        OptionalOf(FLOATS),
        TupleOf((Scalar.INT, FLOATS)),
        TupleOf((Scalar.INT,) * 9),
    ],
    ids=spelled,
)
def test_container_of_keys_that_go_cannot_compare_is_a_slice(key: Type) -> None:
    item = PLAIN.results.value(key).go
    mapped = PLAIN.results.value(MappingOf(MappingKind.DICT, key, Scalar.INT))
    assert mapped.go == f"python.OrderedMap[{item}, int]"
    mapped = PLAIN.results.value(SetOf(SetKind.SET, key))
    assert mapped.go == f"[]{item}"


def test_keys_of_any_type_go_in_as_a_map() -> None:
    keyed = MappingOf(MappingKind.DICT, Scalar.ANY, Scalar.INT)
    assert PLAIN.parameters.value(keyed).go == "map[any]int"
    assert PLAIN.fields.value(keyed).go == "python.OrderedMap[any, int]"


def test_anything_goes_in_and_objects_come_out() -> None:
    type = SequenceOf(SequenceKind.LIST, Scalar.ANY)
    assert PLAIN.parameters.value(type).go == "[]any"
    assert PLAIN.results.value(type).go == "[]*python.Object"


def test_tuple_of_more_than_eight_is_an_object() -> None:
    mapped = PLAIN.results.value(TupleOf((Scalar.INT,) * 9))
    assert mapped.go == "*python.Object"
    assert "more than 8" in mapped.carried[0].reason


def test_objects_inside_are_reported_from_any_depth() -> None:
    type = MappingOf(MappingKind.DICT, Scalar.STR, OptionalOf(TupleOf((CALLABLE, FLOATS))))
    assert [each.annotation for each in PLAIN.results.value(type).carried] == ["Callable[[], int]"]


def test_codecs_of_different_types_have_different_names() -> None:
    one = TupleOf((TupleOf((Scalar.INT, Scalar.INT)), Scalar.INT))
    two = TupleOf((TupleOf((Scalar.INT,)), Scalar.INT, Scalar.INT))
    assert PLAIN.results.value(one).codec.name != PLAIN.results.value(two).codec.name
