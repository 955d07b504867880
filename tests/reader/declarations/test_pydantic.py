"""pydantic's models. The package itself is not looked at, so it need not be installed."""

from __future__ import annotations

from textwrap import dedent, indent
from typing import TYPE_CHECKING

import pytest

from gophersnake.model import (
    GIVEN,
    Class,
    MappingKind,
    MappingOf,
    ObjectOf,
    OptionalOf,
    Record,
    RecordKind,
    RootOf,
    Scalar,
    SequenceKind,
    SequenceOf,
    Type,
    Variable,
)

if TYPE_CHECKING:
    from tests.reader.conftest import Project

INT, FLOAT, STR = Scalar.INT, Scalar.FLOAT, Scalar.STR
LIST = SequenceKind.LIST
STRS, INTS, ANYS = (SequenceOf(LIST, each) for each in (STR, INT, Scalar.ANY))
COUNTS = MappingOf(MappingKind.DICT, STR, INT)
SCORE = RootOf(FLOAT, "m:Score", hashable=True)
T = Variable("m.T", "T")
ENDLESS = ObjectOf("Tree", "m.Tree is defined by itself")
PRELUDE = """\
import pydantic
from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, RootModel
from typing import Annotated, ClassVar

"""


def records(project: Project, text: str) -> list[Record]:
    found = project.module(PRELUDE + dedent(text)).declarations
    return [each for each in found if isinstance(each, Record)]


def record(project: Project, body: str, bases: str = "BaseModel") -> Record:
    (found,) = records(project, f"class A({bases}):\n{indent(dedent(body), '    ')}\n")
    return found


def parameters(of: Record) -> dict[str, str | None]:
    assert of.constructor is not None
    return {each.name: each.default for each in of.constructor.parameters}


ROOTS = f"""{PRELUDE}
from typing import Generic, TypeVar

T = TypeVar("T")
class Tags(RootModel[list[str]]): ...
class Score(RootModel, frozen=True):
    root: Annotated[float, Field(ge=0)]
class Closed(Tags): ...
class Page(RootModel[list[T]], Generic[T]): ...
class Numbers(Page[int]): ...
class Tree(RootModel[list["Tree"]]): ...
Names = RootModel[dict[str, int]]
"""


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("Tags", RootOf(STRS, "m:Tags")),
        ("Score", RootOf(FLOAT, "m:Score", hashable=True)),
        ("Closed", RootOf(STRS, "m:Closed")),
        ("Page", RootOf(ANYS, "m:Page")),
        ("Page[int]", RootOf(INTS, "m:Page[int]")),
        ("Numbers", RootOf(INTS, "m:Numbers")),
        ("Names", RootOf(COUNTS, "m:RootModel[dict[str, int]]")),
        ("pydantic.RootModel[int]", RootOf(INT, "m:pydantic.RootModel[int]")),
        ("'RootModel[int]'", RootOf(INT, "m:RootModel[int]")),
        ("RootModel", RootOf(Scalar.ANY, "pydantic:RootModel")),
        ("RootModel[T]", RootOf(T, "pydantic:RootModel")),
        ("Tags | None", OptionalOf(RootOf(STRS, "m:Tags"))),
        ("dict[Score, int]", MappingOf(MappingKind.DICT, SCORE, INT)),
        ("set[Tags]", ObjectOf("set[Tags]", "values of Tags are not hashable: no set holds them")),
        ("Tree", RootOf(SequenceOf(LIST, ENDLESS), "m:Tree")),
        ("RootModel[int, str]", ObjectOf("RootModel[int, str]", "one type expected: RootModel[T]")),
    ],
)
def test_root_model_is_its_root(project: Project, annotation: str, wanted: Type) -> None:
    function = project.function(f"{ROOTS}\ndef f(value: {annotation}) -> None: ...\n")
    assert function.parameters[0].type == wanted


def test_root_model_is_declared_only_as_a_handle(project: Project) -> None:
    assert project.module(ROOTS).declarations == ()
    text = f"{PRELUDE}\n# gophersnake: handle\nclass A(RootModel[list[int]]): ..."
    (found,) = project.module(text).declarations
    assert isinstance(found, Class)


def test_fields(project: Project) -> None:
    found = record(
        project,
        """
        x: int
        y: str = "a"
        _hidden: int = 1
        kinds: ClassVar[int] = 3
        model_config = ConfigDict(extra="forbid")
        """,
    )
    assert found.kind is RecordKind.PYDANTIC
    assert [(each.name, each.type) for each in found.fields] == [("x", INT), ("y", STR)]
    assert parameters(found) == {"x": None, "y": '"a"'}


def test_defaults_in_field(project: Project) -> None:
    found = record(
        project,
        """
        a: int = Field(1, gt=0)
        b: int = Field(default=2)
        c: list[int] = Field(default_factory=list)
        d: int = Field(..., gt=0)
        e: Annotated[int, Field(gt=0)]
        f: Annotated[int, Field(default=4)]
        g: int = pydantic.Field(description="The g.")
        """,
    )
    assert parameters(found) == {
        "a": "1",
        "b": "2",
        "c": "list()",
        "d": None,
        "e": None,
        "f": "4",
        "g": None,
    }
    assert [each.type for each in found.fields if each.name in "ef"] == [INT, INT]
    assert found.fields[-1].doc == "The g."


