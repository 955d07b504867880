"""A type as Python spells it, for messages and comments."""

from __future__ import annotations

from gophersnake.model import (
    ArrayOf,
    MappingKind,
    MappingOf,
    Named,
    ObjectOf,
    OptionalOf,
    Scalar,
    SequenceKind,
    SequenceOf,
    SetOf,
    TupleOf,
    Type,
)

_SCALARS = {
    Scalar.NONE: "None",
    Scalar.BUFFER: "Buffer",
    Scalar.ANY: "Any",
}


def spelled(type: Type) -> str:
    """The type as a Python annotation."""
    match type:
        case Scalar():
            return _SCALARS.get(type, type.value)
        case SequenceOf(kind=SequenceKind.TUPLE):
            return f"tuple[{spelled(type.item)}, ...]"
        case SequenceOf():
            name = "list" if type.kind is SequenceKind.LIST else "Sequence"
            return f"{name}[{spelled(type.item)}]"
        case SetOf():
            return f"{type.kind.value}[{spelled(type.item)}]"
        case MappingOf():
            name = "dict" if type.kind is MappingKind.DICT else "Mapping"
            return f"{name}[{spelled(type.key)}, {spelled(type.value)}]"
        case TupleOf():
            return f"tuple[{', '.join(map(spelled, type.items)) or '()'}]"
        case OptionalOf():
            return f"{spelled(type.item)} | None"
        case ArrayOf():
            return f"NDArray[np.{type.dtype.value}]"
        case Named():
            name = type.path.rpartition(".")[2]
            return f"{name}[{', '.join(map(spelled, type.arguments))}]" if type.arguments else name
        case ObjectOf():
            return type.annotation
