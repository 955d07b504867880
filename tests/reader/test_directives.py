"""Comments and settings that skip a function or give it another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gophersnake.errors import SourceError
from gophersnake.model import (
    ArrayOf,
    Class,
    DType,
    ObjectOf,
    OptionalOf,
    Record,
    Scalar,
    SequenceKind,
    SequenceOf,
    Type,
    parts,
)
from gophersnake.reader import read
from gophersnake.settings import Settings

if TYPE_CHECKING:
    from tests.reader.conftest import Project

TWO = """
def f() -> int: ...
def g() -> int: ...
"""


@pytest.mark.parametrize(
    "text",
    [
        "# gophersnake: skip\ndef f(): ...",
        "def f():  # gophersnake: skip\n    ...",
        "#gophersnake:skip\ndef f(): ...",
        "# gophersnake: skip\nimport functools\n",
        "import functools\n# gophersnake: skip\n@functools.cache\ndef f(): ...",
        "import functools\n@functools.cache  # gophersnake: skip\ndef f(): ...",
        "def f(\n    x: int,\n    # gophersnake: skip\n) -> int: ...",
    ],
)
def test_a_comment_skips_the_function_it_is_about(project: Project, text: str) -> None:
    module = project.module(f"{text}\ndef g(): ...")
    wanted = [("f", "a comment says so: # gophersnake: skip")] if "def f" in text else []
    assert [(each.name, each.reason) for each in module.skipped] == wanted
    assert [each.name for each in module.functions] == ["g"]


def test_a_comment_after_a_function_is_not_about_the_next(project: Project) -> None:
    module = project.module("def f(): ...  # gophersnake: skip\ndef g(): ...")
    assert [each.name for each in module.functions] == ["g"]


def test_a_comment_in_the_body_says_nothing_of_the_function(project: Project) -> None:
    module = project.module("def f():\n    x = 1  # gophersnake: skip\n")
    assert [each.name for each in module.functions] == ["f"]


def test_a_comment_gives_a_name(project: Project) -> None:
    function = project.function("# gophersnake: name=DetectAll\ndef detect(): ...")
    assert (function.name, function.called) == ("detect", "DetectAll")


def test_overloads_are_named_after_the_given_name(project: Project) -> None:
    module = project.module(
        """
        from typing import overload
        @overload
        def f(x: int) -> int: ...
        @overload
        def f(x: str) -> str: ...
        def f(x): ...  # gophersnake: name=Twice
        """
    )
    assert [(each.name, each.called) for each in module.functions] == [
        ("f", "Twice"),
        ("f", "Twice_str"),
    ]


def test_what_is_skipped_need_not_be_readable(project: Project) -> None:
    (skipped,) = project.module("CONSTANT = 1  # gophersnake: skip").skipped
    assert skipped.reason == "a comment says so: # gophersnake: skip"


@pytest.mark.parametrize(
    ("words", "what", "remedy"),
    [
        ("skipp", "skipp means nothing", "did you mean skip? "),
        ("name", "name means nothing", ""),
        ("name=a-b", "name=a-b means nothing", ""),
        ("", "says nothing", ""),
    ],
)
def test_a_comment_that_says_nothing_known_is_an_error(
    project: Project, words: str, what: str, remedy: str
) -> None:
    with pytest.raises(SourceError) as error:
        project.module(f"def f(): ...  # gophersnake: {words}")
    assert str(error.value) == (
        f"m.py:1:15: # gophersnake: {what}\n"
        f"  {remedy}write `# gophersnake: skip`, `handle` or `name=DetectAll`"
    )


def test_a_setting_skips(project: Project) -> None:
    project.write("m.py", TWO)
    module = read("m", settings=Settings(skips=("m.f*", "other")))
    assert [each.name for each in module.functions] == ["g"]
    assert [each.reason for each in module.skipped] == ["the settings skip m.f*"]


def test_a_setting_skips_a_method(project: Project) -> None:
    project.write("m.py", "class A:\n    def f(self): ...\n    def g(self): ...\n")
    (declaration,) = read("m", settings=Settings(skips=("m.A.f",))).declarations
    assert isinstance(declaration, Class)
    assert [each.name for each in declaration.members] == ["A.g"]
    assert [each.reason for each in declaration.skipped] == ["the settings skip m.A.f"]


def test_a_setting_gives_a_name_before_a_comment_does(project: Project) -> None:
    project.write("m.py", "def f(): ...  # gophersnake: name=A\n")
    (function,) = read("m", settings=Settings(renames={"m.f": "B"})).functions
    assert function.called == "B"


@pytest.mark.parametrize("path", ["m.f.x", "m.Vec", "m.f.return"])
def test_a_setting_gives_a_type(project: Project, path: str) -> None:
    project.write("m.py", "class Vec: ...\ndef f(x: Vec, y: Vec) -> Vec: ...\n")
    floats = SequenceOf(SequenceKind.LIST, Scalar.FLOAT)
    (function,) = read("m", settings=Settings(types={path: "list[float]"})).functions
    types = {
        "m.f.x": function.parameters[0].type,
        "m.f.y": function.parameters[1].type,
        "m.f.return": function.result,
    }
    wanted = types if path == "m.Vec" else {path}
    assert {each for each, type_ in types.items() if type_ == floats} == set(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("NDArray[np.float64]", ArrayOf(DType.FLOAT64)),
        ("numpy.typing.NDArray[numpy.int32]", ArrayOf(DType.INT32)),
        ("Sequence[str | None]", SequenceOf(SequenceKind.SEQUENCE, OptionalOf(Scalar.STR))),
        ("'Optional[int]'", OptionalOf(Scalar.INT)),
        ("other.Ints", SequenceOf(SequenceKind.LIST, Scalar.INT)),
    ],
)
def test_a_type_in_the_settings_may_name(project: Project, text: str, wanted: Type) -> None:
    project.write("other.py", "Ints = list[int]\n")
    project.write("m.py", "def f(x): ...\n")
    (function,) = read("m", settings=Settings(types={"m.f.x": text})).functions
    assert function.parameters[0].type == wanted


MEMBERS = """
from dataclasses import dataclass
from typing import Any
class Base:
    size: Any
    kind = unknown()
    def __init__(self, size: Any) -> None:
        self.name = str(size)
    @property
    def half(self) -> Any: ...
    def pay(self, amount: Any) -> None: ...
