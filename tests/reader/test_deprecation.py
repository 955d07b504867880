"""`@deprecated`, by whatever name it is imported."""

from __future__ import annotations

import pytest

from tests.reader.conftest import Project


@pytest.mark.parametrize(
    ("decorator", "wanted"),
    [
        ("@te.deprecated('use g')", "use g"),
        ("@w.deprecated('use g', category=None)", "use g"),
        ("@old('use ' 'g,\\n   please')", "use g, please"),
        ("@te.deprecated(TEXT)", "its module says so."),
        ("@te.final", ""),
        ("@te.final\n@te.deprecated('use g')", "use g"),
    ],
)
@pytest.mark.parametrize("subject", ["def f(): ...", "class f:\n    x: int"])
def test_what_a_decorator_says(project: Project, decorator: str, wanted: str, subject: str) -> None:
    imports = "import typing_extensions as te, warnings as w\nold = te.deprecated\nTEXT = 'x'"
    module = project.module(f"{imports}\n{decorator}\n{subject}")
    found = [each for each in (*module.functions, *module.declarations) if each.name == "f"]
    assert [getattr(each, "deprecated", None) for each in found] == [wanted]
