"""Records, unions, instances, what adapters convert, and types that hold themselves."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from gophersnake.host import adapters
from tests.bridge import forms, table
from tests.contract.cases import SAME, record, union
from tests.contract.reference import cell, framed
from tests.contract.signatures import INT, STR, Parameter, Signature, Type, list_of

NONE, BOOL, FLOAT, ANY = Type("none"), Type("bool"), Type("float"), Type("any")


@dataclass
class Link:
    value: int
    next: Link | None = None


class Base: ...


class Derived(Base): ...


class Point:
    def __init__(self, x: float, label: str) -> None:
        self.x = x
        self.label = label


class Pin(Point): ...


def family(argument: str, fields: adapters.Fields = ()) -> adapters.Adapter:
    known = {"link": _LINK, "even": _EVEN, "exact": _EXACT, "point": _POINT}
    assert fields in ((), (("value", False), ("next", True)), (("x", False), ("label", False)))
    return known[argument]


def _not_called(value: object) -> object:
    raise AssertionError(f"the adapter was asked for {value!r}")


def _even(number: int) -> int:
    if number % 2:
        raise adapters.Unfit("an even number", str(number))
    return number


def _taken(value: object) -> Any:
    if not isinstance(value, int):
        raise adapters.Unfit("an even number")
    return _even(value)


_LINK = adapters.Adapter(
    lambda fields: Link(*(field for field in fields if field is not adapters.MISSING)),
    lambda link: (link.value, adapters.MISSING if link.next is None else link.next),
)
_EVEN = adapters.Adapter(_even, _taken)
_EXACT = adapters.Adapter(str, str, type=str)
_POINT = adapters.Adapter(_not_called, _not_called, type=Point, direct=True, attributes=True)


@pytest.fixture(autouse=True)
def _families() -> Iterator[None]:
    assert adapters.FAMILIES[SAME] == f"{forms.__name__}:same"
    adapters.FAMILIES["tests.family"] = f"{__name__}:family"
    yield
    del adapters.FAMILIES["tests.family"]


def _adapted(argument: str, item: Type) -> Type:
    return Type("adapted", (item,), name=f"tests.family:{argument}")


NODE = Type("named", number=4)
NODE_DEFINITION = Type(
    "record",
    (INT, NODE),
    name="tests.family:link",
    fields=(("value", False), ("next", True)),
)


def _bind_node(callable_: Any) -> table.Function:
    signature = Signature([Parameter("node", NODE)], NODE, {4: NODE_DEFINITION})
    reply = table.bound_program(table.handle_of(callable_), signature.program())
    assert reply.status == table.ANSWER, reply
    return table.Function(reply.function, signature)


def _chain(*values: int) -> bytes:
    """The cells of links: a value, and whether there is another one."""
    content = b"".join(cell(value) + cell(1) for value in values)
    return content[:-8] + cell(0)


def test_a_record_that_holds_itself_crosses_both_ways() -> None:
    seen: list[Link] = []

    def longer(link: Link) -> Link:
        seen.append(link)
        return Link(0, link)

    reply = _bind_node(longer).send(framed("call", _chain(1, 2, 3)))
    assert seen == [Link(1, Link(2, Link(3)))]
    assert reply.status == table.ANSWER
    assert reply.frame.content[16:] == _chain(0, 1, 2, 3)


def test_a_record_that_holds_itself_is_bounded() -> None:
    def circle(link: Link) -> Link:
        link.next = link
        return link

    path, expected, _ = _bind_node(circle).send(framed("call", _chain(1))).refusal()
    assert expected == "values nested no deeper than 2000"
    assert path.startswith("result.next.next")
    _, expected, _ = _bind_node(circle).send(framed("call", _chain(*range(3000)))).refusal()
    assert expected == "values nested no deeper than 2000"


@pytest.mark.parametrize(
    ("definitions", "result", "message"),
    [
        ({}, NODE, "a name has no definition"),
        ({4: Type("named", number=5), 5: INT}, NODE, "a definition is only another one's name"),
    ],
)
def test_names_without_a_type_are_refused(
    definitions: dict[int, Type], result: Type, message: str
) -> None:
    program = Signature([], result, definitions).program()
    reply = table.bound_program(table.handle_of(print), program)
    assert reply.status == table.EXCEPTION
    assert f"signature program: {message}".encode() in reply.frame.content


def test_an_unknown_adapter_or_class_is_told() -> None:
    for type_, words in [
        (Type("adapted", (INT,), name="nowhere:x"), b"has no adapter 'nowhere'"),
        (Type("instance", name="builtins:nothing"), b"'builtins' has no attribute 'nothing'"),
        (Type("instance", name="builtins:len"), b"builtins.len is not a class"),
        (Type("instance", name="no_such_module:C"), b"No module named 'no_such_module'"),
    ]:
        program = Signature([], type_).program()
        reply = table.bound_program(table.handle_of(print), program)
        assert reply.status == table.EXCEPTION
        assert words in reply.frame.content


def test_an_adapter_refuses_with_the_path() -> None:
    even = list_of(_adapted("even", INT))
    function = table.bind_types(lambda numbers: numbers, even, even)
    assert function.call([2, 4]).value(even) == [2, 4]
    assert function.call([2, 3]).refusal() == ("argument p0[1]", "an even number", "3")
    result = table.bind_types(lambda: [2, "x"], even)
    assert result.call().refusal() == ("result[1]", "an even number", "str")


def test_a_record_names_the_field_that_is_wrong() -> None:
    point = list_of(record(("x", FLOAT), ("tags", list_of(STR))))
    reply = table.bind_types(lambda: [(1.0, ["a", 2])], point).call()
    assert reply.refusal() == ("result[0].tags[1]", "str", "int")


POINT = Type(
    "record",
    (FLOAT, STR),
    name="tests.family:point",
    fields=(("x", False), ("label", False)),
)
_ONE = "3ff0000000000000"


def test_a_direct_record_is_called_and_read_without_its_adapter() -> None:
    seen: list[Any] = []

    def pinned(point: Point) -> Pin:
        seen.append((type(point), point.x, point.label))
        return Pin(point.x, point.label * 2)

    made = table.bind_types(pinned, POINT, POINT).call([_ONE, "a"]).value(POINT)
    assert seen == [(Point, 1.0, "a")]
    assert made == [_ONE, "aa"]


def test_a_direct_record_says_what_is_wrong() -> None:
    point = f"{__name__}.Point"
    bare = Point(1.0, "a")
    del bare.label
    for value, wanted in [
        (bare, ("result", f"{point} with a field 'label'", "one without")),
        (Point(1.0, None), ("result.label", "str", "None")),  # type: ignore[arg-type]
        ("x", ("result", point, "str")),
    ]:
        assert table.bind_types(lambda value=value: value, POINT).call().refusal() == wanted


def test_what_a_direct_record_raises_is_raised() -> None:
    class Closed(Point):
        def __init__(self, x: float, label: str) -> None:
            raise ValueError(label)

    adapters.find_record.cache_clear()
    closed = adapters.Adapter(_not_called, _not_called, type=Closed, direct=True, attributes=True)
    fields = (("x", False), ("label", False))
    adapters.FAMILIES["tests.closed"] = f"{__name__}:closed_family"
    _closed.append(closed)
    type_ = Type("record", (FLOAT, STR), name="tests.closed", fields=fields)
    reply = table.bind_types(print, NONE, type_).call([_ONE, "too late"])
    assert reply.status == table.EXCEPTION
    assert b"too late" in reply.frame.content
    del adapters.FAMILIES["tests.closed"]


_closed: list[adapters.Adapter] = []


def closed_family(argument: str, fields: adapters.Fields) -> adapters.Adapter:
    return _closed[0]


@pytest.mark.parametrize(
    ("value", "place"),
    [(True, 0), (7, 1), (7.0, 2), ("a", 3), ([1], 4), (["a"], 5), ([], 4)],
)
def test_a_union_takes_the_most_specific_type(value: object, place: int) -> None:
    either = union(BOOL, INT, FLOAT, STR, list_of(INT), list_of(STR))
    form = table.bind_types(lambda: value, either).call().value(either)
    assert form["place"] == place


def test_a_union_takes_the_exact_class_before_a_base() -> None:
    base = Type("instance", name=f"{__name__}:Base")
    derived = Type("instance", name=f"{__name__}:Derived")
    for types in ((base, derived), (derived, base)):
        made = table.bind_types(Derived, union(*types)).call().value(union(*types))
        assert types[made["place"]] == derived
        table.release(made["value"])


def test_a_union_lists_its_types_where_none_fits() -> None:
    either = union(INT, list_of(STR), _adapted("exact", STR), Type("dict", (STR, ANY)))
    reply = table.bind_types(lambda: 1.5, union(*either.items[:2], either.items[3])).call()
    assert reply.refusal() == ("result", "int | list[str] | dict[str, object]", "float")


def test_a_union_says_what_is_wrong_inside_the_type_that_fits() -> None:
    either = union(INT, list_of(STR))
    reply = table.bind_types(lambda: ["a", 1], either).call()
    assert reply.refusal() == ("result[1]", "str", "int")


def test_a_union_drops_the_handles_of_what_it_tried() -> None:
    tried = Type("tuple", (Type("object"), STR))
    taken = Type("tuple", (Type("object"), INT))
    either = union(tried, taken)
    value = (object(), 1)
    before = sys.getrefcount(value[0])
    made = table.bind_types(lambda: value, either).call().value(either)
    assert made["place"] == 1
    table.release(made["value"][0])
    table.slots["drain"](0)
    after = sys.getrefcount(value[0])
    assert after == before


def test_instances_of_another_class_of_the_same_name_are_told_apart() -> None:
    other = type("Base", (), {"__module__": __name__})()
    reply = table.bind_types(lambda: other, Type("instance", name=f"{__name__}:Base")).call()
    assert reply.refusal() == (
        *("result", f"{__name__}.Base"),
        "an object of another class of that name (was its module loaded again?)",
    )


def test_instances_are_checked_both_ways() -> None:
    base = Type("instance", name=f"{__name__}:Base")
    function = table.bind_types(lambda value: value, base, base)
    one, other = table.handle_of(Derived()), table.handle_of("text")
    back = function.call(one)
    assert back.status == table.ANSWER
    assert function.call(other).refusal() == ("argument p0", f"{__name__}.Base", "str")
    result = table.bind_types(lambda: None, base).call()
    assert result.refusal() == ("result", f"{__name__}.Base", "None")
    table.release(one, other)