class Derived(Base): ...
@dataclass
class Point:
    x: Any
@dataclass
class Named(Point):
    y: Any
limit: Any = 3
"""


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("m.Point.x", {"Point.x", "Point()", "Named.x", "Named()"}),
        ("m.Named.x", {"Named.x", "Named()"}),
        ("m.Base.size", {"Base.size"}),
        ("m.Derived.size", {"Derived.size"}),
        ("m.Base.half", {"Base.half"}),
        ("m.Base.kind", {"Base.kind"}),
        ("m.Base.name", {"Base.name"}),
        ("m.Base.__init__.size", {"Base()", "Derived()"}),
        ("m.Derived.pay.amount", {"Derived.pay"}),
        ("m.limit", {"limit"}),
    ],
)
def test_a_setting_gives_a_type_to(project: Project, path: str, wanted: set[str]) -> None:
    project.write("m.py", MEMBERS)
    module = read("m", settings=Settings(types={path: "float"}))
    found = {each.name for each in module.functions if Scalar.FLOAT in parts(each)}
    for each in module.declarations:
        assert isinstance(each, (Class, Record))
        if isinstance(each, Record):
            made = [each.constructor]
            found |= {f"{each.name}.{f.name}" for f in each.fields if f.type is Scalar.FLOAT}
        else:
            made = list(each.constructors)
            found |= {member.name for member in each.members if Scalar.FLOAT in parts(member)}
        found |= {f"{each.name}()" for _ in made if Scalar.FLOAT in parts(_)}
    assert found == wanted


def test_a_setting_renames_what_a_class_inherits(project: Project) -> None:
    project.write("m.py", MEMBERS)
    module = read("m", settings=Settings(renames={"m.Derived.pay": "Settle"}))
    called = {
        member.name: member.called
        for each in module.declarations
        if isinstance(each, Class)
        for member in each.members
    }
    assert called["Derived.pay"] == "Derived.Settle"
    assert called["Base.pay"] == ""


POINT = """
from dataclasses import dataclass
# gophersnake: {}
@dataclass
class Point:
    x: float
def f(p: Point) -> None: ...
"""


def test_a_class_can_have_another_name(project: Project) -> None:
    assert project.module(POINT.format("name=Place")).called == {"m.Point": "Place"}


def test_a_class_that_is_skipped_is_an_object_to_the_functions(project: Project) -> None:
    module = project.module(POINT.format("skip"))
    assert [each.name for each in module.skipped] == ["Point"]
    assert module.declarations == ()
    assert isinstance(module.functions[0].parameters[0].type, ObjectOf)


@pytest.mark.parametrize(
    ("renames", "error"),
    [
        ({"m.f": "G"}, "m.py:4:1: f is to be called G, as g is\n  give one another name"),
        ({"m.f": "g"}, "m.py:4:1: f is to be called g, as g is\n  give one another name"),
        (
            {"m.f": "X", "m.g": "X"},
            "m.py:4:1: f is to be called X, as g is\n  give one another name",
        ),
        (
            {"m.f": "point"},
            "m.py:4:1: f is to be called point, as Point is\n  give one another name",
        ),
        ({"m.Point": "F"}, "m.py:2:1: Point is to be called F, as f is\n  give one another name"),
        ({"m.g": "h"}, "m.py:5:1: g is to be called h, as h is\n  give one another name"),
    ],
)
def test_a_name_that_something_else_has_is_refused(
    project: Project, renames: dict[str, str], error: str
) -> None:
    text = """from enum import Enum
class Point(Enum):
    X = 1
def f(p: Point) -> None: ...
def g() -> None: ...
def j() -> None: ...  # gophersnake: name=h
"""
    project.write("m.py", text.replace("j()", "h()") if "m.g" in renames else text)
    with pytest.raises(SourceError) as raised:
        read("m", settings=Settings(renames=renames))
    assert str(raised.value) == error


def test_two_can_change_their_names(project: Project) -> None:
    project.write("m.py", "def f() -> None: ...\ndef g() -> None: ...\n")
    module = read("m", settings=Settings(renames={"m.f": "g", "m.g": "f"}))
    assert [each.known_as for each in module.functions] == ["g", "f"]


def test_settings_give_a_variable_its_type_whether_or_not_it_is_annotated(project: Project) -> None:
    project.write("m.py", "import os\nrows = os.getpid()\nROWS = os.getpid()\nlimit = 3\n")
    names = ("rows", "ROWS", "limit")
    settings = Settings(types={f"m.{name}": "float" for name in names})
    found = read("m", settings=settings).functions
    assert [(each.known_as, each.result) for each in found] == [
        ("rows", Scalar.FLOAT),
        ("set_rows", Scalar.NONE),
        ("ROWS", Scalar.FLOAT),
        ("limit", Scalar.FLOAT),
        ("set_limit", Scalar.NONE),
    ]
