"""Types that a call makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gophersnake.model import OptionalOf, Scalar, SequenceKind, SequenceOf, Type

if TYPE_CHECKING:
    from tests.reader.conftest import Project

INTS = SequenceOf(SequenceKind.LIST, Scalar.INT)
MAKERS = """\
from typing import Any, TypeVar
T = TypeVar("T")
def conint(*, ge: int = 0) -> type[int]:
    return Annotated[int, ge]
def conlist(item_type: type[T], *, min_length: int = 0) -> type[list[T]]:
    return Annotated[list[item_type], min_length]
def anything(item_type: type[T]) -> T: ...
Age = conint(ge=1)
Ages = conlist(Age)
"""


@pytest.mark.parametrize(
    ("annotation", "wanted"),
    [
        ("conint(ge=1)", Scalar.INT),
        ("'conint(ge=1)'", Scalar.INT),
        ("Age", Scalar.INT),
        ("conint(ge=1) | None", OptionalOf(Scalar.INT)),
        ("Optional[Age]", OptionalOf(Scalar.INT)),
        ("conlist(int, min_length=1)", INTS),
        ("conlist(min_length=1, item_type=int)", INTS),
        ("conlist(conint(ge=1))", INTS),
        ("Ages", INTS),
    ],
)
def test_what_a_function_that_returns_a_class_is_called_for(
    project: Project, annotation: str, wanted: Type
) -> None:
    assert project.type_of(annotation, MAKERS) == wanted


@pytest.mark.parametrize("annotation", ["anything(int)", "unknown(int)", "Age()"])
def test_any_other_call_is_no_type(project: Project, annotation: str) -> None:
    assert str(project.type_of(annotation, MAKERS)).endswith("reason='it is not a type')")


def test_name_for_such_a_type_is_no_variable_of_the_module(project: Project) -> None:
    module = project.module(f"from typing import Annotated\n{MAKERS}")
    assert [each.name for each in module.functions] == ["conint", "conlist", "anything"]
    assert module.skipped == ()
