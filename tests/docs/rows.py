"""The rows of docs/reference/typing.md: a construct, an annotation that uses it, and where
it is tested. What it becomes in Go is asked of the generator."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One construct of `typing` or `collections.abc`, or an array."""

    construct: str
    """Its names, the first one as the documentation has it; others mean the same."""
    annotation: str = ""
    """An annotation that uses it; empty where it is no type, and then nothing is generated."""
    test: str = ""
    """The file under tests/ that shows it."""
    note: str = ""


SUITE = "end_to_end/suite/"
READER = "reader/"

ROWS: dict[str, tuple[Row, ...]] = {}
"""By the headings of the page."""

ROWS["Special forms"] = (
    Row("Any", "Any", SUITE + "objects_test.go", "any value goes in; what comes out is an object"),
    Row("AnyStr", "AnyStr", SUITE + "generics_test.go", "`[AnyStr string \\| []byte]`"),
    Row("LiteralString", "LiteralString", READER + "test_annotations.py"),
    Row("Never NoReturn", "Never", READER + "test_annotations.py", "a function that never returns"),
    Row("Self", "", SUITE + "classes_test.go", "the class itself, in its methods"),
    Row("Optional", "Optional[int]", SUITE + "values_test.go"),
    Row("Union", "Union[int, str]", SUITE + "eithers_test.go"),
    Row("Union", "int | type[int]", SUITE + "eithers_test.go", "an object is one of the cases"),
    Row("Literal", "Mode", SUITE + "choices_test.go"),
    Row("Final", "Final[int]", READER + "test_annotations.py"),
    Row(
        "ClassVar", "", SUITE + "classes_test.go", "an attribute of the class; of a record left out"
    ),
    Row("Annotated", 'Annotated[int, "metres"]', READER + "test_annotations.py"),
    Row(
        "Required NotRequired ReadOnly", "", SUITE + "records_test.go", "of the keys of a TypedDict"
    ),
    Row("TypeAlias TypeAliasType", "Vector", READER + "test_aliases.py", "what it stands for"),
    Row("TypeAlias TypeAliasType", "Tree", SUITE + "thickets_test.go", '`Tree = list["Tree"]`'),
    Row("TypeGuard TypeIs", "TypeGuard[int]", READER + "test_annotations.py"),
    Row(
        "Unpack",
        "",
        SUITE + "records_test.go",
        "of a TypedDict as `**kwargs`: fields of the options",
    ),
    Row("Concatenate", "Callable[Concatenate[int, P], str]", READER + "test_annotations.py"),
    Row("Generic", "Box[int]", SUITE + "generics_test.go"),
    Row("TypeVar", "list[T]", SUITE + "generics_test.go", "`[T any]` where a parameter tells it"),
    Row(
        "TypeVar",
        "Number",
        SUITE + "generics_test.go",
        '`TypeVar("Number", int, float)`: `[Number int \\| float64]`',
    ),
    Row(
        "TypeVar",
        "Bounded",
        SUITE + "generics_test.go",
        '`TypeVar("Bounded", bound=Speaker)`: `[Bounded any]`, and a comment that says the bound',
    ),
    Row("TypeVar", "int | T", READER + "test_generics.py"),
    Row("TypeVarTuple", "tuple[*Ts]", READER + "test_annotations.py"),
    Row("ParamSpec", "Callable[P, int]", READER + "test_annotations.py"),
    Row("ParamSpecArgs ParamSpecKwargs", "", READER + "test_annotations.py"),
    Row("TypeForm", "TypeForm[int]", READER + "test_annotations.py"),
    Row(
        "ForwardRef",
        '"Point"',
        READER + "test_annotations.py",
        "a string annotation is what it says",
    ),
    Row("NoDefault NoExtraItems", "", "", "markers for checkers; no values"),
)

