"""Signature programs, as frame.md describes them, and the numbers of kinds.toml."""

from __future__ import annotations

import importlib
import struct
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

toml = importlib.import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")

CONTRACT = Path(__file__).resolve().parents[2] / "contract"
KINDS: dict[str, dict[str, Any]] = toml.loads((CONTRACT / "kinds.toml").read_text("utf-8"))

NUMBER: dict[str, int] = {name: entry["number"] for name, entry in KINDS["types"].items()}
KIND_NAME = {number: name for name, number in NUMBER.items()}
DTYPES: dict[str, dict[str, Any]] = KINDS["dtypes"]
DTYPE_NAME = {entry["number"]: name for name, entry in DTYPES.items()}
VERSION: int = KINDS["limits"]["frame_version"]
RANK_ANY = 255


@dataclass(frozen=True)
class Type:
    """A type of a signature program.

    `name` is that of an adapter or a class; a record's `fields` are, for each of its items,
    the name and whether it may be missing; `number` is a definition's.
    """

    kind: str
    items: tuple[Type, ...] = ()
    dtype: str = ""
    rank: int = 0
    name: str = ""
    fields: tuple[tuple[str, bool], ...] = ()
    number: int = 0
    flags: int = 0
    parameters: tuple[Parameter, ...] = ()  # of a callable, whose result is its item
    library: str = "numpy"
    described: str = ""
    shape: str = ""

    def program(self) -> bytes:
        """Return the type as it stands in a signature program."""
        head = bytes([NUMBER[self.kind]])
        if self.kind in ("tuple", "union"):
            head += bytes([len(self.items)])
        if self.kind in ("adapted", "instance", "record"):
            head += text(self.name)
        if self.kind == "named":
            head += struct.pack("<I", self.number)
        if self.kind == "record":
            head += struct.pack("<H", len(self.items))
            fields = zip(self.fields, self.items, strict=True)
            return head + b"".join(
                bytes([missing]) + text(name) + item.program() for (name, missing), item in fields
            )
        if self.kind == "array":
            head += bytes([DTYPES[self.dtype]["number"], self.rank])
        if self.kind == "callable":
            return head + bytes([self.flags]) + Signature(self.parameters, self.items[0]).body()
        if self.kind == "shaped":
            number = DTYPES[self.dtype]["number"] if self.dtype else 0
            head += bytes([KINDS["libraries"][self.library], number])
            head += text(self.described) + text(self.shape)
        return head + b"".join(item.program() for item in self.items)

    def __str__(self) -> str:
        if self.kind == "array":
            return f"array[{self.dtype}, {'any' if self.rank == RANK_ANY else self.rank}]"
        if self.kind == "shaped":
            return f"{self.library} array[{self.described or self.dtype or 'any'}, ({self.shape})]"
        if self.kind in ("tuple", "union"):
            return f"{self.kind}[{', '.join(map(str, self.items))}]"
        if self.kind == "callable":
            types = ", ".join(str(parameter.type) for parameter in self.parameters)
            return f"callable[[{types}], {self.items[0]}]"
        if self.kind == "record":
            fields = zip(self.fields, self.items, strict=True)
            shown = (f"{name}{'?' * missing}: {item}" for (name, missing), item in fields)
            return f"record[{', '.join((self.name, *shown))}]"
        if self.name:
            return f"{self.kind}[{', '.join((self.name, *map(str, self.items)))}]"
        return self.kind + (f"[{', '.join(map(str, self.items))}]" if self.items else "")


def text(content: str) -> bytes:
    """Return a text of a signature program."""
    return struct.pack("<H", len(content.encode())) + content.encode()


ANY = Type("any")
STR = Type("str")
INT = Type("int")


def list_of(item: Type) -> Type:
    """Return the type of a list."""
    return Type("list", (item,))


TRACE_FRAME = Type("tuple", (STR, INT, STR, STR))
EXCEPTIONS = list_of(
    Type(
        "tuple",
        (
            *(STR, STR, STR),
            *(list_of(TRACE_FRAME), list_of(STR), list_of(STR)),
            *(INT, INT, Type("bool"), list_of(INT)),
            *(STR, Type("object"), INT),
        ),
    )
)
REFUSAL = Type("tuple", (STR, STR, STR))


