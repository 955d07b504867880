"""Views to text. The templates loop and print; what they print is decided before."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from gophersnake.writer.views import File


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("gophersnake.writer"),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def text(file: File) -> str:
    """The text of a Go file, as gofmt would leave it."""
    return _environment().get_template("file.go.j2").render(file=file)