ROWS["Declarations"] = (
    Row("Callable", "Callable[[int], str]", SUITE + "callables_test.go"),
    Row("Callable", "Callable[[int], Awaitable[str]]", SUITE + "awaiting_test.go"),
    Row("Protocol", "Speaker", SUITE + "classes_test.go"),
    Row("NamedTuple", "Pair", SUITE + "record_kinds_test.go"),
    Row("TypedDict", "Movie", SUITE + "record_kinds_test.go"),
    Row("NewType", "UserId", SUITE + "tickets_test.go"),
    Row("overload", "", READER + "test_overloads.py", "one Go function for each variant"),
    Row(
        "dataclass_transform",
        "",
        READER + "declarations/test_transforms.py",
        "its classes have a constructor that takes their fields",
    ),
)

ROWS["Built-in types by their old names"] = (
    Row("List", "List[int]", READER + "test_annotations.py"),
    Row("Dict", "Dict[str, int]", READER + "test_annotations.py"),
    Row("Set MutableSet", "Set[int]", READER + "test_annotations.py"),
    Row("FrozenSet", "FrozenSet[int]", READER + "test_annotations.py"),
    Row("Tuple", "Tuple[int, str]", READER + "test_annotations.py"),
    Row("Type", "Type[int]", SUITE + "wrapped_test.go"),
    Row("Text", "Text", READER + "test_annotations.py"),
    Row("ByteString", "ByteString", READER + "test_annotations.py"),
    Row("DefaultDict", "DefaultDict[str, int]", SUITE + "holders_test.go"),
    Row("OrderedDict", "OrderedDict[str, int]", SUITE + "holders_test.go"),
    Row("Counter", "Counter[str]", SUITE + "holders_test.go"),
    Row("ChainMap", "ChainMap[str, int]", SUITE + "holders_test.go"),
    Row("Deque", "Deque[int]", SUITE + "holders_test.go"),
    Row("Pattern", "Pattern[str]", SUITE + "textual_test.go"),
    Row("Match", "Match[str]", READER + "test_annotations.py"),
    Row("IO TextIO BinaryIO", "IO[str]", SUITE + "filing_test.go", "an `io.Reader`, `io.Writer` …"),
)

ROWS["Abstract containers"] = (
    Row("Sequence", "Sequence[int]", SUITE + "values_test.go"),
    Row("MutableSequence", "MutableSequence[int]", READER + "test_annotations.py"),
    Row("Collection", "Collection[int]", SUITE + "values_test.go"),
    Row("Container", "Container[int]", READER + "test_annotations.py"),
    Row("AbstractSet", "AbstractSet[int]", SUITE + "values_test.go"),
    Row("Mapping", "Mapping[str, int]", SUITE + "values_test.go"),
    Row("MutableMapping", "MutableMapping[str, int]", READER + "test_annotations.py"),
    Row("MappingView", "MappingView", READER + "test_annotations.py"),
    Row("KeysView", "KeysView[str]", READER + "test_annotations.py"),
    Row("ItemsView", "ItemsView[str, int]", READER + "test_annotations.py"),
    Row("ValuesView", "ValuesView[int]", READER + "test_annotations.py"),
    Row("Buffer", "Buffer", SUITE + "values_test.go"),
    Row("Hashable", "Hashable", READER + "test_annotations.py"),
    Row("Sized", "Sized", READER + "test_annotations.py"),
)

ROWS["Iteration and contexts"] = (
    Row("Iterable", "Iterable[int]", SUITE + "iteration_test.go"),
    Row("Iterator", "Iterator[int]", SUITE + "iteration_test.go"),
    Row("Generator", "Generator[int, str, bool]", SUITE + "iteration_test.go"),
    Row("Reversible", "Reversible[int]", READER + "test_annotations.py"),
    Row("ContextManager", "ContextManager[int]", SUITE + "iteration_test.go"),
    Row("Awaitable", "Awaitable[int]", SUITE + "asyncs_test.go"),
    Row("Coroutine", "Coroutine[Any, Any, int]", SUITE + "asyncs_test.go"),
    Row("AsyncIterable", "AsyncIterable[int]", SUITE + "asyncs_test.go"),
    Row("AsyncIterator", "AsyncIterator[int]", SUITE + "asyncs_test.go"),
    Row("AsyncGenerator", "AsyncGenerator[int, None]", SUITE + "asyncs_test.go"),
    Row("AsyncGenerator", "AsyncGenerator[int, str]", SUITE + "stepping_test.go"),
    Row("AsyncContextManager", "AsyncContextManager[int]", SUITE + "stepping_test.go"),
)

