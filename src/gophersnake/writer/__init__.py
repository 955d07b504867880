"""Model to Go: a Python module's functions as the text of a Go package.

For maintainers: `plan` decides what form a function takes, `types` what its types are in Go;
`naming` and `locals` give the names; `functions` and `package` put it together as `views`,
which the templates print. Nothing here reads or writes a file.
"""

from __future__ import annotations

from pathlib import PurePath

from gophersnake import model
from gophersnake.writer.output import Entry, Gap, Output, Report, Status, Subject
from gophersnake.writer.package import file_view
from gophersnake.writer.packaging import (
    PackageNameError,
    checked_package_name,
    default_folder,
    file_name,
    locate_sources,
    package_name,
)
from gophersnake.writer.rendering import text

__all__ = [
    "Entry",
    "Gap",
    "Output",
    "PackageNameError",
    "Report",
    "Status",
    "Subject",
    "default_folder",
    "render",
]


def render(
    module: model.Module, *, package: str | None = None, folder: PurePath | None = None
) -> Output:
    """The Go package of a module: formatted text, the same for the same module.

    `package` is the name of the Go package, by default made of the module's. `folder` is where
    the package will lie, by default `default_folder(module)`: sources that lie there are
    embedded as they are, others have to be copied (`Output.copies`). It is compared with
    `Source.file` as text, so both are absolute or neither.

    A function that has no form in Go is left out and has its reason in the report.

    Errors: PackageNameError for a `package` that Go would not have.
    """
    name = checked_package_name(package) if package else package_name(module)
    sources = locate_sources(module, default_folder(module) if folder is None else folder)
    view, report = file_view(module, name, sources)
    return Output(
        package=name,
        files={file_name(module): text(view)},
        copies=sources.copies if any(each.go_name for each in report.entries) else {},
        report=report,
    )
