"""What a Python module offers, as plain immutable data.

The reader makes it, the writer uses it. It knows neither griffe nor Go, and does no
input or output. Names are Python's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Scalar(Enum):
    """The types that have no parameters. The values are the names in contract/kinds.toml."""

    NONE = "none"
    BOOL = "bool"
    INT = "int"
    FLOAT = "float"
    COMPLEX = "complex"
    STR = "str"
    BYTES = "bytes"
    BYTEARRAY = "bytearray"
    BUFFER = "buffer"
    """`memoryview` and `collections.abc.Buffer`: anything with the buffer protocol (PEP 688)."""
    ANY = "any"
    """`Any`, `object` or no annotation: any value at all."""


class SequenceKind(Enum):
    LIST = "list"
    SEQUENCE = "sequence"
    """`Sequence` and `Collection`: a list where it goes in, any sequence where it comes out."""
    TUPLE = "tuple_of"
    """`tuple[T, ...]`."""


class SetKind(Enum):
    SET = "set"
    FROZENSET = "frozenset"


class MappingKind(Enum):
    DICT = "dict"
    MAPPING = "mapping"
    """`Mapping`: a dict where it goes in, any mapping where it comes out."""


class DType(Enum):
    """The element types of an array; the values are numpy's names."""

    BOOL = "bool"
    INT8 = "int8"
    INT16 = "int16"
    INT32 = "int32"
    INT64 = "int64"
    UINT8 = "uint8"
    UINT16 = "uint16"
    UINT32 = "uint32"
    UINT64 = "uint64"
    FLOAT16 = "float16"
    FLOAT32 = "float32"
    FLOAT64 = "float64"
    COMPLEX64 = "complex64"
    COMPLEX128 = "complex128"


@dataclass(frozen=True, slots=True)
class SequenceOf:
    kind: SequenceKind
    item: Type


@dataclass(frozen=True, slots=True)
class SetOf:
    kind: SetKind
    item: Type


@dataclass(frozen=True, slots=True)
class MappingOf:
    kind: MappingKind
    key: Type
    value: Type


@dataclass(frozen=True, slots=True)
class TupleOf:
    """`tuple[A, B, C]`; `tuple[()]` has no items."""

    items: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class OptionalOf:
    """`T | None`. The item is never itself optional, `NONE` or `ANY`."""

    item: Type


@dataclass(frozen=True, slots=True)
class ArrayOf:
    """`NDArray[np.T]` (rank None: any) or `np.ndarray[shape, np.dtype[np.T]]`."""

    dtype: DType
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class ObjectOf:
    """A type with no Go counterpart: the value is carried as an object, and `reason` says why."""

    annotation: str
    reason: str


Type = Scalar | SequenceOf | SetOf | MappingOf | TupleOf | OptionalOf | ArrayOf | ObjectOf


class ParameterKind(Enum):
    """As `inspect.Parameter` names them; the values are the names in contract/kinds.toml."""

    POSITIONAL_ONLY = "positional_only"
    POSITIONAL_OR_KEYWORD = "positional_or_keyword"
    VAR_POSITIONAL = "var_positional"
    KEYWORD_ONLY = "keyword_only"
    VAR_KEYWORD = "var_keyword"


@dataclass(frozen=True, slots=True)
class Location:
    """Where something stands: `file` as it is shown to the user, `line` and `column` from 1."""

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter. For `*args` and `**kwargs` the type is that of one value."""

    name: str
    kind: ParameterKind
    type: Type
    default: str | None = None
    """The default as it is written in the source, or None where there is none."""
    doc: str = ""
    """What the function's docstring says of this parameter."""
    annotation: str = ""
    """The annotation as it is written in the source; empty where there is none."""
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Function:
    name: str
    parameters: tuple[Parameter, ...]
    result: Type
    signature: str
    """The signature as drift is checked against it: see gophersnake.signature."""
    location: Location
    doc: str = ""
    """The docstring, cleaned as inspect.cleandoc does."""
    is_async: bool = False
    notes: tuple[str, ...] = ()
    """What the user should know of how it was read: that it is one of several overloads, say."""
    called: str = ""
    """What it is called instead of `name`: as its author asks, or to tell overloads apart."""
    returns: str = ""
    """The annotation of the result as it is written in the source; empty where there is none."""

    @property
    def known_as(self) -> str:
        """What tells it apart from the module's other functions."""
        return self.called or self.name


@dataclass(frozen=True, slots=True)
class Skipped:
    """A public name that has no Go counterpart at all, and why."""

    name: str
    location: Location
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """A file of a local module that the Go package carries: its path from the folder that
    holds the module (`pyoutliers/__init__.py`), and where it lies now."""

    path: str
    file: str


@dataclass(frozen=True, slots=True)
class Module:
    name: str
    """The dotted name Python imports it by."""
    functions: tuple[Function, ...]
    location: Location
    doc: str = ""
    skipped: tuple[Skipped, ...] = ()
    sources: tuple[Source, ...] = ()
    """Empty for a module that is installed in the environment and imported from there."""
    digest: str = ""
    """See gophersnake.signature: the digest of the source the signatures were read from."""
