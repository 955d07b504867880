"""A type as Python spells it, for messages and comments."""

from __future__ import annotations

from gophersnake.model import (
    ArrayOf,
    AwaitableOf,
    CallableOf,
    Described,
    ExceptionOf,
    IterationKind,
    IterationOf,
    LiteralOf,
    ManagerOf,
    MappingKind,
    MappingOf,
    Named,
    NumpyScalar,
    ObjectOf,
    OptionalOf,
    RootOf,
    Scalar,
    SequenceKind,
    SequenceOf,
    SetKind,
    SetOf,
    Sized,
    Standard,
    TupleOf,
    Type,
    UnionOf,
    Variable,
)

_SCALARS = {
    Scalar.NONE: "None",
    Scalar.BUFFER: "Buffer",
    Scalar.ANY: "Any",
}


_SEQUENCES = {
    SequenceKind.SEQUENCE: "Sequence",
    SequenceKind.KEYS_VIEW: "KeysView",
    SequenceKind.VALUES_VIEW: "ValuesView",
}
_MAPPINGS = {
    MappingKind.MAPPING: "Mapping",
    MappingKind.ITEMS_VIEW: "ItemsView",
    MappingKind.PROXY: "MappingProxyType",
}
_STANDARD = {
    Standard.AWARE_DATETIME: "datetime",
    Standard.NAIVE_DATETIME: "datetime",
    Standard.ZONEINFO: "ZoneInfo",
    Standard.DECIMAL: "Decimal",
    Standard.FRACTION: "Fraction",
    Standard.UUID: "UUID",
    Standard.PATTERN: "Pattern[str]",
    Standard.PATH_LIKE: "PathLike[str]",
    Standard.STR_PATH: "str | PathLike[str]",
    Standard.IP_ADDRESS: "IPv4Address | IPv6Address",
    Standard.IP_NETWORK: "IPv4Network | IPv6Network",
    Standard.IP_INTERFACE: "IPv4Interface | IPv6Interface",
    Standard.FILE: "IO",
    Standard.TEXT_FILE: "IO[str]",
    Standard.BINARY_FILE: "IO[bytes]",
}


def spelled(type: Type) -> str:
    """The type as a Python annotation."""
    match type:
        case Scalar():
            return _SCALARS.get(type, type.value)
        case Sized():
            plain = "float" if type is Sized.FLOAT32 else "int"
            return f'Annotated[{plain}, "{type.value}"]'
        case Standard():
            return _STANDARD.get(type) or type.value.rpartition(":")[2]
        case ExceptionOf():
            return type.name
        case SequenceOf(kind=SequenceKind.TUPLE):
            return f"tuple[{spelled(type.item)}, ...]"
        case SequenceOf():
            return f"{_SEQUENCES.get(type.kind, type.kind.value)}[{spelled(type.item)}]"
        case SetOf():
            name = "Set" if type.kind is SetKind.ABSTRACT else type.kind.value
            return f"{name}[{spelled(type.item)}]"
        case MappingOf(kind=MappingKind.COUNTER):
            return f"Counter[{spelled(type.key)}]"
        case MappingOf():
            name = _MAPPINGS.get(type.kind, type.kind.value)
            return f"{name}[{spelled(type.key)}, {spelled(type.value)}]"
        case TupleOf():
            return f"tuple[{', '.join(map(spelled, type.items)) or '()'}]"
        case OptionalOf():
            return f"{spelled(type.item)} | None"
        case ArrayOf():
            return _array(type)
        case CallableOf():
            taken = "..."
            if type.parameters is not None:
                taken = f"[{', '.join(spelled(each.type) for each in type.parameters)}]"
            result = spelled(type.result)
            return f"Callable[{taken}, {f'Awaitable[{result}]' if type.is_async else result}]"
        case AwaitableOf():
            return f"Awaitable[{spelled(type.result)}]"
        case IterationOf(kind=IterationKind.GENERATOR):
            rest = [spelled(each) if each else "None" for each in (type.sent, type.returned)]
            return f"Generator[{', '.join([spelled(type.item), *rest])}]"
        case IterationOf(sent=sent) if sent:
            return f"{type.kind.value}[{spelled(type.item)}, {spelled(sent)}]"
        case IterationOf():
            return f"{type.kind.value}[{spelled(type.item)}]"
        case ManagerOf():
            name = "AbstractAsyncContextManager" if type.is_async else "AbstractContextManager"
            return f"{name}[{spelled(type.item)}]"
        case Named():
            name = type.path.rpartition(".")[2]
            return f"{name}[{', '.join(map(spelled, type.arguments))}]" if type.arguments else name
        case Variable():
            return type.name
        case RootOf():
            return type.model.partition(":")[2]
        case NumpyScalar():
            return f"np.{type.dtype.value}"
        case LiteralOf():
            return f"Literal[{', '.join(type.values)}]"
        case UnionOf():
            return " | ".join(map(spelled, type.items))
        case ObjectOf():
            return type.annotation


def _array(type: ArrayOf) -> str:
    """`NDArray[np.float64]`, and jaxtyping's spelling where a shape is asked for."""
    if isinstance(type.dtype, Named):
        return f"NDArray[{type.dtype.path.rpartition('.')[2]}]"
    if isinstance(type.dtype, Described):
        return f"NDArray[{type.dtype.format or f'np.{type.dtype.kind.value}'}]"
    if type.shape == ("...",):
        return f"NDArray[np.{type.dtype.value}]" if type.dtype else "np.ndarray"
    dtype = type.dtype.value.title().replace("Uint", "UInt") if type.dtype else "Shaped"
    return f'{dtype}[np.ndarray, "{" ".join(type.shape)}"]'