_SUPPORTS = ("Abs", "Bytes", "Complex", "Float", "Index", "Int", "Round")
ROWS["Protocols of one method"] = tuple(
    Row(f"Supports{name}", f"Supports{name}", READER + "test_passed.py") for name in _SUPPORTS
)

ROWS["Functions and decorators"] = (
    Row("partial", "partial[int]", SUITE + "wrapped_test.go", "a function, called by anything"),
    Row(
        "lru_cache cache wraps singledispatch",
        "",
        SUITE + "wrapped_test.go",
        "the function as it is written",
    ),
    Row("cached_property", "", SUITE + "wrapped_test.go", "a property, whose value can be deleted"),
    Row("ABC abstractmethod", "", SUITE + "wrapped_test.go", "a class that has no constructor"),
    Row(
        "__get__ __set__ __delete__",
        "",
        SUITE + "wrapped_test.go",
        "a descriptor's attribute is of the type that it gives and takes",
    ),
    Row(
        "cast assert_type assert_never reveal_type get_type_hints get_args get_origin "
        "is_typeddict get_overloads clear_overloads get_protocol_members is_protocol "
        "evaluate_forward_ref TYPE_CHECKING",
        note="called in Python, where it runs; nothing of it is in a signature",
    ),
    Row(
        "deprecated",
        "",
        READER + "test_deprecation.py",
        "a paragraph `Deprecated:` in the doc comment",
    ),
    Row(
        "final override no_type_check no_type_check_decorator runtime_checkable disjoint_base",
        note="for checkers: a function or class is read as if it were not there",
    ),
)

ROWS["Arrays, of numpy and jaxtyping"] = (
    Row("NDArray", "NDArray[np.float64]", SUITE + "arrays_test.go", "no copy, both ways"),
    Row("ndarray", "np.ndarray", SUITE + "shapes_test.go", "of any element type"),
    Row(
        "ndarray dtype",
        "np.ndarray[tuple[int, Literal[3]], np.dtype[np.float32]]",
        SUITE + "shapes_test.go",
        "the shape is checked",
    ),
    Row("Float Float32 Int UInt8 Bool", 'Float[np.ndarray, "n 3"]', SUITE + "shapes_test.go"),
    Row("Tensor", 'Float32[torch.Tensor, "n 3"]', SUITE + "tensors_test.go"),
    Row("Array", 'Float32[jax.Array, "n 3"]', SUITE + "tensors_test.go"),
    Row("datetime64", "NDArray[np.datetime64]", SUITE + "dtypes_test.go", "of any unit"),
    Row("timedelta64", 'Annotated[NDArray[np.timedelta64], "m8[ms]"]', SUITE + "dtypes_test.go"),
    Row(
        "void",
        "Annotated[NDArray[np.void], Dot]",
        SUITE + "dtypes_test.go",
        '`Dot = np.dtype([("x", np.float64), ("size", np.int32)])`',
    ),
    Row(
        "void",
        "Annotated[NDArray[np.void], Packed]",
        READER + "test_arrays.py",
        '`Packed = np.dtype([("size", np.int32), ("x", np.float64)])`',
    ),
    Row("void", "NDArray[np.void]", SUITE + "dtypes_test.go"),
    Row("str_", 'Annotated[NDArray[np.str_], "U8"]', SUITE + "dtypes_test.go", "of one length"),
    Row("str_", "NDArray[np.str_]", SUITE + "dtypes_test.go", "copied"),
    Row("bytes_", "NDArray[np.bytes_]", SUITE + "dtypes_test.go", "copied"),
    Row("object_", "NDArray[np.object_]", SUITE + "dtypes_test.go", "copied"),
    Row("float32 int8", "np.float32", SUITE + "numeric_test.go", "a scalar of numpy's"),
    Row("ArrayLike", "ArrayLike", READER + "test_arrays.py"),
)
