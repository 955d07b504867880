"""The standard library's values and collections, and what Annotated says of numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gophersnake.model import (
    DType,
    ExceptionOf,
    MappingKind,
    MappingOf,
    NumpyScalar,
    OptionalOf,
    Scalar,
    SequenceKind,
    SequenceOf,
    Sized,
    Standard,
    TupleOf,
    Type,
)

if TYPE_CHECKING:
    from tests.reader.conftest import Project

INT, STR = Scalar.INT, Scalar.STR
PRELUDE = """
import collections, types, datetime, decimal, fractions, ipaddress, os, pathlib, re, uuid, zoneinfo
from datetime import datetime as moment
from _typeshed import StrPath
"""


def mapping(kind: MappingKind, value: Type = INT, *, ordered: bool = False) -> MappingOf:
    return MappingOf(kind, STR, value, ordered)


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("datetime.datetime", Standard.DATETIME),
        ("moment", Standard.DATETIME),
        ("datetime.date", Standard.DATE),
        ("datetime.time", Standard.TIME),
        ("datetime.timedelta", Standard.TIMEDELTA),
        ("datetime.tzinfo", Standard.TZINFO),
        ("datetime.timezone", Standard.TIMEZONE),
        ("zoneinfo.ZoneInfo", Standard.ZONEINFO),
        ("decimal.Decimal", Standard.DECIMAL),
        ("fractions.Fraction", Standard.FRACTION),
        ("uuid.UUID", Standard.UUID),
        ("pathlib.Path", Standard.PATH),
        ("pathlib.PureWindowsPath", Standard.PURE_WINDOWS_PATH),
        ("os.PathLike", Standard.PATH_LIKE),
        ("os.PathLike[str]", Standard.PATH_LIKE),
        ("re.Pattern[str]", Standard.PATTERN),
        ("typing.Pattern[str]", Standard.PATTERN),
        ("Exception", ExceptionOf("Exception")),
        ("IOError", ExceptionOf("OSError")),
        ("ExceptionGroup[ValueError]", ExceptionOf("ExceptionGroup")),
        ("ValueError | None", OptionalOf(ExceptionOf("ValueError"))),
        ("typing.TextIO", Standard.TEXT_FILE),
        ("typing.BinaryIO", Standard.BINARY_FILE),
        ("typing.IO[str]", Standard.TEXT_FILE),
        ("typing.IO[bytes]", Standard.BINARY_FILE),
        ("typing.IO", Standard.FILE),
        ("typing.IO[typing.Any]", Standard.FILE),
        ("typing.IO[str | bytes]", Standard.FILE),
        ("io.TextIOWrapper", Standard.TEXT_FILE),
        ("io.BufferedIOBase", Standard.BINARY_FILE),
        ("ipaddress.IPv4Address", Standard.IPV4_ADDRESS),
        ("ipaddress.IPv6Network", Standard.IPV6_NETWORK),
        ("np.int32", NumpyScalar(DType.INT32)),
        ("np.bool_", NumpyScalar(DType.BOOL)),
        ("np.double", NumpyScalar(DType.FLOAT64)),
    ],
)
def test_values(project: Project, annotation: str, wanted: Type) -> None:
    assert project.type_of(annotation, PRELUDE) == wanted


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("str | os.PathLike[str]", Standard.STR_PATH),
        ("StrPath", Standard.STR_PATH),
        ("pathlib.Path | str", Standard.STR_PATH),
        ("StrPath | None", OptionalOf(Standard.STR_PATH)),
        ("Union[str, pathlib.Path, os.PathLike[str]]", Standard.STR_PATH),
        ("ipaddress.IPv4Address | ipaddress.IPv6Address", Standard.IP_ADDRESS),
        ("ipaddress.IPv6Network | ipaddress.IPv4Network", Standard.IP_NETWORK),
        ("ipaddress.IPv6Interface | ipaddress.IPv4Interface", Standard.IP_INTERFACE),
    ],
)
def test_unions_of_one_go_type(project: Project, annotation: str, wanted: Type) -> None:
    assert project.type_of(annotation, PRELUDE) == wanted


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("collections.deque[int]", SequenceOf(SequenceKind.DEQUE, INT)),
        ("typing.Deque[int]", SequenceOf(SequenceKind.DEQUE, INT)),
        ("typing.KeysView[int]", SequenceOf(SequenceKind.KEYS_VIEW, INT)),
        ("typing.ValuesView[int]", SequenceOf(SequenceKind.VALUES_VIEW, INT)),
        ("typing.ItemsView[str, int]", mapping(MappingKind.ITEMS_VIEW, ordered=True)),
        ("typing.DefaultDict[str, int]", mapping(MappingKind.DEFAULTDICT)),
        ("collections.OrderedDict[str, int]", mapping(MappingKind.ORDERED_DICT, ordered=True)),
        ("collections.Counter[str]", mapping(MappingKind.COUNTER)),
        ("typing.Counter[str]", mapping(MappingKind.COUNTER)),
        ("collections.ChainMap[str, int]", mapping(MappingKind.CHAIN_MAP)),
        ("types.MappingProxyType[str, int]", mapping(MappingKind.PROXY)),
        ("frozendict[str, int]", mapping(MappingKind.FROZENDICT)),
    ],
)
def test_collections(project: Project, annotation: str, wanted: Type) -> None:
    assert project.type_of(annotation, PRELUDE) == wanted


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ('Annotated[int, "int8"]', Sized.INT8),
        ('Annotated[int, "uint64"]', Sized.UINT64),
        ('Annotated[int, "big"]', Sized.BIG),
        ('Annotated[float, "float32"]', Sized.FLOAT32),
        ("Annotated[int, np.int16]", Sized.INT16),
        ("Annotated[float, np.float32]", Sized.FLOAT32),
        ('Annotated[int, "a note", "big"]', Sized.BIG),
        ('Annotated[int | None, "big"]', OptionalOf(Sized.BIG)),
        ('Annotated[moment, "aware"]', Standard.AWARE_DATETIME),
        ('Annotated[moment, "naive"]', Standard.NAIVE_DATETIME),
        ('Annotated[dict[str, int], "ordered"]', mapping(MappingKind.DICT, ordered=True)),
        ("\"Annotated[int, 'big']\"", Sized.BIG),
        ("Annotated[int, big]", INT),
        ('Annotated[str, "big"]', STR),
        ('Annotated[int, "float32"]', INT),
        ("Annotated[int, 5, len]", INT),
    ],
)
def test_metadata(project: Project, annotation: str, wanted: Type) -> None:
    assert project.type_of(annotation, f"{PRELUDE}\nbig = 5") == wanted


@pytest.mark.parametrize(
    ("annotation", "names"),
    [
        ('tuple[Annotated[int, "x"], Annotated[int, "y"]]', ("x", "y")),
        ('tuple[Annotated[int, "a size", "x"], Annotated[int, "big", "y"]]', ("x", "y")),
        ('tuple[Annotated[int, "x"], int]', ()),
        ('tuple[Annotated[int, "x"], Annotated[int, "x"]]', ()),
        ('tuple[Annotated[int, "int8"], Annotated[int, "big"]]', ()),
    ],
)
def test_names_of_items(project: Project, annotation: str, names: tuple[str, ...]) -> None:
    found = project.type_of(annotation)
    assert isinstance(found, TupleOf)
    assert found.names == names


@pytest.mark.parametrize("guard", ["TypeGuard", "TypeIs"])
def test_type_guard_returns_a_bool(project: Project, guard: str) -> None:
    text = f"from typing_extensions import {guard}\ndef f(x: object) -> {guard}[int]: ...\n"
    assert project.function(text).result is Scalar.BOOL
