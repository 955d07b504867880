"""Functions with overloads: which there are, what they are called, what drift is checked by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gophersnake.model import Location, Scalar

if TYPE_CHECKING:
    from gophersnake.model import Function, Module
    from tests.reader.conftest import Project

DOUBLE = """
from typing import overload

@overload
def double(x: int) -> int:
    "The one for numbers."
@overload
def double(x: str, times: int = 2) -> str: ...
"""


def _names(functions: tuple[Function, ...]) -> list[str]:
    return [each.known_as for each in functions]


def test_each_variant_is_a_function(project: Project) -> None:
    module = project.module(f"{DOUBLE}def double(x: object, times: int = 2): 'Both.'")
    first, second = module.functions
    assert (first.name, first.called, first.result) == ("double", "", Scalar.INT)
    assert (second.name, second.called, second.result) == ("double", "double_str", Scalar.STR)
    assert (first.doc, second.doc) == ("The one for numbers.", "Both.")
    assert second.location == Location("m.py", 8)
    assert first.notes == ("one of 2 overloads in Python",)


def test_drift_is_checked_by_the_variant(project: Project) -> None:
    first, second = project.module(f"{DOUBLE}def double(x, times=2): ...").functions
    assert first.signature == "overload (x: int) -> int"
    assert second.signature == "overload (x: str, times: int = 2) -> str"


def test_in_a_stub_there_is_nothing_to_check_drift_by(project: Project) -> None:
    project.write("m.pyi", DOUBLE)
    assert [each.signature for each in project.read().functions] == ["", ""]


def test_overloads_in_a_stub_are_checked_against_the_source(project: Project) -> None:
    project.write("m.pyi", DOUBLE)
    project.write("m.py", "def double(x, times=2):\n    'Both.'\n")
    first, second = project.read().functions
    assert (first.signature, second.signature) == ("(x, times=2)", "(x, times=2)")
    assert (first.doc, second.doc) == ("The one for numbers.", "Both.")


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("x: int", "x: list[float]", "f_list_float"),
        ("x: int", "x: str | None", "f_str"),
        ("x: int", "x: collections.abc.Mapping[str, int]", "f_Mapping_str_int"),
        ("x: int", "x", "f_x"),
        ("x: None", "x: int", "f_int"),
        ("x: int", "x: None", "f_x"),
        ("x: int", "x: int, key: str", "f_with_key"),
        ("x: int, key: str", "x: int", "f_without_key"),
        ("x: int", "*x: int", "f_with_x"),
        ("a: int, /", "b: str, /", "f_str"),
        ("raw: Literal[False] = ...", "raw: Literal[True]", "f_raw_True"),
        ("mode: Literal['r']", "mode: Literal['rb', 'wb']", "f_mode_rb_wb"),
        ("x: int, y: int", "x: str, y: str", "f_str"),
        ("x: int", f"x: {'A' * 50}", "f_x"),
    ],
)
def test_a_variant_is_named_after_what_sets_it_apart_from_the_first(
    project: Project, first: str, second: str, name: str
) -> None:
    module = project.module(
        "import collections.abc\nfrom typing import Literal, overload\n"
        f"@overload\ndef f({first}) -> int: ...\n@overload\ndef f({second}) -> bytes: ..."
    )
    assert _names(module.functions) == ["f", name]


def test_the_result_tells_variants_apart_too(project: Project) -> None:
    text = "from typing import overload\n@overload\ndef f() -> int: ...\n@overload\n"
    assert _names(project.module(f"{text}def f() -> str: ...").functions) == ["f", "f_as_str"]


def test_further_differences_are_named_where_one_is_not_enough(project: Project) -> None:
    module = project.module(
        """
        from typing import overload
        @overload
        def f(x: int, y: int) -> int: ...
        @overload
        def f(x: str, y: int) -> int: ...
        @overload
        def f(x: str, y: str) -> int: ...
        @overload
        def f(x: str, y: str, *, z: bool) -> int: ...
        """
    )
    assert _names(module.functions) == ["f", "f_str", "f_str_str", "f_str_str_with_z"]


def test_a_name_that_is_another_functions_is_not_given(project: Project) -> None:
    module = project.module(f"{DOUBLE}def double(x): ...\ndef double_str(): ...")
    assert _names(module.functions) == ["double", "double_str_with_times", "double_str"]


def test_variants_that_are_the_same_in_go_are_one(project: Project) -> None:
    module = project.module(
        """
        from typing import Protocol, overload
        class A(Protocol): ...
        class B(Protocol): ...
        @overload
        def f(x: type[A]) -> int: ...
        @overload
        def f(x: type[B]) -> int: ...
        @overload
        def f(x: int) -> int: ...
        """
    )
    assert _names(module.functions) == ["f", "f_int"]
    assert module.functions[0].notes == ("one of 3 overloads in Python, 2 of which differ in Go",)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("typing.LiteralString", "str"),
        ("str", "str | os.PathLike[str]"),
        ("list[str]", "Sequence[str | os.PathLike[str]]"),
        ("set[int] | None", "Set[int] | None"),
        ("tuple[dict[str, int], int]", "tuple[Mapping[str, int], int]"),
    ],
)
def test_variants_whose_arguments_python_gets_alike_are_one(
    project: Project, first: str, second: str
) -> None:
    assert _names(_two(project, first, second).functions) == ["f"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("list[int]", "tuple[int, ...]"), ("bytes", "bytearray"), ("list[int]", "Sequence[str]")],
)
def test_variants_that_python_tells_apart_are_two(
    project: Project, first: str, second: str
) -> None:
    assert len(_two(project, first, second).functions) == 2


def _two(project: Project, first: str, second: str) -> Module:
    return project.module(
        f"""
        import os, typing
        from collections.abc import Mapping, Sequence, Set
        from typing import overload
        @overload
        def f(x: {first}, /, *rest: {first}) -> int: ...
        @overload
        def f(x: {second}, /, *rest: {second}) -> int: ...
        """
    )


@pytest.mark.parametrize("implementation", ["", "def f(x, /, *rest): ..."])
def test_literals_of_a_variant_are_called_after_it(project: Project, implementation: str) -> None:
    module = project.module(
        f"""
        from typing import Literal, overload
        @overload
        def f(kind: Literal["a"]) -> int: ...
        @overload
        def f(kind: Literal["b"]) -> str: ...
        @overload
        def f(kind: Literal["c"], other: Literal["a"]) -> bytes: ...
        {implementation}
        """
    )
    assert _names(module.functions) == ["f", "f_kind_b", "f_kind_c"]
    names = [each.name for each in module.declarations]
    assert sorted(names) == ["f_kind", "f_kind_b_kind", "f_kind_c_kind"]
