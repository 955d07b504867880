"""numpy's arrays in annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gophersnake.model import ArrayOf, Described, DType, Layout, Named, ObjectOf

if TYPE_CHECKING:
    from tests.reader.conftest import Project


@pytest.mark.parametrize(
    ("annotation", "dtype", "rank"),
    [
        ("npt.NDArray[np.float64]", DType.FLOAT64, None),
        ("NDArray[np.int32]", DType.INT32, None),
        ("xp.typing.NDArray[xp.uint8]", DType.UINT8, None),
        ("np.ndarray[tuple[int, int], np.dtype[np.float32]]", DType.FLOAT32, 2),
        ("np.ndarray[tuple[int], np.dtype[np.float32]]", DType.FLOAT32, 1),
        ("np.ndarray[tuple[()], np.dtype[np.float32]]", DType.FLOAT32, 0),
        ("np.ndarray[tuple[int, ...], np.dtype[np.float32]]", DType.FLOAT32, None),
        ("np.ndarray[Any, np.dtype[np.complex64]]", DType.COMPLEX64, None),
        ("np.ndarray['tuple[int, int]', 'np.dtype[np.float32]']", DType.FLOAT32, 2),
        ("float_array", DType.FLOAT64, None),
    ],
)
def test_arrays(project: Project, annotation: str, dtype: DType, rank: int | None) -> None:
    prelude = """
    import numpy as xp
    from numpy.typing import NDArray
    float_array = npt.NDArray[np.double]
    """
    shape = ("...",) if rank is None else ("*",) * rank
    assert project.type_of(annotation, prelude) == ArrayOf(dtype, shape)


@pytest.mark.parametrize(
    ("names", "dtype"),
    [
        ("np.bool_ np.bool bool", DType.BOOL),
        ("np.int8 np.byte", DType.INT8),
        ("np.int16 np.short", DType.INT16),
        ("np.int32 np.intc", DType.INT32),
        ("np.int64 np.int_ np.intp np.longlong int", DType.INT64),
        ("np.uint8 np.ubyte", DType.UINT8),
        ("np.uint16 np.ushort", DType.UINT16),
        ("np.uint32 np.uintc", DType.UINT32),
        ("np.uint64 np.uint np.uintp np.ulonglong", DType.UINT64),
        ("np.float16 np.half", DType.FLOAT16),
        ("np.float32 np.single", DType.FLOAT32),
        ("np.float64 np.double float", DType.FLOAT64),
        ("np.complex64 np.csingle", DType.COMPLEX64),
        ("np.complex128 np.cdouble complex", DType.COMPLEX128),
    ],
)
def test_element_types_by_all_their_names(project: Project, names: str, dtype: DType) -> None:
    for name in names.split():
        assert project.type_of(f"npt.NDArray[{name}]") == ArrayOf(dtype)


@pytest.mark.parametrize(
    ("annotation", "reason"),
    [
        (
            "npt.NDArray[np.longdouble]",
            "np.longdouble is not one element type that Go has, such as np.float64",
        ),
        ("npt.ArrayLike", "it accepts many types; NDArray[np.float64] or list[float] names one"),
    ],
)
def test_arrays_of_other_element_types_are_objects(
    project: Project, annotation: str, reason: str
) -> None:
    assert project.type_of(annotation) == ObjectOf(annotation, reason)


@pytest.mark.parametrize(
    "annotation",
    [
        "np.ndarray",
        "np.ndarray[Any, Any]",
        "np.ndarray[tuple[int, ...], np.dtype[Any]]",
        "np.ndarray[Any, np.dtype]",
        "npt.NDArray",
        "npt.NDArray[Any]",
        "npt.NDArray[np.floating]",
        "npt.NDArray[np.number[Any]]",
    ],
)
def test_arrays_of_no_one_element_type_are_of_any(project: Project, annotation: str) -> None:
    assert project.type_of(annotation) == ArrayOf(None)


@pytest.mark.parametrize(
    ("annotation", "shape"),
    [
        ("npt.NDArray[D]", ("...",)),
        ("np.ndarray[tuple[int, int], np.dtype[D]]", ("*", "*")),
        ("npt.NDArray[np.float32 | np.float64]", ("...",)),
        ("npt.NDArray[Union[np.floating, np.int8]]", ("...",)),
        ("npt.NDArray[Real]", ("...",)),
    ],
)
def test_arrays_of_one_of_several_elements(
    project: Project, annotation: str, shape: tuple[str, ...]
) -> None:
    prelude = """
    D = typing.TypeVar("D", bound=np.generic)
    Real = Union[np.float32, np.float64]
    """
    assert project.type_of(annotation, prelude) == ArrayOf(None, shape)


def test_an_array_of_what_may_be_no_element(project: Project) -> None:
    found = project.type_of("npt.NDArray[np.float64 | np.longdouble]")
    assert isinstance(found, ObjectOf)


@pytest.mark.parametrize(
    ("annotation", "dtype", "shape"),
    [
        ("np.ndarray[tuple[int, Literal[3]], np.dtype[np.float32]]", DType.FLOAT32, "* 3"),
        ("np.ndarray[tuple[Literal[3], int], np.dtype[np.bool_]]", DType.BOOL, "3 *"),
        ("np.ndarray[tuple[N, N], np.dtype[np.float32]]", DType.FLOAT32, "N N"),
        ("np.ndarray[tuple[Rows, Literal[2]], np.dtype[np.int8]]", DType.INT8, "* 2"),
        ("np.ndarray[tuple[Three, typing.Literal[0]], Any]", None, "3 0"),
        ("np.ndarray[tuple[Literal[1, 2], int], np.dtype[np.int8]]", DType.INT8, "* *"),
        ("np.ndarray[Pair, np.dtype[np.int8]]", DType.INT8, "2 *"),
        ("np.ndarray[tuple[*tuple[int, ...], Literal[3]], Any]", None, "... 3"),
        ("np.ndarray[tuple[N]]", None, "N"),
    ],
)
def test_shapes(project: Project, annotation: str, dtype: DType | None, shape: str) -> None:
    prelude = """
    from typing import Literal, NewType, TypeVar
    N = TypeVar("N", bound=int)
    Rows = NewType("Rows", int)
    Three = Literal[3]
    Pair = tuple[Literal[2], int]
    """
    assert project.type_of(annotation, prelude) == ArrayOf(dtype, tuple(shape.split()))


@pytest.mark.parametrize(
    ("annotation", "dtype", "shape"),
    [
        ('Float32[np.ndarray, "n 3"]', DType.FLOAT32, "n 3"),
        ('Float[np.ndarray, "n"]', DType.FLOAT64, "n"),
        ('Int[np.ndarray, ""]', DType.INT64, ""),
        ('UInt8[np.ndarray, "height width 3"]', DType.UINT8, "height width 3"),
        ('Bool[np.ndarray, "3"]', DType.BOOL, "3"),
        ('jaxtyping.Complex[np.ndarray, "..."]', DType.COMPLEX128, "..."),
        ('UInt[np.ndarray, "... n"]', DType.UINT64, "... n"),
        ('Float16[np.ndarray, "*batch 3"]', DType.FLOAT16, "... 3"),
        ('Float[np.ndarray, "#n ?m _ _k n+1 rows=4 a*b"]', DType.FLOAT64, "* * * * * 4 *"),
        ('Float[np.ndarray, "*a *b"]', DType.FLOAT64, "..."),
        ('Float[np.ndarray, " n  m "]', DType.FLOAT64, "n m"),
        ('Float[np.ndarray, "n+1"]', DType.FLOAT64, "*"),
        ('Num[np.ndarray, "n n"]', None, "n n"),
        ('Shaped[np.ndarray, ""]', None, ""),
        ("\"Float64[np.ndarray, 'n 3']\"", DType.FLOAT64, "n 3"),
        ("Points", DType.FLOAT32, "n 2"),
    ],
)
def test_jaxtyping(project: Project, annotation: str, dtype: DType | None, shape: str) -> None:
    prelude = """
    import jaxtyping
    from jaxtyping import (
        Bool, Complex, Float, Float16, Float32, Float64, Int, Num, Shaped, UInt, UInt8
    )
    Points = Float32[np.ndarray, "n 2"]
    """
    assert project.type_of(annotation, prelude) == ArrayOf(dtype, tuple(shape.split()))


def test_jaxtyping_of_what_is_no_class_of_arrays_is_an_object(project: Project) -> None:
    prelude = "from jaxtyping import Float"
    for annotation in ('Float[list, "n"]', "Float[np.ndarray]"):
        assert isinstance(project.type_of(annotation, prelude), ObjectOf)


DTYPES = """
Point = np.dtype([("x", np.float64), ("id", np.int32)])
Aligned = np.dtype([("ok", bool), ("name", "U3"), ("at", Point)], align=True)
Crooked = np.dtype([("id", "i4"), ("x", "f8")])
Computed = np.dtype([(f"x{i}", "f8") for i in range(3)])
Stamp = np.dtype("datetime64[25s]")
Half = np.dtype(np.float16)
Same = Point
Word = np.dtype("<U8")
Things = np.dtype(object)
Big = np.dtype(">f8")
Inner = np.dtype([("inner", Inner)])
Circle = np.dtype(Circle)
Objects = np.dtype([("o", object)])
Spoken = np.dtype([("a b", "f4")])
Twice = np.dtype([("a", "f4"), ("a", "f4")])
Rows = np.dtype([("rows", Point, 2)])
Shape = np.dtype([("a", "f4", (2.5,))])
Empty = np.dtype([("a", "f4", 0)])
Told = np.dtype([("a", "f4")], align=bool(1))
Starred = np.dtype([*Point, ("a", "f4")])
Nothing = np.dtype()
Written = np.dtype(np.dtype("f4"))
Dict = np.dtype({"names": ["a"], "formats": ["f4"]})
"""
KIND = Described.Kind


@pytest.mark.parametrize(
    ("annotation", "dtype"),
    [
        ("Annotated[np.ndarray, Point]", Named("m.Point")),
        ("npt.NDArray[Same]", Named("m.Point")),
        ("np.ndarray[Any, np.dtype[Point]]", Named("m.Point")),
        ("np.ndarray[Any, Aligned]", Named("m.Aligned")),
        ("Annotated[np.ndarray, Stamp]", Described(KIND.DATETIME64, "M8[25s]")),
        ("Annotated[np.ndarray, Half]", DType.FLOAT16),
        ("Annotated[np.ndarray, np.float32]", DType.FLOAT32),
        ("Annotated[npt.NDArray[np.int8], Half]", DType.INT8),
        ("Annotated[np.ndarray, Word, 'words']", Described(KIND.TEXT, "U8")),
        ("npt.NDArray[np.datetime64]", Described(KIND.DATETIME64)),
        ("npt.NDArray[np.timedelta64]", Described(KIND.TIMEDELTA64)),
        ("Annotated[npt.NDArray[np.void], Point]", Named("m.Point")),
        ("Annotated[npt.NDArray[np.datetime64], Stamp]", Described(KIND.DATETIME64, "M8[25s]")),
        ("Annotated[npt.NDArray[np.datetime64], 'M8[ms]']", Described(KIND.DATETIME64, "M8[ms]")),
        ("Annotated[npt.NDArray[np.bytes_], 'S3']", Described(KIND.BYTES, "S3")),
        ("Annotated[npt.NDArray[np.bytes_], 'a text']", Described(KIND.BYTES)),
        ("Annotated[npt.NDArray[np.bytes_], Word]", Described(KIND.BYTES)),
        ("Annotated[npt.NDArray[np.str_], Point]", Described(KIND.TEXT)),
        ("npt.NDArray[np.void]", Described(KIND.VOID)),
        ("npt.NDArray[np.str_]", Described(KIND.TEXT)),
        ("npt.NDArray[np.object_]", Described(KIND.OBJECT)),
        ("npt.NDArray[Written]", DType.FLOAT32),
        ("npt.NDArray[Things]", Described(KIND.OBJECT)),
    ],
)
def test_dtypes(project: Project, annotation: str, dtype: DType | Described | Named) -> None:
    assert project.type_of(annotation, DTYPES) == ArrayOf(dtype)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (
            "Crooked",
            "field x of Crooked is at byte 4, where Go has none: align=True, or another order",
        ),
        ("Computed", "is not one element type"),
        ("Big", "'>f8' is not an element type that Go has"),
        ("Inner", "m.Inner stands in its own definition"),
        ("Circle", "m.Circle stands in its own definition"),
        ("Objects", "field o has no size that is written down: object"),
        ("Spoken", "a field is called 'a b', which is no identifier"),
        ("Twice", "Twice has no fields, or two of one name"),
        ("Rows", "field rows is an array of structs that Go ends with a gap"),
        ("Shape", "is no field that can be told without running it"),
        ("Empty", "is no field that can be told without running it"),
        ("Told", "is more than can be told without running it"),
        ("Starred", "*Point is no field"),
        ("Nothing", "None is no element type"),
        ("Dict", "is not one element type"),
    ],
)
def test_dtypes_that_no_go_struct_has_are_objects(project: Project, name: str, reason: str) -> None:
    type_ = project.type_of(f"Annotated[np.ndarray, {name}]", DTYPES)
    assert isinstance(type_, ObjectOf)
    assert reason in type_.reason


def test_layouts_are_where_numpy_has_them(project: Project) -> None:
    project.type_of("Annotated[np.ndarray, Aligned]", DTYPES)
    aligned, point = sorted(
        (each for each in project.read().declarations if isinstance(each, Layout)),
        key=lambda each: each.name,
    )
    assert (point.size, [slot.name for slot in point.slots]) == (12, ["x", "id"])
    # What was made without align=True may stand anywhere, and ends without a gap.
    assert aligned.size == 28
    assert [slot.size for slot in aligned.slots] == [0, 0, 12]
