"""The types of values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from gophersnake.model.callables import AwaitableOf, CallableOf, IterationOf, ManagerOf
from gophersnake.model.standard import ExceptionOf, Sized, Standard


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
    DEQUE = "deque"
    KEYS_VIEW = "keys"
    VALUES_VIEW = "values"


class SetKind(Enum):
    SET = "set"
    FROZENSET = "frozenset"
    ABSTRACT = "set_of"
    """`Set` and `MutableSet`: a set where it goes in, any set where it comes out."""


class MappingKind(Enum):
    DICT = "dict"
    MAPPING = "mapping"
    """`Mapping`: a dict where it goes in, any mapping where it comes out."""
    DEFAULTDICT = "defaultdict"
    ORDERED_DICT = "OrderedDict"
    COUNTER = "Counter"
    CHAIN_MAP = "ChainMap"
    PROXY = "mappingproxy"
    """`types.MappingProxyType`."""
    FROZENDICT = "frozendict"
    """The builtin of Python 3.15 (PEP 814)."""
    ITEMS_VIEW = "items"


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


class Library(Enum):
    """Whose class an array is; the values are the names in contract/kinds.toml."""

    NUMPY = "numpy"
    TORCH = "torch"
    JAX = "jax"


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
    ordered: bool = False
    """Whether the order of the keys matters: `Annotated[dict[K, V], "ordered"]`."""


@dataclass(frozen=True, slots=True)
class TupleOf:
    """`tuple[A, B, C]`; `tuple[()]` has no items."""

    items: tuple[Type, ...]
    names: tuple[str, ...] = ()
    """What `tuple[Annotated[A, "x"], Annotated[B, "y"]]` calls the items: all or none."""


@dataclass(frozen=True, slots=True)
class OptionalOf:
    """`T | None`. The item is never itself optional, `NONE` or `ANY`."""

    item: Type


@dataclass(frozen=True, slots=True)
class Described:
    """An element of an array that numpy describes by more than a name: `datetime64[ns]`, or
    bytes and texts of one length; and one that is an object."""

    class Kind(Enum):
        """The values are numpy's names."""

        DATETIME64 = "datetime64"
        TIMEDELTA64 = "timedelta64"
        BYTES = "bytes_"
        TEXT = "str_"
        OBJECT = "object_"
        VOID = "void"
        """A struct whose fields are not said."""

    kind: Kind
    format: str = ""
    """numpy's: `M8[ns]`, `S10`, `U8`. Empty for a time of any unit, and a text of any length."""

    @property
    def is_time(self) -> bool:
        return self.kind in (Described.Kind.DATETIME64, Described.Kind.TIMEDELTA64)

    @property
    def has_size(self) -> bool:
        """Whether it is known how many bytes it takes."""
        return self.is_time or bool(self.format)

    @property
    def length(self) -> int:
        """How many bytes or characters it has."""
        return int(self.format[1:])


@dataclass(frozen=True, slots=True)
class ArrayOf:
    """`NDArray[np.T]`, `np.ndarray[shape, np.dtype[np.T]]`, `Float32[np.ndarray, "n 3"]`."""

    dtype: DType | Described | Named | None
    """None: any. A name is that of a structured dtype (Layout)."""
    shape: tuple[str, ...] = ("...",)
    """A word for each dimension, as contract/frame.md has them: `*` is any extent, a number
    that one, a name one that is the same in the whole call; `...` is any dimensions."""
    library: Library = Library.NUMPY

    @property
    def rank(self) -> int | None:
        """The number of dimensions, None for any."""
        return None if "..." in self.shape else len(self.shape)


@dataclass(frozen=True, slots=True)
class NumpyScalar:
    """`np.int32` and its like: one number as numpy has it."""

    dtype: DType


GIVEN = "value.given"
"""The family of what a model makes an object of by itself."""


@dataclass(frozen=True, slots=True)
class RootOf:
    """A class of pydantic's whose objects are one value: `RootModel[T]` and what inherits from it,
    and those of texts, bytes and numbers, `HttpUrl`, `SecretStr` …"""

    item: Type
    model: str
    """The class, as its module spells it: `module:Tags`, `module:RootModel[list[str]]`."""
    hashable: bool = False
    family: str = "root"
    """The adapter that makes the objects: gophersnake.host.adapters."""


@dataclass(frozen=True, slots=True)
class LiteralOf:
    """`Literal[…]` before it has a name: the values as Python writes them, bools apart."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnionOf:
    """`A | B` before it has a name. No item is a union or optional."""

    items: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class ObjectOf:
    """A type with no Go counterpart: the value is carried as an object, and `reason` says why."""

    annotation: str
    reason: str


@dataclass(frozen=True, slots=True)
class Variable:
    """A type variable: what it stands for is up to who uses the function or class that has it."""

    path: str
    """Where it is defined; what tells it apart."""
    name: str
    """Without the marks of privacy and variance: `T` for `_T_co`."""
    constraints: tuple[Type, ...] = ()
    """The types of which it is one; none for any type."""
    bound: str = ""
    """The type that it is, or is derived from, as it is written in the source."""
    is_key: bool = False
    """Of a class's own: whether something in the class has such values as keys or in sets."""


@dataclass(frozen=True, slots=True)
class Named:
    """A class that the module declares (Module.declarations), by its path: the module's name
    and the class's, `shapes.Point`."""

    path: str
    arguments: tuple[Type, ...] = ()
    """What the class's type parameters stand for, where it has any."""


Type = (
    Scalar
    | Sized
    | Standard
    | ExceptionOf
    | SequenceOf
    | SetOf
    | MappingOf
    | TupleOf
    | OptionalOf
    | ArrayOf
    | NumpyScalar
    | RootOf
    | LiteralOf
    | UnionOf
    | ObjectOf
    | Named
    | Variable
    | CallableOf
    | AwaitableOf
    | IterationOf
    | ManagerOf
)
