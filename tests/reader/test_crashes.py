"""Modules of the corpus that once made the generator crash, as small as they can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.reader.conftest import Project


def test_an_import_in_the_body_of_a_class(project: Project) -> None:
    module = project.module("""
    class Drawing:
        from nowhere import Image

        def draw(self) -> int: ...
    """)
    assert [each.name for each in module.declarations] == ["Drawing"]


def test_an_import_in_a_circle_in_which_the_path_gets_longer(project: Project) -> None:
    project.write("pkg/__init__.py", "from pkg.tools import tools\n")
    project.write("pkg/tools.py", "from pkg.tools.tools import tools\n\ndef f(x: tools.T): ...\n")
    module = project.read("pkg.tools")
    assert [each.name for each in module.functions] == ["f"]