def test_alias_is_what_the_constructor_takes(project: Project) -> None:
    found = record(
        project,
        """
        a: int = Field(alias="A")
        b: int = Field(validation_alias="B", serialization_alias="BB")
        c: Annotated[int, Field(alias="C")] = 3
        """,
    )
    assert [each.name for each in found.fields] == ["a", "b", "c"]
    assert parameters(found) == {"A": None, "B": None, "C": "3"}


@pytest.mark.parametrize(
    "config", ["ConfigDict(populate_by_name=True)", "{'validate_by_name': True}"]
)
def test_names_where_they_will_do(project: Project, config: str) -> None:
    found = record(project, f"model_config = {config}\na: int = Field(alias='A')")
    assert parameters(found) == {"a": None}


def test_several_aliases_and_paths(project: Project) -> None:
    found = record(
        project,
        """
        a: int = Field(validation_alias=pydantic.AliasChoices("A", "AA"))
        b: int = Field(default=1, validation_alias=pydantic.AliasPath("x", "b"))
        """,
    )
    assert [each.name for each in found.fields] == ["a", "b"]
    assert parameters(found) == {"A": None}


@pytest.mark.parametrize(
    ("generator", "names"),
    [
        ("to_camel", ["streetName", "x1", "Z"]),
        ("to_pascal", ["StreetName", "X1", "Z"]),
        ("str.upper", ["Z"]),
    ],
)
def test_generated_aliases(project: Project, generator: str, names: list[str]) -> None:
    body = f"""
        model_config = ConfigDict(alias_generator={generator})
        street_name: str = ""
        x_1: int = 1
        z: int = Field(default=2, alias="Z")
    """
    found = project.module(
        f"{PRELUDE}from pydantic.alias_generators import to_camel, to_pascal\n"
        f"class A(BaseModel):{body}"
    ).declarations[0]
    assert isinstance(found, Record)
    assert list(parameters(found)) == names


def test_no_constructor_where_it_takes_a_field_by_a_name_that_is_not_known(
    project: Project,
) -> None:
    found = record(project, "x: int = Field(validation_alias=pydantic.AliasPath('x', 1))")
    assert found.constructor is None


def test_dataclass_of_pydantic(project: Project) -> None:
    module = project.module(
        """
        import dataclasses
        from pydantic import Field
        from pydantic.dataclasses import dataclass

        @dataclass
        class A:
            a: int
            b: list[int] = Field(default_factory=list)
            c: int = Field(3, ge=0)
            d: int = Field(..., alias="D")
            e: int = dataclasses.field(default=5)
            f: int = dataclasses.field()
        """
    )
    (found,) = module.declarations
    assert isinstance(found, Record)
    wanted = {"a": None, "b": "list()", "c": "3", "D": None, "e": "5", "f": None}
    assert parameters(found) == wanted


def test_inheritance(project: Project) -> None:
    text = """
        class A(BaseModel):
            x: int
            y: int

        class B(A):
            x: str
            z: int
    """
    assert [(each.name, each.type) for each in records(project, text)[-1].fields] == [
        ("x", STR),
        ("y", INT),
        ("z", INT),
    ]


def test_frozen_model_is_hashable(project: Project) -> None:
    assert record(project, "x: int", "BaseModel, frozen=True").hashable
    assert record(project, "model_config = ConfigDict(frozen=True)\nx: int").hashable
    assert not record(project, "x: int").hashable


def test_urls_secrets_and_sizes_are_plain_values(project: Project) -> None:
    text = """
    from pydantic import BaseModel, ByteSize, EmailStr, HttpUrl, SecretBytes, SecretStr
    from pydantic.networks import FileUrl

    class A(BaseModel):
        url: HttpUrl
        sizes: list[ByteSize]
        secret: SecretStr | None
        mail: EmailStr

    def f(url: FileUrl, token: SecretBytes) -> A: ...
    """
    module = project.module(dedent(text))
    (a,) = module.declarations
    assert isinstance(a, Record)
    assert [each.type for each in a.fields] == [
        RootOf(STR, "pydantic:HttpUrl", hashable=True, family=GIVEN),
        SequenceOf(LIST, RootOf(INT, "pydantic:ByteSize", hashable=True, family=GIVEN)),
        OptionalOf(RootOf(STR, "pydantic:SecretStr", hashable=True, family=GIVEN)),
        STR,
    ]
    (f,) = module.functions
    assert [each.type for each in f.parameters] == [
        RootOf(STR, "pydantic:FileUrl", hashable=True, family="value"),
        RootOf(Scalar.BYTES, "pydantic:SecretBytes", hashable=True, family="value"),
    ]


@pytest.mark.parametrize(
    ("annotation", "item", "model"),
    [
        ("Secret[int]", Scalar.INT, "pydantic:Secret[int]"),
        ("Secret", Scalar.ANY, "pydantic:Secret"),
    ],
)
def test_secret_is_what_it_holds(
    project: Project, annotation: str, item: Scalar, model: str
) -> None:
    text = f"from pydantic import Secret\ndef f(v: {annotation}) -> None: ..."
    read = project.function(text).parameters[0].type
    assert read == RootOf(item, model, family="value")
