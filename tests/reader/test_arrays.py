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
        ("np.ndarray[tuple[typing.Literal[3], int], np.dtype[np.bool_]]", DType.BOOL, 2),
        ("float_array", DType.FLOAT64, None),
    ],
)
def test_arrays(project: Project, annotation: str, dtype: DType, rank: int | None) -> None:
    prelude = """
    import numpy as xp
    from numpy.typing import NDArray
    float_array = npt.NDArray[np.double]
    """
    assert project.type_of(annotation, prelude) == ArrayOf(dtype, rank)


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
            "np.ndarray",
            "np.ndarray does not say its element type; NDArray[np.float64] does",
        ),
        (
            "np.ndarray[Any, Any]",
            "np.ndarray does not say its element type; NDArray[np.float64] does",
        ),
        ("npt.NDArray", "NDArray does not say its element type; NDArray[np.float64] does"),
        (
            "npt.NDArray[Any]",
            "Any is not one element type that Go has, such as np.float64",
        ),
        (
            "npt.NDArray[np.floating]",
            "np.floating is not one element type that Go has, such as np.float64",
        ),
        (
            "npt.NDArray[np.str_]",
            "np.str_ is not one element type that Go has, such as np.float64",
        ),
        ("npt.ArrayLike", "it accepts many types; NDArray[np.float64] or list[float] names one"),
    ],
)
def test_arrays_without_one_element_type_are_objects(
    project: Project, annotation: str, reason: str
) -> None:
    assert project.type_of(annotation) == ObjectOf(annotation, reason)
