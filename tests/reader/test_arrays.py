"""numpy's arrays in annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gophersnake.model import ArrayOf, DType, ObjectOf

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
            "npt.NDArray[np.str_]",
            "np.str_ is not one element type that Go has, such as np.float64",
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
