"""The fields of classes in signatures: what is written, and what of it is drift."""

from __future__ import annotations

from textwrap import dedent

import pytest

from gophersnake.definitions import Modules
from gophersnake.signature import compatible, signatures

PRELUDE = """\
from dataclasses import KW_ONLY, InitVar, dataclass, field
from enum import Enum, IntEnum
from typing import ClassVar, NamedTuple, TypedDict
import attr, attrs
from pydantic import BaseModel, Field

"""


def where(cls: str) -> str:
    """What a signature says of the class `A`."""
    text = signatures(f"{PRELUDE}\n{cls}\ndef f(a: A): ...\n")["f"]
    return text.partition(" where ")[2]


def of(cls: str, function: str = "def f(a: A): ...") -> str:
    return signatures(f"{PRELUDE}\n{dedent(cls)}\n{function}\n")["f"]


@pytest.mark.parametrize(
    ("cls", "wanted"),
    [
        ("@dataclass\nclass A:\n  x: int\n  y: 'str' = 'a'", "A = type(x=int, y=(str, ...))"),
        ("@dataclass(frozen=True)\nclass A: pass", "A = type()"),
        ("made = dataclass(frozen=True)\n@made\nclass A:\n  a: int", "A = type(a=int)"),
        (
            "made = partial(dataclass, eq=True)\n@made(frozen=True)\nclass A:\n  a: int",
            "A = type(a=int)",
        ),
        ("made = made\n@made\nclass A:\n  a: int", ""),
        (
            "@dataclass\nclass A:\n  a: int = field(default=1)\n  b: int = field(init=False)",
            "A = type(a=(int, ...), b=int)",
        ),
        (
            "@dataclass\nclass A:\n  a: list = field(default_factory=list)\n  b = 1",
            "A = type(a=(list, ...))",
        ),
        (
            "@dataclass\nclass A:\n  a: ClassVar[int] = 1\n  _: KW_ONLY\n  b: InitVar[int]",
            "A = type(b=InitVar[int])",
        ),
        (
            "@dataclass\nclass B:\n  b: int\n@dataclass\nclass A(B):\n  a: 'A | None'",
            "A = type(B, a=A | None); B = type(b=int)",
        ),
        (
            "class A(NamedTuple):\n  a: int\n  b: int = 1",
            "A = type(NamedTuple, a=int, b=(int, ...))",
        ),
        ("class A(TypedDict, total=False):\n  a: int", "A = type(TypedDict, False, a=int)"),
        ("@attrs.define\nclass A:\n  a: int = attrs.field()", "A = type(a=int)"),
        (
            "@attr.s\nclass A:\n  a = attr.ib(default=1)\n  b = attr.ib()",
            "A = type(a=(None, ...), b=None)",
        ),
        (
            "class A(BaseModel):\n  a: int = Field(...)\n  b: int = Field(1)",
            "A = type(BaseModel, a=int, b=(int, ...))",
        ),
        ("class A(IntEnum):\n  RED = 1\n  BLUE = 2", "A = type(IntEnum, RED=1, BLUE=2)"),
        ("class A:\n  a: int", ""),
        ("class A(A):\n  a: int", ""),
        ("class A(Base[int]):\n  a: int = 1", ""),
    ],
)
def test_what_is_written_of_a_class(cls: str, wanted: str) -> None:
    assert where(cls) == wanted


def test_class_of_fields_has_a_signature_of_its_own() -> None:
    found = signatures(f"{PRELUDE}\nclass O:\n  @dataclass\n  class A:\n    x: int\nclass B: ...\n")
    assert found["O.A"] == "() -> O.A where O.A = type(x=int)"
    assert "O" not in found
    assert "B" not in found


SHAPES = """
from dataclasses import dataclass
from .colors import Color as Paint
Length = float
class Plain: ...
@dataclass
class Circle:
    radius: Length
    paint: Paint
    plain: Plain
"""
COLORS = "from enum import Enum\nclass Color(Enum):\n  RED = 1\n"
MODULES = {"pkg.shapes": (SHAPES, False), "pkg.colors": (COLORS, False)}


@pytest.mark.parametrize(
    ("imports", "name"),
    [
        ("from pkg.shapes import Circle", "Circle"),
        ("from .shapes import Circle as Disk", "Disk"),
        ("import pkg.shapes as s", "s.Circle"),
        ("import pkg.shapes", "pkg.shapes.Circle"),
        ("from . import shapes", "shapes.Circle"),
        ("from .shapes import *", "Circle"),
    ],
)
def test_imports_are_followed(imports: str, name: str) -> None:
    source = f"{imports}\ndef f(c: list['{name}']): ..."
    modules = Modules(MODULES.get)
    text = signatures(source, "pkg", package=True, modules=modules)["f"]
    assert text == (
        f"(c: list[{name}]) where "
        f"{name} = type(radius=pkg.shapes.Length, paint=pkg.shapes.Paint, plain=Plain); "
        "pkg.shapes.Length = float; pkg.shapes.Paint = type(Enum, RED=1)"
    )
    assert compatible(text, text) is None


def test_import_in_a_circle_ends() -> None:
    modules = Modules({"a": ("from b import X", False), "b": ("from a import X", False)}.get)
    assert signatures("from a import X\ndef f(x: X): ...", "m", modules=modules)["f"] == "(x: X)"


POINT = "@dataclass\nclass A:\n    x: int\n    y: str = ''\n"


