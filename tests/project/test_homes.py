"""Which Go package has which class."""

from __future__ import annotations

from gophersnake.model import Field, Function, Location, Module, Named, Record, RecordKind, Scalar
from gophersnake.project.homes import Settled, settle, worthwhile

HERE = Location("m.py", 1)


def _record(path: str, *fields: str) -> Record:
    module, _, name = path.rpartition(".")
    typed = tuple(Field(each.rpartition(".")[2].lower(), Named(each)) for each in fields)
    return Record(path, module, name, RecordKind.DATACLASS, typed, HERE)


def _function(name: str, result: str = "", line: int = 1) -> Function:
    type_ = Named(result) if result else Scalar.INT
    return Function(name, (), type_, "()", Location("m.py", line))


def _module(
    name: str,
    *parts: Record | Function,
    offers: str = "",
    carrier: str = "",
) -> Module:
    return Module(
        name,
        tuple(each for each in parts if isinstance(each, Function)),
        HERE,
        declarations=tuple(each for each in parts if isinstance(each, Record)),
        offers=tuple(offers.split()),
        carrier=carrier,
    )


def _has(settled: list[Settled]) -> dict[str, list[str]]:
    return {
        each.module.name: [declaration.path for declaration in each.module.declarations]
        for each in settled
    }


POINT = _record("p.a.Point")


def test_a_class_is_in_the_module_that_defines_it() -> None:
    settled = settle(
        [
            _module("p"),
            _module("p.a", POINT, offers="p.a.Point"),
            _module("p.b", POINT, _function("f", "p.a.Point")),
        ]
    )
    assert _has(settled) == {"p": [], "p.a": ["p.a.Point"], "p.b": []}
    assert {each.module.name: each.homes for each in settled}["p.b"] == {"p.a.Point": "p.a"}


def test_the_shortest_module_that_offers_a_class_has_it_and_others_alias_it() -> None:
    settled = settle(
        [
            _module("p", POINT, offers="p.a.Point"),
            _module("p.a", POINT, offers="p.a.Point"),
        ]
    )
    assert _has(settled) == {"p": ["p.a.Point"], "p.a": []}
    assert settled[1].aliases == (POINT,)


def test_a_class_of_a_module_without_a_package_is_in_the_shortest_that_uses_it() -> None:
    hidden = _record("p._a.Hidden")
    settled = settle(
        [
            _module("p.c", hidden, _function("f", "p._a.Hidden")),
            _module("p.b", hidden, _function("f", "p._a.Hidden")),
        ]
    )
    assert _has(settled) == {"p.b": ["p._a.Hidden"], "p.c": []}


def test_modules_come_after_those_they_import() -> None:
    one, two = _record("p.z.One"), _record("p.y.Two", "p.z.One")
    settled = settle(
        [
            _module("p.a", one, two, _function("f", "p.y.Two")),
            _module("p.y", one, two, offers="p.y.Two"),
            _module("p.z", one, offers="p.z.One"),
        ]
    )
    assert [each.module.name for each in settled] == ["p.z", "p.y", "p.a"]


def test_a_circle_has_its_classes_in_one_module() -> None:
    one, two = _record("p.a.One", "p.b.Two"), _record("p.b.Two", "p.a.One")
    settled = settle(
        [
            _module("p.a", one, two, offers="p.a.One"),
            _module("p.b", one, two, offers="p.b.Two"),
            _module("p.c", one, two, _function("f", "p.b.Two")),
        ]
    )
    assert _has(settled) == {"p.a": ["p.a.One", "p.b.Two"], "p.b": [], "p.c": []}
    by_name = {each.module.name: each for each in settled}
    assert by_name["p.b"].aliases == (two,)
    assert by_name["p.c"].homes == {"p.b.Two": "p.a"}


def test_a_circle_through_functions_is_one_too() -> None:
    one, two = _record("p.a.One"), _record("p.b.Two")
    settled = settle(
        [
            _module("p.a", one, two, _function("f", "p.b.Two"), offers="p.a.One"),
            _module("p.b", one, two, _function("g", "p.a.One"), offers="p.b.Two"),
        ]
    )
    assert _has(settled) == {"p.a": ["p.a.One", "p.b.Two"], "p.b": []}


def test_what_the_carrier_of_the_sources_needs_is_in_it() -> None:
    settled = settle(
        [
            _module("p", POINT, _function("f", "p.a.Point")),
            _module("p.a", POINT, offers="p.a.Point", carrier="p"),
        ]
    )
    assert _has(settled) == {"p": ["p.a.Point"], "p.a": []}


def test_a_module_that_offers_nothing_of_its_own_needs_no_package() -> None:
    modules = [
        _module("p", POINT, _function("f", line=3), offers="p.a.Point"),
        _module("p.a", POINT, _function("f", line=3), offers="p.a.Point"),
        _module("p.b", _function("f", line=4)),
        _module("p.c"),
    ]
    assert [each.name for each in worthwhile(modules)] == ["p", "p.b"]
