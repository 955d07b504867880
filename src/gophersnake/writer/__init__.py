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
from gophersnake.writer.sharing import Borrowed, Foreign, Lending

__all__ = [
    "Borrowed",
    "Entry",
    "Foreign",
    "Gap",
    "Lending",
    "Output",
    "PackageNameError",
    "Report",
    "Status",
    "Subject",
    "default_folder",
    "render",
]


NOTHING = Borrowed()
NOBODY = Lending()


def render(
    module: model.Module,
    *,
    package: str | None = None,
    folder: PurePath | None = None,
    borrowed: Borrowed = NOTHING,
    lending: Lending = NOBODY,
) -> Output:
    """The Go package of a module: formatted text, the same for the same module.

    `package` is the name of the Go package, by default made of the module's. `folder` is where
    the package will lie, by default `default_folder(module)`: sources that lie there are
    embedded as they are, others have to be copied (`Output.copies`). It is compared with
    `Source.file` as text, so both are absolute or neither.

    Of modules that are generated together, some have classes that others use: `lending` says
    which of this one's others use, `Output.lent` has what they need to know of them, and they
    get that as `borrowed`.

    A function that has no form in Go is left out and has its reason in the report.

    Errors: PackageNameError for a `package` that Go would not have.
    """
    name = checked_package_name(package) if package else package_name(module)
    sources = locate_sources(module, default_folder(module) if folder is None else folder)
    written = file_view(module, name, sources, borrowed, lending)
    there = any(each.go_name for each in written.report.entries)
    return Output(
        package=name,
        files={file_name(module): text(written.view)},
        copies=sources.copies if there else {},
        report=written.report,
        lent=written.lent,
    )