@pytest.mark.parametrize(
    ("now", "difference"),
    [
        ("x: float\n    y: str = ''", "field 'x' of A was int and is float"),
        ("x: int", "field 'y' of A is gone"),
        ("x: int\n    y: str = ''\n    z: int = 1", "field 'z' of A is new"),
        ("x: int\n    y: str", "field 'y' of A had a default and has none"),
        ("x: int\n    y: str = 'other'", None),
        ("y: str = ''\n    x: int = 0", None),
        ("x: 'int'\n    y: str = field(default='')", None),
    ],
)
def test_drift_of_fields(now: str, difference: str | None) -> None:
    live = of(f"@dataclass\nclass A:\n    {now}\n")
    assert compatible(of(POINT), live) == difference


def test_drift_of_a_field_far_inside() -> None:
    deep = "@dataclass\nclass B:\n    a: dict[str, list[A]]\n"
    function = "def f() -> B | None: ..."
    old, new = of(POINT + deep, function), of(POINT.replace("int", "bool") + deep, function)
    assert compatible(old, new) == "field 'x' of A was int and is bool"


def test_drift_of_a_member() -> None:
    old, new = of("class A(Enum):\n  RED = 1\n"), of("class A(Enum):\n  RED = 2\n")
    assert compatible(old, new) == "field 'RED' of A was 1 and is 2"


def test_what_only_one_side_can_follow_is_not_compared() -> None:
    assert compatible(of(POINT), of("from far import A")) is None
    assert compatible(of("from far import A"), of(POINT)) is None


def many(count: int, last: str = "int") -> str:
    """Classes of which each has a field of the next."""
    chain = [f"@dataclass\nclass A{n}:\n    inner: 'A{n + 1}'\n" for n in range(count)]
    return "".join([*chain, f"@dataclass\nclass A{count}:\n    inner: {last}\n"])


def test_many_definitions_are_one_digest() -> None:
    function = "def f(a: A0): ..."
    old, new = of(many(100), function), of(many(100, "str"), function)
    assert old.startswith("(a: A0) where A0 = type(inner=A1); _inside = '")
    assert len(old) < 100
    assert compatible(old, old) is None
    assert compatible(old, new) == "what its types are made of has changed"
    assert compatible(old, of(many(3), function)) == "what its types are made of has changed"


def test_class_used_for_types_alone_is_followed() -> None:
    source = "if TYPE_CHECKING:\n    from .shapes import Circle\ndef f(c: 'Circle'): ..."
    text = signatures(source, "pkg", package=True, modules=Modules(MODULES.get))["f"]
    assert text.startswith("(c: Circle) where Circle = type(radius=pkg.shapes.Length")


def test_modules_that_name_each_other_by_full_paths() -> None:
    record = "import p.a\nimport p.b\n@dataclass\nclass {}:\n    to: list['p.{}']\n"
    texts = {"p.a": (record.format("A", "b.B"), False), "p.b": (record.format("B", "a.A"), False)}
    source = "import p.a\ndef f(a: p.a.A): ..."
    text = signatures(source, "m", modules=Modules(texts.get))["f"]
    assert text == ("(a: p.a.A) where p.a.A = type(to=list[p.b.B]); p.b.B = type(to=list[p.a.A])")


@pytest.mark.parametrize(
    "module",
    [
        "from dataclasses import dataclass as record",
        "import dataclasses, functools as f\nrecord = f.partial(dataclasses.dataclass, slots=True)",
        "from dataclasses import dataclass\nplain = dataclass\nrecord = plain(frozen=True)",
        "from q import record",
    ],
)
@pytest.mark.parametrize(
    ("imports", "decorator"),
    [
        ("from p import record", "record()"),
        ("from p import record as r", "r"),
        ("import p", "p.record"),
    ],
)
def test_decorator_of_another_module_is_known(module: str, imports: str, decorator: str) -> None:
    texts = {
        "p": (module, False),
        "q": ("from attr import s\nrecord = s(auto_attribs=True)", False),
    }
    source = f"{imports}\n@{decorator}\nclass A:\n    x: int\ndef f(a: A): ..."
    text = signatures(source, "m", modules=Modules(texts.get))["f"]
    assert text == "(a: A) where A = type(x=int)"


def test_base_may_have_the_name_of_the_class() -> None:
    texts = {"p": ("@dataclass\nclass A:\n    x: int\n", False)}
    source = "from p import A\n@dataclass\nclass A(A):\n    y: int\ndef f(a: A): ..."
    text = signatures(source, "m", modules=Modules(texts.get))["f"]
    assert text == "(a: A) where A = type(p.A, y=int); p.A = type(x=int)"


def test_fields_of_a_generic_base_are_known() -> None:
    source = "@dataclass\nclass A(Generic[T]):\n    x: T\nclass B(A[int]): ...\ndef f(b: B): ..."
    assert signatures(source, "m")["f"] == "(b: B) where B = type(A[int]); A = type(x=T)"


@pytest.mark.parametrize(
    "statement",
    ["date: date = date(2020, 1, 1)", "date: int = 1", "date = date(2020, 1, 1)"],
)
def test_value_with_the_name_of_a_type_is_no_definition(statement: str) -> None:
    source = f"from datetime import date\n{statement}\ndef f(x: date): ..."
    assert signatures(source, "m")["f"] == "(x: date)"
