"""Which classes a module declares, in which order, and how types refer to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gophersnake import model
from gophersnake.model import MappingOf, Named, ObjectOf, OptionalOf, Scalar, SequenceOf

if TYPE_CHECKING:
    from tests.reader.conftest import Project

RECORD = """
from dataclasses import dataclass


@dataclass
class Point:
    x: float
"""


def paths(module: model.Module) -> list[str]:
    return [each.path for each in module.declarations]


def test_public_class_is_declared_though_no_function_uses_it(project: Project) -> None:
    module = project.module(RECORD)
    assert paths(module) == ["m.Point"]
    assert module.skipped == ()


def test_private_class_is_declared_where_it_is_used(project: Project) -> None:
    private = RECORD.replace("Point", "_Point")
    assert paths(project.module(private)) == []
    assert paths(project.module(f"{private}\ndef f(p: _Point): ...")) == ["m._Point"]


def test_type_refers_to_the_class_by_its_path(project: Project) -> None:
    function = project.function(f"{RECORD}\ndef f(p: 'list[Point | None]') -> Point: ...")
    (parameter,) = function.parameters
    assert isinstance(parameter.type, SequenceOf)
    assert parameter.type.item == OptionalOf(Named("m.Point"))
    assert function.result == Named("m.Point")


def test_class_is_declared_once_whatever_it_is_called(project: Project) -> None:
    project.write("shapes.py", RECORD)
    project.write("middle.py", "from shapes import Point as Place")
    module = project.module("""
        import shapes as s
        from middle import Place

        Alias = s.Point

        def f(a: s.Point, b: Place, c: Alias): ...
    """)
    assert paths(module) == ["shapes.Point"]
    types = {each.type for each in module.functions[0].parameters}
    assert types == {Named("shapes.Point")}


def test_classes_that_fields_refer_to_are_declared_too(project: Project) -> None:
    project.write("far.py", RECORD)
    module = project.module("""
        from dataclasses import dataclass
        import far

        @dataclass
        class _Inner:
            points: list[far.Point]

        @dataclass
        class _Outer:
            inner: _Inner | None

        def f() -> _Outer: ...
    """)
    assert paths(module) == ["m._Inner", "m._Outer", "far.Point"]


def test_order_is_that_of_the_source_and_own_classes_come_first(project: Project) -> None:
    project.write("a.py", RECORD)
    module = project.module("""
        from dataclasses import dataclass
        from a import Point

        @dataclass
        class Z:
            p: Point

        @dataclass
        class B:
            z: Z

        def f(b: B): ...
    """)
    assert paths(module) == ["m.Z", "m.B", "a.Point"]


def test_nested_class_has_a_dotted_name(project: Project) -> None:
    module = project.module("""
        from dataclasses import dataclass

        class Outer:
            @dataclass
            class Inner:
                x: int

        def f(i: Outer.Inner): ...
    """)
    _, inner = module.declarations
    assert (inner.path, inner.module, inner.name) == ("m.Outer.Inner", "m", "Outer.Inner")


def test_class_of_an_installed_package_stays_an_object(project: Project) -> None:
    project.write("site-packages/installed/__init__.py", RECORD)
    text = "import installed\ndef f(p: installed.Point): ..."
    project.write("m.py", text)
    from gophersnake.reader import read

    module = read("m", search_paths=[project.folder, project.folder / "site-packages"])
    assert paths(module) == []
    reason = "the class installed.Point is of a package that is not generated"
    assert module.functions[0].parameters[0].type == ObjectOf("installed.Point", reason)


def test_class_of_the_standard_library_stays_an_object(project: Project) -> None:
    type_ = project.type_of("graphlib.CycleError", "import graphlib")
    assert isinstance(type_, ObjectOf)


def test_class_without_a_form_is_an_object_and_left_out(project: Project) -> None:
    module = project.module("class Meta(type): ...\ndef f(s: Meta): ...")
    assert module.declarations == ()
    assert [each.name for each in module.skipped] == ["Meta"]
    assert isinstance(module.functions[0].parameters[0].type, ObjectOf)


def test_hashable_record_is_a_key_and_another_is_not(project: Project) -> None:
    frozen = RECORD.replace("@dataclass", "@dataclass(frozen=True)")
    of = "def f(x: dict[Point, int]): ..."
    type_ = project.function(f"{frozen}\n{of}").parameters[0].type
    assert isinstance(type_, MappingOf)
    assert (type_.key, type_.value) == (Named("m.Point"), Scalar.INT)
    refused = project.function(f"{RECORD}\n{of}").parameters[0].type
    assert isinstance(refused, ObjectOf)
    assert refused.reason == "values of Point are not hashable: no dict has such keys"
