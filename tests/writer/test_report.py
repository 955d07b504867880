from __future__ import annotations

from dataclasses import replace
from typing import cast

from gophersnake import model, writer
from gophersnake.model import ObjectOf, OptionalOf, Scalar, Skipped
from gophersnake.writer import Status
from tests.writer.models import FLOATS, HERE, function, module, parameter

CALLABLE = ObjectOf("Callable[[], int]", "a callable without a type in Go")


def entry(of: model.Function) -> writer.Entry:
    (found,) = writer.render(module(of)).report.entries
    return found


def test_function_with_types_is_mapped() -> None:
    found = entry(function("detect", parameter("data", FLOATS)))
    assert (found.status, found.go_name, found.reasons) == (Status.MAPPED, "Detect", ())


def test_objects_have_their_reasons() -> None:
    found = entry(function("apply", parameter("f", OptionalOf(CALLABLE)), result=CALLABLE))
    assert found.status is Status.PARTLY
    assert found.reasons == (
        "f: Callable[[], int]: a callable without a type in Go",
        "return: Callable[[], int]: a callable without a type in Go",
    )


def test_what_has_no_type_is_an_object_too() -> None:
    found = entry(function("f", parameter("x", Scalar.ANY)))
    assert found.status is Status.PARTLY
    assert found.reasons == ("x: Any, object or no annotation",)


def test_async_function_is_mapped() -> None:
    found = entry(function("fetch", is_async=True))
    assert (found.status, found.go_name) == (Status.MAPPED, "Fetch")


def test_function_without_a_form_costs_no_other() -> None:
    unknown = cast(model.Type, "a type from the future")
    output = writer.render(
        module(
            function("bad", parameter("x", unknown)),
            function("twice", parameter("x"), parameter("x")),
            function("good"),
        )
    )
    assert {each.name: each.status for each in output.report.entries} == {
        "good": Status.MAPPED,
        "bad": Status.SKIPPED,
        "twice": Status.SKIPPED,
    }
    assert "func Good(" in output.files["stats.go"]


def test_type_nested_beyond_reason_costs_no_other() -> None:
    deep: model.Type = Scalar.INT
    for _ in range(100_000):
        deep = model.SequenceOf(model.SequenceKind.LIST, deep)
    output = writer.render(module(function("bad", parameter("x", deep)), function("good")))
    assert [each.name for each in output.report.of(Status.SKIPPED)] == ["bad"]


def test_function_defined_twice_is_there_once() -> None:
    output = writer.render(module(function("f"), function("f", parameter("a"))))
    assert [each.status for each in output.report.entries] == [Status.MAPPED, Status.SKIPPED]
    assert "func F(ctx context.Context) error {" in output.files["stats.go"]


def test_what_the_reader_left_out_is_in_the_report() -> None:
    skipped = Skipped("Point", HERE, "classes of this kind have no form in Go")
    output = writer.render(replace(module(), skipped=(skipped,)))
    (found,) = output.report.entries
    assert (found.name, found.status, found.reasons) == ("Point", Status.SKIPPED, (skipped.reason,))


def test_what_the_reader_noticed_is_in_the_report_and_in_the_comment() -> None:
    of = replace(function("f", doc="Return it."), notes=("one of 2 overloads",))
    output = writer.render(module(of))
    assert output.report.entries[0].notes == ("one of 2 overloads",)
    assert "// F returns it.\n//\n// One of 2 overloads.\n" in output.files["stats.go"]