def parse_type(program: bytes) -> Type:
    """Read a type from a signature program that holds nothing else."""
    rest = iter(program)
    parsed = _parse(rest)
    if next(rest, None) is not None:
        raise ValueError("bytes after the type")
    return parsed


def _parse(program: Iterator[int]) -> Type:
    kind = KIND_NAME[next(program)]
    layout = KINDS["types"][kind]["layout"]
    if layout == "count items":
        return Type(kind, tuple(_parse(program) for _ in range(next(program))))
    if layout == "dtype rank":
        return Type(kind, dtype=DTYPE_NAME[next(program)], rank=next(program))
    if layout == "flags signature":
        flags = next(program)
        signature = _parse_signature(program)
        return Type(kind, (signature.result,), flags=flags, parameters=tuple(signature.parameters))
    if layout == "class":
        return Type(kind, name=_parse_text(program))
    if layout == "adapter item":
        return Type(kind, name=_parse_text(program), items=(_parse(program),))
    if layout == "adapter fields":
        name = _parse_text(program)
        fields = [_parse_field(program) for _ in range(_parse_number(program, 2))]
        return Type(
            kind,
            name=name,
            items=tuple(item for _, item in fields),
            fields=tuple(field for field, _ in fields),
        )
    if layout == "library dtype described shape":
        library, dtype = next(program), next(program)
        return Type(
            kind,
            library=next(name for name, number in KINDS["libraries"].items() if number == library),
            dtype=DTYPE_NAME[dtype] if dtype else "",
            described=_parse_text(program),
            shape=_parse_text(program),
        )
    return Type(kind, tuple(_parse(program) for _ in layout.split()))


def _parse_number(program: Iterator[int], size: int) -> int:
    return int.from_bytes(bytes(next(program) for _ in range(size)), "little")


def _parse_text(program: Iterator[int]) -> str:
    return bytes(next(program) for _ in range(_parse_number(program, 2))).decode()


def _parse_field(program: Iterator[int]) -> tuple[tuple[str, bool], Type]:
    missing = next(program) == 1
    return (_parse_text(program), missing), _parse(program)


def _parse_signature(program: Iterator[int]) -> Signature:
    count = _parse_number(program, 2)
    return Signature([_parse_parameter(program) for _ in range(count)], _parse(program))


def _parse_parameter(program: Iterator[int]) -> Parameter:
    number = next(program)
    default = number >= KINDS["parameters"]["defaulted"]
    number -= KINDS["parameters"]["defaulted"] if default else 0
    (kind,) = (name for name, of in KINDS["parameters"].items() if of == number)
    name = _parse_text(program)
    return Parameter(name, _parse(program), kind, default=default)


@dataclass(frozen=True)
class Parameter:
    """A parameter of a signature."""

    name: str
    type: Type
    kind: str = "positional_or_keyword"
    default: bool = False


@dataclass(frozen=True)
class Signature:
    """What a signature program says."""

    parameters: Sequence[Parameter]
    result: Type
    definitions: Mapping[int, Type] = field(default_factory=dict)

    def program(self) -> bytes:
        """Return the signature program."""
        out = struct.pack("<BH", VERSION, len(self.definitions))
        for number, type_ in self.definitions.items():
            out += struct.pack("<I", number) + type_.program()
        return out + self.body()

    def body(self) -> bytes:
        """Return the parameters and the result."""
        out = struct.pack("<H", len(self.parameters))
        for parameter in self.parameters:
            kind = KINDS["parameters"][parameter.kind]
            kind += KINDS["parameters"]["defaulted"] if parameter.default else 0
            out += bytes([kind]) + text(parameter.name) + parameter.type.program()
        return out + self.result.program()

    def call_type(self) -> Type:
        """Return the type of a call's values: the arguments, as a tuple."""
        return Type("tuple", tuple(_passed(parameter) for parameter in self.parameters))


def _passed(parameter: Parameter) -> Type:
    if parameter.kind == "var_positional":
        return Type("tuple_of", (parameter.type,))
    if parameter.kind == "var_keyword":
        return Type("dict", (STR, parameter.type))
    return Type("optional", (parameter.type,)) if parameter.default else parameter.type
