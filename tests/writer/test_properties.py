"""Whatever the model, the Go is formatted, complete and without clashes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from gophersnake import model, writer
from gophersnake.writer.docs.compose import package_doc
from tests.golden.gomodule import GoModule, empty
from tests.writer.models import gofmt_changes, module
from tests.writer.strategies import docstrings, modules

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(modules)
def test_gofmt_leaves_any_package_as_it_is(any_module: model.Module) -> None:
    (text,) = writer.render(any_module).files.values()
    assert gofmt_changes(text) == ""


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(st.lists(docstrings, min_size=8, max_size=8))
def test_gofmt_leaves_any_docstring_as_it_is(docs: list[str]) -> None:
    comments = ["\n".join(package_doc(module(doc=doc), "p")) for doc in docs]
    functions = [f"{comment}\nfunc _() {{}}\n" for comment in comments]
    assert gofmt_changes("package p\n\n" + "\n".join(functions)) == ""


@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
@given(modules)
def test_every_function_is_in_the_package_once(any_module: model.Module) -> None:
    output = writer.render(any_module)
    (text,) = output.files.values()
    declared = re.findall(r"(?m)^func (\w+)\(", text)
    for entry in output.report.entries:
        assert declared.count(entry.go_name) == 1
    assert len(declared) == len(set(declared))


@settings(max_examples=30, deadline=None, suppress_health_check=SLOW)
@given(modules)
def test_order_of_functions_changes_no_name(any_module: model.Module) -> None:
    reverse = replace(any_module, functions=any_module.functions[::-1])
    before = writer.render(any_module).report.entries
    after = writer.render(reverse).report.entries
    assert {each.name: each.go_name for each in before} == {
        each.name: each.go_name for each in after
    }


@pytest.fixture(scope="module")
def go_module(tmp_path_factory: pytest.TempPathFactory) -> GoModule:
    return empty(tmp_path_factory.mktemp("random"))


# Each example takes a run of vet, so an example is many modules and there are few of them.
@settings(
    max_examples=4,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[*SLOW, HealthCheck.function_scoped_fixture],
)
@given(many=st.lists(modules, min_size=3, max_size=6))
def test_any_package_compiles(go_module: GoModule, many: list[model.Module]) -> None:
    go_module.clear()
    for number, each in enumerate(many):
        output = writer.render(each, package="p")
        folder = Path(go_module.folder, f"p{number}")
        folder.mkdir()
        (text,) = output.files.values()
        (folder / "p.go").write_text(text, encoding="utf-8")
    assert go_module.go("vet", "./...") == ""
